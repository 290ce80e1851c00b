from __future__ import annotations

from uuid import UUID

import pytest

from practice.assignments.models import Asks, Assignment
from practice.caseload import services as caseload
from practice.caseload.models import Status
from practice.catalogue.definition import ExerciseDefinition
from practice.responses.models import Release
from tests.factories import homework
from tests.factories.house import House

ROWS = ("blaming_partner_softened", "other_partner_engaged", "risk_of_rebuff")


@pytest.fixture
def reach(house: House) -> ExerciseDefinition:
    return homework.definition(house, "cc-softer-reach")


@pytest.fixture
def given(open_house: House) -> homework.Set:
    with homework.later(0):
        return homework.give(open_house, "cc-softer-reach", "a")


def rate(house: House, assignment: UUID | None, *ratings: int) -> int:
    couple = house.couples["amara-daniel"]
    data = {f"readiness__{row}": str(r) for row, r in zip(ROWS, ratings, strict=False)}
    path = f"/couples/{couple}/homework/open/{assignment}"
    return house.visitor("imani").post(path, data).status_code


def is_open(house: House, given: homework.Set) -> bool:
    page = house.visitor("amara").page(f"/homework/{given.a}")
    return "This opens when your clinician is ready." not in page


def test_it_stays_closed_until_readiness_is_four(open_house: House, given: homework.Set) -> None:
    with homework.later(1):
        assert not is_open(open_house, given)
        assert rate(open_house, given.a, 2, 1, 0) == 200
        assert not is_open(open_house, given)
        assert rate(open_house, given.a, 2, 2) == 200
        assert not is_open(open_house, given)
        assert rate(open_house, given.a, 2, 1, 1) == 303
        assert is_open(open_house, given)


def test_it_does_not_open_while_shared_work_is_closed(
    open_house: House, given: homework.Set
) -> None:
    with homework.later(1):
        with open_house.writing():
            case = open_house.case("imani")
            caseload.decide_status(case, Status.PENDING, rationale="Later.", by=case.actor)
        assert rate(open_house, given.a, 2, 2, 2) == 422
        assert not is_open(open_house, given)


def test_closed_for_any_reason_reads_the_same(open_house: House, given: homework.Set) -> None:
    with homework.later(1):
        waiting = homework.masked(open_house.visitor("amara").page(f"/homework/{given.a}"))
        rate(open_house, given.a, 2, 2, 2)
        with open_house.writing():
            case = open_house.case("imani")
            caseload.decide_status(case, Status.URGENT, rationale="Now.", by=case.actor)
        closed = homework.masked(open_house.visitor("amara").page(f"/homework/{given.a}"))
    assert closed == waiting


def test_the_reach_is_shown_answered_and_the_answer_shown(
    open_house: House, given: homework.Set, reach: ExerciseDefinition
) -> None:
    couple = open_house.couples["amara-daniel"]
    url = f"/couples/{couple}/homework/set/{given.set_id}/release"
    with homework.later(1):
        rate(open_house, given.a, 2, 2, 2)
        homework.complete(open_house.visitor("amara"), reach, given.a)
        assert open_house.visitor("daniel").get(f"/homework/{given.a}").status_code == 404
    with homework.later(26):
        imani = open_house.visitor("imani")
        digest = homework.hidden(imani.page(url), "digest")
        assert imani.post(url, {"digest": digest}).status_code == 303
        (release,) = homework.rows_of(open_house, Release)
        read = open_house.visitor("daniel").page(f"/together/{release.id}")
        assert "Some words about reach." in read
        assert "Some words about hurt" not in read
        rows = homework.rows_of(open_house, Assignment)
        reply = next(r.id for r in rows if r.asks is Asks.REPLY)
        page = open_house.visitor("daniel").page(f"/homework/{reply}/part/1")
        assert "Partner&#39;s response" in page or "Partner's response" in page
        assert "critic" not in page
    with homework.later(27):
        homework.complete(open_house.visitor("daniel"), reach, reply)
        before = open_house.visitor("amara").page(f"/together/{release.id}")
        assert "Some words about response." not in before
        assert "24 hours" in open_house.visitor("imani").page(url)
    with homework.later(52):
        imani = open_house.visitor("imani")
        digest = homework.hidden(imani.page(url), "digest")
        assert imani.post(url, {"digest": digest}).status_code == 303
        shown = [r for r in homework.rows_of(open_house, Release) if r.closed_at is None]
        assert len(shown) == 1
        for who in ("amara", "daniel"):
            read = open_house.visitor(who).page(f"/together/{shown[0].id}")
            assert "Some words about response." in read
    assert len(homework.rows_of(open_house, Assignment)) == 2
