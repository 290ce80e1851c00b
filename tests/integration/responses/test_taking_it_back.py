"""What its author takes back before a release counts as not answered for everyone, is kept, and nobody else notices (D8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from practice.audit.models import AuditEvent
from practice.caseload.models import AttentionItem
from practice.catalogue.definition import ExerciseDefinition
from practice.extensions import db
from practice.responses.models import Submission
from tests.factories import homework
from tests.factories.house import House


@pytest.fixture
def sent(open_house: House, wheel: ExerciseDefinition, given: homework.Set) -> Iterator[str]:
    """Both have sent the wheel; the address of Amara's answers, an hour later."""
    with homework.later(1):
        for who, assignment in (("amara", given.a), ("daniel", given.b)):
            homework.complete(open_house.visitor(who), wheel, assignment)
    with homework.later(2):
        yield f"/homework/sent/{homework.sent_id(open_house, given.a)}"


def take_back(house: House, address: str, who: str = "amara") -> int:
    return house.visitor(who).post(f"{address}/take-back").status_code


def release(house: House, given: homework.Set) -> int:
    url = f"/couples/{house.couples['amara-daniel']}/homework/set/{given.set_id}/release"
    with homework.later(50):
        imani = house.visitor("imani")
        found = re.search(r'name="digest" value="(\w+)"', imani.get(url).text)
        return imani.post(url, {"digest": found[1] if found else ""}).status_code


def rows(house: House) -> list[Submission]:
    return homework.rows_of(house, Submission)


def test_it_is_kept_and_counts_as_not_answered(
    open_house: House, given: homework.Set, sent: str
) -> None:
    amara = open_house.visitor("amara")
    assert "Take it back" in amara.page(sent)
    assert take_back(open_house, sent) == 303
    page = amara.page(sent)
    assert "You took this back on Mon 2 March" in page
    assert "Write a correction" not in page
    assert "keep_back" not in page
    assert "Taken back" in amara.page("/record")
    (mine,) = [row for row in rows(open_house) if row.assignment_id == given.a]
    assert mine.withdrawn_at is not None
    assert mine.answers
    assert "Start" in amara.page(f"/homework/{given.a}")
    with open_house.reading():
        acts = db.select(AuditEvent).where(AuditEvent.action == "answers taken back")
        assert len(db.session.scalars(acts).all()) == 1


def test_the_other_notices_nothing(open_house: House, given: homework.Set, sent: str) -> None:
    daniel, address = open_house.visitor("daniel"), f"/homework/{given.b}"
    paths = ["/today", "/record", "/together", address, f"{address}/sent"]
    before = [homework.masked(daniel.page(path)) for path in paths]
    take_back(open_house, sent)
    assert [homework.masked(daniel.page(path)) for path in paths] == before


def test_the_care_team_is_told_and_reads_it_as_taken_back(
    open_house: House, given: homework.Set, sent: str
) -> None:
    imani, couple = open_house.visitor("imani"), open_house.couples["amara-daniel"]
    submission = sent.rsplit("/", 1)[1]
    take_back(open_house, sent)
    items = homework.rows_of(open_house, AttentionItem)
    assert [i for i in items if i.reason["kind"] == "private" and str(i.source) == submission]
    assert "Taken back by its author" in imani.page(f"/couples/{couple}/homework")
    review = imani.page(f"/couples/{couple}/homework/{submission}")
    assert "Taken back by its author on" in review


def test_nothing_of_it_can_be_released(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set, sent: str
) -> None:
    take_back(open_house, sent)
    assert release(open_house, given) == 422


def test_every_version_of_it_goes_and_a_new_answer_stands_alone(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set, sent: str
) -> None:
    amara = open_house.visitor("amara")
    assert amara.post(f"{sent}/correct").status_code == 303
    homework.complete(amara, wheel, given.a)
    take_back(open_house, f"/homework/sent/{homework.sent_id(open_house, given.a)}")
    mine = [row for row in rows(open_house) if row.assignment_id == given.a]
    assert len(mine) == 2
    assert all(row.withdrawn_at for row in mine)
    with homework.later(3):
        homework.complete(open_house.visitor("amara"), wheel, given.a)
    newest = max(
        (row for row in rows(open_house) if row.assignment_id == given.a),
        key=lambda row: row.submitted_at,
    )
    assert (newest.withdrawn_at, newest.corrects_id) == (None, None)


def test_twice_is_once_and_nobody_else_can(open_house: House, sent: str) -> None:
    assert take_back(open_house, sent, "daniel") == 404
    assert take_back(open_house, sent) == 303
    first = [row.withdrawn_at for row in rows(open_house)]
    assert take_back(open_house, sent) == 303
    assert [row.withdrawn_at for row in rows(open_house)] == first
    for act in ("keep-back", "correct"):
        assert open_house.visitor("amara").post(f"{sent}/{act}").status_code == 404


def test_after_a_release_it_is_too_late(open_house: House, given: homework.Set, sent: str) -> None:
    assert release(open_house, given) == 303
    with homework.later(51):
        assert "Take it back" not in open_house.visitor("amara").page(sent)
        assert take_back(open_house, sent) == 303
        assert "You took this back" not in open_house.visitor("amara").page(sent)
    assert [row.withdrawn_at for row in rows(open_house)] == [None, None]
