"""A couple of whom everything was asked and answered, with a word of its own in every place, and everything opened that can be."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from practice.assignments import queries as assignments
from practice.assignments import services as giving
from practice.caseload.queries import Case
from practice.catalogue.definition import ExerciseDefinition, Schedule, ScheduleKind, Who
from practice.catalogue.loading import load_definitions
from practice.lib import clock
from practice.measures import registry
from practice.measures.model import Measure
from practice.outcomes import rules as outcome_rules
from practice.outcomes import services as outcomes
from practice.reports import services as reports
from practice.responses import queries as responses
from practice.responses import rules as response_rules
from practice.responses import services as answering
from practice.treatment import services as treatment
from tests.factories import databases
from tests.factories.homework import MONDAY, Set, clear, give, open_sexual_work
from tests.factories.house import House, fresh_app
from tests.integration.conftest import Built, let_go
from tests.integration.reports import canaries

ONCE = Schedule(ScheduleKind.ONCE, None)
WHO = {"a": "amara", "b": "daniel"}
OFFERED = outcome_rules.offered(sexual_work_open=True)
LOCKED = MONDAY + timedelta(days=10)


@dataclass
class Told:
    """The house, and what was opened of each exercise: its slug and the questions."""

    house: House
    released: dict[str, set[str]] = field(default_factory=dict)


@pytest.fixture(scope="package")
def told(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Ask, answer and open everything, once for all tests that only look."""
    folder, template, people = built
    here = tmp_path_factory.mktemp("told")
    for file in folder.glob("practice.db*"):
        shutil.copy(file, here / file.name)
    name = databases.make_database(template=template) if template else None
    app = fresh_app(here, databases.address_of(name) if name else None)
    found = Told(people.on(app))
    with clock.set_to(MONDAY):
        _tell(found)
    yield found
    let_go(app)
    if name:
        databases.drop_database(name)


def _tell(found: Told) -> None:
    house = found.house
    clear(house)
    open_sexual_work(house)
    given = {
        d.slug: (
            d,
            give(house, d.slug, to="b" if d.who is Who.ONE_PARTNER else "ab", schedule=ONCE),
        )
        for d in load_definitions().values()
        # The private questions are asked on pages of their own, and given to nobody.
        if not all(f.flow for f in d.fields)
    }
    _open_what_waits(house, given)
    for side in "ab":
        with house.writing():
            for definition, row in given.values():
                _send(house, side, definition, row)
    _write_together(house, given)
    with clock.set_to(MONDAY + timedelta(hours=30)):
        _release(found, given)
    _outcomes(house)


def _open_what_waits(house: House, given: dict[str, tuple[ExerciseDefinition, Set]]) -> None:
    """Open what the clinician opens, as rated ready."""
    for definition, row in given.values():
        if definition.gates.clinician_opens:
            with house.writing():
                case = house.case("imani")
                for one in assignments.rows_of_set(case, row.set_id).assignments:
                    giving.open_for_writing(assignments.Given(case, one, definition), by=case.actor)


def _send(house: House, side: str, definition: ExerciseDefinition, row: Set) -> None:
    own = getattr(row, side)
    if own is None:
        return
    case = house.case(WHO[side])
    round_ = responses.round_of(assignments.own_assignment(case.actor, own))
    assert round_.is_open, definition.slug
    _fill(round_, definition, side)
    again = responses.round_of(assignments.own_assignment(case.actor, own))
    assert again.draft is not None
    answering.send(again, by=case.actor, form_key=again.draft.form_key)


def _fill(round_: responses.Round, definition: ExerciseDefinition, side: str) -> None:
    words = canaries.answers(definition, side)
    asked = {f.key for f in round_.fields_for(words)}
    kept = {k: v for k, v in words.items() if k in asked}
    answering.fill_in(round_, kept, by=round_.given.case.actor)


def _write_together(house: House, given: dict[str, tuple[ExerciseDefinition, Set]]) -> None:
    both = [(d, row.both) for d, row in given.values() if row.both]
    for side in "ab":
        with house.writing():
            for definition, form in both:
                case = house.case(WHO[side])
                round_ = responses.round_of(assignments.own_assignment(case.actor, form))
                if round_.draft is None:
                    _fill(round_, definition, "a")
                    round_ = responses.round_of(assignments.own_assignment(case.actor, form))
                wording = responses.wording(round_.given, round_.key, round_.given_answers)
                answering.sign_wording(
                    round_, wording.digest, signed_name=case.own.name, by=case.actor
                )
    with house.writing():
        case = house.case("imani")
        for _, form in both:
            agreement = responses.agreement_of(assignments.assignment_of(case.actor, case.id, form))
            with suppress(response_rules.NotReady):
                answering.put_in_force(agreement, by=case.actor)


def _release(found: Told, given: dict[str, tuple[ExerciseDefinition, Set]]) -> None:
    for definition, row in given.values():
        with found.house.writing():
            case = found.house.case("imani")
            prepared = answering.prepare(
                responses.pair_of(assignments.rows_of_set(case, row.set_id))
            )
            if prepared.reasons:
                continue
            answering.release(prepared, digest=prepared.digest, by=case.actor)
            found.released[definition.slug] = {item.key for item in prepared.items}


def _outcomes(house: House) -> None:
    """Every measure of both, a goal of each kind, everything agreed to be shown, and shown."""
    with clock.set_to(MONDAY + timedelta(hours=31)):
        with house.writing():
            _measure_and_set_goals(house.case("imani"))
        for side in "ab":
            with house.writing():
                case = house.case(WHO[side])
                for measure_id in OFFERED:
                    outcomes.choose_sharing(case, measure_id, True, by=case.actor)
        with house.writing():
            case = house.case("imani")
            for measure_id in OFFERED:
                outcomes.release_measure(case, measure_id, by=case.actor)
            reports.ask_for_words(case, by=case.actor)
        for side in "ab":
            with house.writing():
                agree_to_be_quoted(house, side)


def _measure_and_set_goals(case: Case) -> None:
    for measure in registry.all_measures():
        for side in "ab":
            _enter(case, side, measure)
    for owner in ("both", "a", "b"):
        words = f"Goal {canaries.canary('goal', owner)}"
        goal = treatment.add_goal(case, owner, words, by=case.actor)
        for day, level in ((date(2026, 1, 12), -1), (date(2026, 3, 1), 1)):
            treatment.rate_goal(case, goal, level, day, by=case.actor)


def _enter(case: Case, side: str, measure: Measure) -> None:
    """Enter a result of the middle of the range, twice."""
    answers = [(low + high) // 2 for low, high in measure.item_ranges]
    for taken in (date(2026, 1, 12), date(2026, 3, 1)):
        outcomes.enter_by_item(case, side, measure.id, taken, answers, by=case.actor)


def agree_to_be_quoted(house: House, side: str) -> None:
    """Agree to all own words that were asked about; inside a writing unit."""
    case = house.case(WHO[side])
    chosen = [str(choice.id) for choice, _, _ in reports.own_words_to_choose(case)]
    reports.choose_words(case, chosen, by=case.actor)
