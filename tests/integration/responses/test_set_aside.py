from __future__ import annotations

import pytest

from practice.caseload.models import CaseloadLine
from practice.catalogue.definition import ExerciseDefinition
from practice.reports.building import sources
from practice.responses.models import Release, SetAside, Submission
from tests.factories import homework
from tests.factories.house import House
from tests.integration.responses.test_release import release, send_both

WHY = "Daniel said in session that he filled in both."


@pytest.fixture
def sent(open_house: House, wheel: ExerciseDefinition, given: homework.Set) -> House:
    send_both(open_house, wheel, given)
    return open_house


def url_of(house: House, given: homework.Set) -> str:
    couple = house.couples["amara-daniel"]
    return f"/couples/{couple}/homework/{homework.sent_id(house, given.a)}"


def put_aside(house: House, given: homework.Set, hours: float = 3) -> None:
    with homework.later(hours):
        done = house.visitor("imani").post(f"{url_of(house, given)}/set-aside", {"reason": WHY})
        assert done.status_code == 303


def take_in(house: House, given: homework.Set, hours: float = 40) -> None:
    with homework.later(hours):
        done = house.visitor("imani").post(f"{url_of(house, given)}/take-in-again")
        assert done.status_code == 303


def reported(house: House) -> list[object]:
    with house.reading():
        case = house.case("imani")
        return [row.id for _, row in sources.newest_submissions(case, "a")]


def homework_line(house: House) -> dict[str, list[int]]:
    (line,) = homework.rows_of(house, CaseloadLine)
    return dict(line.summary["homework"])


def test_it_is_in_no_release_and_no_comparison(sent: House, given: homework.Set) -> None:
    put_aside(sent, given)
    assert release(sent, given, 30) == 422
    couple = sent.couples["amara-daniel"]
    with homework.later(31):
        page = sent.visitor("imani").page(f"/couples/{couple}/homework/set/{given.set_id}")
    assert page.count("Left out") > 0
    take_in(sent, given)
    assert release(sent, given, 41) == 303


def test_it_is_in_no_report_and_no_count(sent: House, given: homework.Set) -> None:
    row = homework.sent_id(sent, given.a)
    assert reported(sent) == [row]
    assert homework_line(sent)["a"][0] == 1
    put_aside(sent, given)
    assert reported(sent) == []
    assert homework_line(sent)["a"][0] == 0
    take_in(sent, given)
    assert reported(sent) == [row]
    assert homework_line(sent)["a"][0] == 1


def test_what_stands_open_is_closed_on_both_sides(sent: House, given: homework.Set) -> None:
    assert release(sent, given, 30) == 303
    put_aside(sent, given, 31)
    (row,) = homework.rows_of(sent, Release)
    assert row.closed_at is not None
    with homework.later(32):
        for who in ("amara", "daniel"):
            assert sent.visitor(who).get(f"/together/{row.id}").status_code == 404


def test_neither_partner_sees_anything_of_it(sent: House, given: homework.Set) -> None:
    row = homework.sent_id(sent, given.a)
    paths = {
        "amara": ("/today", "/together", "/record", f"/homework/sent/{row}"),
        "daniel": ("/today", "/together", "/record"),
    }
    with homework.later(5):
        before = pages(sent, paths)
    put_aside(sent, given, 5)
    with homework.later(5):
        assert pages(sent, paths) == before


def pages(house: House, paths: dict[str, tuple[str, ...]]) -> list[str]:
    found = []
    for who, wanted in paths.items():
        visitor = house.visitor(who)
        for path in wanted:
            answer = visitor.get(path)
            found.append(f"{answer.status_code} {homework.masked(answer.text)}")
    return found


def test_who_when_why_and_that_it_was_undone_stay_on_record(
    sent: House, given: homework.Set
) -> None:
    put_aside(sent, given)
    take_in(sent, given, 4)
    put_aside(sent, given, 5)
    rows = sorted(homework.rows_of(sent, SetAside), key=lambda row: row.made_at)
    assert [row.undone_at is not None for row in rows] == [True, False]
    assert {row.reason for row in rows} == {WHY}
    with homework.later(6):
        page = sent.visitor("imani").page(url_of(sent, given))
    assert page.count(WHY) == 2
    assert "Taken in again by Dr. Imani Reyes" in page
    assert len(homework.rows_of(sent, Submission)) == 2


def test_it_needs_a_reason_and_keeps_what_was_typed(sent: House, given: homework.Set) -> None:
    with homework.later(3):
        url = f"{url_of(sent, given)}/set-aside"
        assert sent.visitor("imani").post(url, {"reason": ""}).status_code == 422
        long = sent.visitor("imani").post(url, {"reason": "x" * 1001})
    assert long.status_code == 422
    assert "x" * 1001 in long.text


def test_twice_is_once(sent: House, given: homework.Set) -> None:
    put_aside(sent, given)
    put_aside(sent, given)
    assert len(homework.rows_of(sent, SetAside)) == 1


def test_a_supervisor_sets_nothing_aside(sent: House, given: homework.Set) -> None:
    with homework.later(3):
        answer = sent.visitor("supervisor").post(
            f"{url_of(sent, given)}/set-aside", {"reason": WHY}
        )
        assert answer.status_code == 403
