"""When Amara's homework comes: paused, stopped, changed or taken back for her alone; her own sessions; what got in her way."""

from __future__ import annotations

from datetime import timedelta

from practice.assignments import queries as assignment_queries
from practice.assignments import services as assignments
from practice.assignments.queries import GivenSet
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.treatment import services as treatment
from tests.factories.homework import give
from tests.integration.privacy.addressed import PASSED
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.varying import TEXT, WHEN, amara, variation


def _diary(found: Furnished) -> GivenSet:
    """The weekly diary that both have; inside a writing unit."""
    return assignment_queries.rows_of_set(found.house.case("imani"), found.things["set-diary"])


@variation("passed round: she says what got in the way")
def explained(found: Furnished) -> None:
    path = f"/homework/{found.things['diary-a']}/passed{PASSED}"
    assert amara(found).post(path, {"reason": "heavy", "words": TEXT}).status_code == 303


@variation("passed round: she would rather not say")
def declined(found: Furnished) -> None:
    path = f"/homework/{found.things['diary-a']}/passed{PASSED}"
    assert amara(found).post(path, {"reason": "declined"}).status_code == 303


@variation("homework of hers paused")
def paused(found: Furnished) -> None:
    with found.house.writing():
        diary = _diary(found)
        rows, by = diary.standing_rows("a"), diary.case.actor
        assignments.pause(diary, rows, from_day=WHEN.date(), by=by)


@variation("homework of hers changed and stopped")
def stopped(found: Furnished) -> None:
    with found.house.writing():
        diary = _diary(found)
        rows, by = diary.standing_rows("a"), diary.case.actor
        assignments.change(
            diary,
            rows,
            due_on=WHEN.date(),
            ends_on=WHEN.date(),
            window_days=2,
            most_rounds=5,
            by=by,
        )
        assignments.stop(diary, rows, by=by)


@variation("homework of both taken back from her alone")
def taken_back(found: Furnished) -> None:
    with found.house.writing():
        diary = _diary(found)
        assignments.withdraw(diary, by=diary.case.actor, side="a")


@variation("homework of both taken back from her alone, and given back")
def given_back(found: Furnished) -> None:
    for act in (assignments.withdraw, assignments.give_back):
        with found.house.writing():
            diary = _diary(found)
            act(diary, by=diary.case.actor, side="a")


@variation("a session alone that opens rounds of hers")
def her_session(found: Furnished) -> None:
    give(
        found.house,
        "hb-worth-and-support",
        to="a",
        starts_on=WHEN.date(),
        schedule=Schedule(ScheduleKind.BEFORE_SESSION, 3),
    )
    with found.house.writing():
        case = found.house.case("imani")
        for hours in (1, 30):
            treatment.add_session(case, "a", WHEN + timedelta(hours=hours), by=case.actor)
