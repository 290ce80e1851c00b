"""Z10, D8: no address and no old page opens what is over, closed or taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from practice.assignments import queries as assignments
from practice.assignments import services as giving
from practice.caseload import services as caseload
from practice.caseload.models import Status
from practice.catalogue.definition import ExerciseDefinition
from practice.responses.models import Draft, Submission
from tests.factories import homework
from tests.factories.house import House
from tests.integration.responses.test_release import DAY, release

WEEK = 7 * 24


def close_shared_work(house: House, _: homework.Set | None = None) -> None:
    with house.writing():
        case = house.case("imani")
        caseload.decide_status(case, Status.CLARIFY, rationale="Seen alone.", by=case.actor)


def take_back(house: House, given: homework.Set) -> None:
    with house.writing():
        case = house.case("imani")
        giving.withdraw(assignments.rows_of_set(case, given.set_id), by=case.actor)


def sent(house: House) -> list[Submission]:
    return homework.rows_of(house, Submission)


def test_what_was_begun_of_a_round_long_over_is_kept_and_not_sent(open_house: House) -> None:
    pulse = homework.definition(open_house, "ci-weekly-pulse")
    with homework.later(0):
        url = f"/homework/{homework.give(open_house, 'ci-weekly-pulse').a}"
    with homework.later(1):
        page = homework.write(open_house.visitor("amara"), pulse, url, homework.plausible(pulse))
    (draft,) = homework.rows_of(open_house, Draft)
    with homework.later(4 * WEEK):
        amara = open_house.visitor("amara")
        on = f"?on={draft.occurrence}"
        assert amara.get(f"{url}/part/1{on}").status_code == 303
        assert amara.post(f"{url}/part/1/autosave{on}", {"revision": "1"}).status_code == 409
        homework.send(amara, url, page.text, on=draft.occurrence)
    assert sent(open_house) == []
    assert len(homework.rows_of(open_house, Draft)) == 1


def test_a_correction_waits_while_its_work_is_closed(open_house: House) -> None:
    found = homework.definition(open_house, "ei-know-me-now")
    with homework.later(0):
        url = f"/homework/{(given := homework.give(open_house, 'ei-know-me-now')).a}"
    with homework.later(1):
        homework.complete(open_house.visitor("amara"), found, given.a)
    with homework.later(2):
        amara = open_house.visitor("amara")
        first = homework.sent_id(open_house, given.a)
        begun = amara.post(f"/homework/sent/{first}/correct").headers["Location"]
        page = homework.write(amara, found, url, homework.plausible(found))
        close_shared_work(open_house)
        assert amara.get(begun).status_code == 303
        assert "/sent" not in homework.send(amara, url, page.text).headers.get("Location", "")
    assert len(sent(open_house)) == 1


def test_a_correction_does_not_undo_that_the_round_was_opened(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    with homework.later(1):
        for who, assignment in (("amara", given.a), ("daniel", given.b)):
            homework.complete(open_house.visitor(who), wheel, assignment)
    first = homework.sent_id(open_house, given.a)
    assert release(open_house, given, 2 + DAY) == 303
    with homework.later(3 + DAY):
        amara = open_house.visitor("amara")
        assert amara.post(f"/homework/sent/{first}/correct").status_code == 303
        homework.complete(amara, wheel, given.a)
    with homework.later(4 + DAY):
        amara = open_house.visitor("amara")
        newest = homework.sent_id(open_house, given.a)
        assert newest != first
        for one in (newest, first):
            amara.post(f"/homework/sent/{one}/take-back")
    assert [row.withdrawn_at for row in sent(open_house)] == [None, None, None]


def test_nothing_is_entered_for_what_was_taken_back(open_house: House, given: homework.Set) -> None:
    take_back(open_house, given)
    path = f"/couples/{open_house.couples['amara-daniel']}/homework/paper/{given.a}"
    imani = open_house.visitor("imani")
    assert imani.get(path).status_code == 404
    assert imani.post(path, {"paper_on": "2026-03-02"}).status_code == 404


@pytest.mark.parametrize("act", [close_shared_work, take_back], ids=lambda f: f.__name__)
def test_nothing_comes_into_force_that_is_closed_or_taken_back(
    open_house: House, act: Callable[[House, homework.Set], None]
) -> None:
    found = homework.definition(open_house, "cc-timeout-agreement")
    with homework.later(0):
        given = homework.give(open_house, "cc-timeout-agreement")
    url = f"/homework/{given.both}"
    with homework.later(1):
        page = homework.write(open_house.visitor("amara"), found, url, homework.plausible(found))
        for who in ("amara", "daniel"):
            data = {"wording": homework.hidden(page.text, "wording"), "signed_name": who}
            assert open_house.visitor(who).post(f"{url}/sign", data).status_code == 303
    with homework.later(2):
        act(open_house, given)
        path = f"/couples/{open_house.couples['amara-daniel']}/homework/form/{given.both}"
        assert open_house.visitor("imani").post(f"{path}/in-force").status_code == 422
    assert sent(open_house) == []
