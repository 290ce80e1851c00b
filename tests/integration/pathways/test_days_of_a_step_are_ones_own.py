"""D8: on which days a step stands for one person does not follow from whether the other has begun the step before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from practice.assignments import queries as assignments
from practice.assignments.models import Assignment
from practice.catalogue.models import Exercise
from practice.extensions import db
from practice.lib import clock
from practice.pathways import queries as pathway_queries
from practice.pathways import services as pathways
from practice.pathways.rules.drafting import new_draft
from practice.responses import queries as responses
from practice.responses import services as answering
from tests.factories.homework import MONDAY, plausible, rows_of
from tests.factories.house import House
from tests.integration.pathways.test_a_couple_on_a_pathway import at

SECOND = "hb-worth-and-support"


def retire(house: House, *, is_retired: bool) -> None:
    """Take the second step's exercise out of use: it cannot be given meanwhile."""
    with house.writing():
        row = db.session.scalars(db.select(Exercise).where(Exercise.slug == SECOND)).one()
        row.retired_at = clock.now() if is_retired else None


def step(key: str, exercise: str, rule: str) -> dict[str, Any]:
    return {
        "key": key,
        "exercise": exercise,
        "assign_to": "each",
        "rule": {"kind": rule},
        "planned_week": 1,
        "for_weeks": 1,
        "schedule": {"kind": "once"} if key == "one" else {"kind": "as_needed"},
    }


def started(house: House) -> UUID:
    """A pathway of two steps whose second cannot be given yet; return the run."""
    steps = [
        step("one", "er-soothing-menu", "none"),
        step("two", SECOND, "after_previous"),
    ]
    with at(0), house.writing():
        actor = house.actor("imani")
        draft = {**new_draft("Two steps"), "purpose": "To try.", "steps": steps}
        made = pathways.make(draft, by=actor)
        pathways.publish(pathway_queries.own_pathway(actor, made.id), by=actor)
    retire(house, is_retired=True)
    with at(0), house.writing():
        case = house.case("imani")
        found = {one.id: one for one in pathway_queries.startable(case.actor)}[made.id]
        run = pathways.start(
            case, found.version_id, sides="ab", starts_on=MONDAY.date(), by=case.actor
        )
        return run.id


def she_begins(house: House) -> None:
    with at(1), house.writing():
        case = house.case("amara")
        (first,) = assignments.given_in(case, [case.own_container])
        found = responses.round_of(first)
        answering.fill_in(found, plausible(first.definition), by=case.actor)


def his_second(house: House) -> tuple[date, date | None]:
    with house.reading():
        container = house.case("imani").container("partner_b")
    rows = [r for r in rows_of(house, Assignment) if r.container_id == container]
    (row,) = [r for r in rows if r.withdrawn_at is None]
    return row.starts_on, row.ends_on


@pytest.mark.parametrize("begins", [True, False], ids=["she has begun", "she has not"])
def test_a_step_after_a_skipped_one(house: House, begins: bool) -> None:
    run_id = started(house)
    if begins:
        she_begins(house)
    retire(house, is_retired=False)
    with at(3), house.writing():
        actor = house.actor("imani")
        held = pathway_queries.run_step_of(actor, house.couples["amara-daniel"], run_id, 1)
        pathways.skip_step(held, by=actor)
    today = (MONDAY + timedelta(days=3)).date()
    assert his_second(house) == (today, today + timedelta(days=6))
