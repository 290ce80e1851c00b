from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from practice.assignments.models import Assignment
from practice.catalogue.models import Exercise
from practice.extensions import db
from practice.lib import clock
from practice.pathways import queries, services
from practice.pathways.models import Pathway, PathwayRunStep, PathwayVersion
from practice.pathways.rules import drafting
from tests.factories import homework
from tests.factories.counting import counted
from tests.factories.homework import MONDAY
from tests.factories.house import House

GENTLE = {
    "assign_to": "each",
    "rule": {"kind": "none"},
    "planned_week": 1,
    "for_weeks": 1,
    "schedule": {"kind": "once"},
}
BY_HAND = {**GENTLE, "rule": {"kind": "clinician_opens"}}


def publish(house: House, *steps: dict[str, Any], pathway: UUID | None = None) -> UUID:
    """Publish a version of Imani's own pathway; return the pathway's id."""
    with house.writing():
        actor = house.actor("imani")
        keyed = [{"key": f"k{n}", **step} for n, step in enumerate(steps)]
        draft = {**drafting.new_draft("Made up"), "purpose": "To test.", "steps": keyed}
        if pathway is None:
            pathway = services.make(draft, by=actor).id
            db.session.flush()
        found = queries.own_pathway(actor, pathway)
        services.change_draft(found, draft, by=actor)
        services.publish(found, by=actor)
    return pathway


def start(house: House, pathway: UUID, sides: str = "ab") -> UUID:
    with clock.set_to(MONDAY), house.writing():
        case = house.case("imani")
        made = {one.id: one for one in queries.startable(case.actor)}
        version = made[pathway].version_id
        return services.start(case, version, sides=sides, starts_on=MONDAY.date(), by=case.actor).id


def act(house: House, run: UUID, number: int, service: Any, **more: Any) -> None:
    with clock.set_to(MONDAY + timedelta(days=1)), house.writing():
        case = house.case("imani")
        service(queries.run_step_of(case.actor, case.id, run, number), by=case.actor, **more)


def page(house: House, run: UUID) -> str:
    couple = house.couples["amara-daniel"]
    with clock.set_to(MONDAY + timedelta(days=1)):
        return house.visitor("imani").page(f"/couples/{couple}/pathways/{run}")


def given(house: House) -> list[Assignment]:
    return [a for a in homework.rows_of(house, Assignment) if a.pathway_run_id is not None]


def test_bringing_in_the_ready_made_twice_adds_nothing(house: House) -> None:
    with house.writing():
        assert services.load_shipped() == 0
        assert db.session.query(Pathway).filter(Pathway.slug.is_not(None)).count() == 8


def test_a_couple_stays_on_the_version_it_was_started_on(house: House) -> None:
    own = publish(house, {"exercise": "er-soothing-menu", **GENTLE})
    run = start(house, own)
    publish(house, {"exercise": "st-stress-map", **GENTLE}, pathway=own)
    assert "Soothing menu" in page(house, run)
    assert "Outside stress map" not in page(house, run)
    with house.reading():
        numbers = db.session.scalars(
            db.select(PathwayVersion.number).where(PathwayVersion.pathway_id == own)
        )
        assert sorted(numbers) == [1, 2]


def test_a_step_for_one_of_the_two_is_opened_for_the_one_chosen(house: House) -> None:
    homework.clear(house)
    own = publish(house, {"exercise": "cc-softer-reach", **BY_HAND, "assign_to": "one"})
    run = start(house, own)
    shown = page(house, run)
    assert "Open for Amara" in shown
    assert "Open for Daniel" in shown
    act(house, run, 1, services.open_step, side="b")
    (only,) = given(house)
    with house.reading():
        assert only.container_id == house.case("imani").container("partner_b")
    shown = page(house, run)
    assert "Look and open for Daniel" in shown
    assert "Open for Amara" in shown
    couple = house.couples["amara-daniel"]
    with clock.set_to(MONDAY + timedelta(days=1)):
        told = house.visitor("imani").post(
            f"/couples/{couple}/pathways/{run}/steps/1/open", follow_redirects=True
        )
    assert "Choose which of the two takes this step." in told.text


def test_an_exercise_that_was_retired_waits_and_keeps_nothing_back(house: House) -> None:
    own = publish(
        house,
        {"exercise": "er-soothing-menu", **GENTLE},
        {"exercise": "st-stress-map", **GENTLE},
    )
    with house.writing():
        row = db.session.scalars(
            db.select(Exercise).where(Exercise.slug == "er-soothing-menu")
        ).one()
        row.retired_at = clock.now()
    run = start(house, own)
    assert len(given(house)) == 2
    first = min(homework.rows_of(house, PathwayRunStep), key=lambda r: r.number)
    assert first.set_ids == []
    assert "Soothing menu" in page(house, run)


def test_a_step_behind_a_gate_that_closed_again_stays_planned(house: House) -> None:
    homework.clear(house)
    own = publish(house, {"exercise": "cc-loop-map", **BY_HAND})
    run = start(house, own)
    act(house, run, 1, services.open_step)
    with clock.set_to(MONDAY + timedelta(days=2)), house.writing():
        case = house.case("imani")
        services.stop(queries.run_in(case, run), by=case.actor)
        case.couple.shared_work_open = False
        services.undo_stop(queries.run_in(case, run), by=case.actor)
    assert all(row.withdrawn_at is not None for row in given(house))
    homework.clear(house)
    assert "Open now" in page(house, run)
    act(house, run, 1, services.open_step)
    assert sum(row.withdrawn_at is None for row in given(house)) == 2


def test_what_follows_a_step_by_hand_waits_for_it(house: House) -> None:
    own = publish(
        house,
        {"exercise": "er-soothing-menu", **BY_HAND},
        {"exercise": "st-stress-map", **GENTLE, "rule": {"kind": "after_previous"}},
    )
    run = start(house, own)
    assert given(house) == []
    act(house, run, 1, services.open_step)
    rows = {row.id: row for row in given(house)}
    following = [row for row in rows.values() if row.follows_id is not None]
    assert len(rows) == 4
    assert len(following) == 2
    assert all(rows[row.follows_id].container_id == row.container_id for row in following)


def test_a_second_run_is_no_part_of_the_first(house: House) -> None:
    own = publish(house, {"exercise": "er-soothing-menu", **GENTLE})
    first, second = start(house, own), start(house, own)
    with clock.set_to(MONDAY + timedelta(days=1)), house.writing():
        case = house.case("imani")
        services.stop(queries.run_in(case, first), by=case.actor)
    standing = {row.pathway_run_id for row in given(house) if row.withdrawn_at is None}
    assert standing == {second}


def test_an_own_pathway_reaches_a_couple_only_by_its_maker(house: House) -> None:
    publish(house, {"exercise": "er-soothing-menu", **GENTLE})
    couple = house.couples["amara-daniel"]
    assert "Made up" in house.visitor("imani").page(f"/couples/{couple}/pathways")
    assert "Made up" not in house.visitor("cotherapist").page(f"/couples/{couple}/pathways")


def test_its_page_asks_the_database_a_fixed_number_of_times(house: House) -> None:
    small = start(house, publish(house, {"exercise": "er-soothing-menu", **GENTLE}))
    slugs = ("er-feelings-log", "st-stress-map", "ib-balance-wheel", "aa-what-lands")
    large = start(house, publish(house, *({"exercise": slug, **GENTLE} for slug in slugs)))
    counts = []
    for run in (small, large):
        page(house, run)
        with counted() as seen:
            page(house, run)
        counts.append(len(seen))
    assert counts[0] == counts[1] < 45
