"""A pathway that a couple is on, in words for the care team: each step, how it stands for each of the two, what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for

from practice.assignments import queries as assignments
from practice.assignments import rules as assignment_rules
from practice.assignments.models import Asks, Assignment
from practice.assignments.queries import GivenSet
from practice.catalogue.definition import ExerciseDefinition
from practice.lib import clock
from practice.pathways import rules
from practice.pathways.definition import AssignTo
from practice.pathways.models import PathwayRunStep
from practice.pathways.presenters.plan import StepLine, step_line
from practice.pathways.queries import RunFound
from practice.responses.presenters.overview import Act, SetRow, Side, overview_rows
from practice.responses.queries import Overview
from practice.web.templating import day


@dataclass(frozen=True)
class StepRow:
    """One step of a run. ``open_for`` are (side, words) of what can be opened now; "" opens it for everyone."""

    number: int
    line: StepLine
    a: Side | None
    b: Side | None
    both: Side | None
    is_skipped: bool
    open_for: tuple[tuple[str, str], ...]
    can_be_moved: bool
    can_be_skipped: bool
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class RunCard:
    """One run in the couple's list, and the head of its own page."""

    id: UUID
    title: str
    facts: tuple[str, ...]
    state: str
    tone: str
    is_running: bool
    is_paused: bool


def run_card(found: RunFound, today: date) -> RunCard:
    """Return what stands in the list of a couple's pathways."""
    run = found.run
    names = [p.first_name for s, p in found.case.partners.items() if s in run.sides]
    facts = [f"for {' and '.join(names)}", f"from {day(run.starts_on)}"]
    state, tone = "Running", "good"
    if run.stopped_at is not None:
        state, tone = f"Stopped {day(run.stopped_at)}", ""
    elif run.paused_on is not None:
        state, tone = f"Paused since {day(run.paused_on)}", "attention"
    elif today < run.starts_on:
        state = "Not begun yet"
    else:
        week = rules.week_of(today, run.starts_on)
        facts.append(f"week {week} of {found.definition.weeks} as planned")
    return RunCard(
        run.id,
        found.definition.title,
        tuple(facts),
        state,
        tone,
        found.is_running,
        run.paused_on is not None,
    )


def run_rows(
    found: RunFound, overview: Overview, exercises: Mapping[str, ExerciseDefinition], today: date
) -> list[StepRow]:
    """Return the steps of a run in order, with how each stands."""
    words = {row.set_id: row for row in overview_rows(overview, today)}
    return [_row(found, row, overview, words, exercises, today) for row in found.rows]


def _row(
    found: RunFound,
    row: PathwayRunStep,
    overview: Overview,
    words: Mapping[UUID, SetRow],
    exercises: Mapping[str, ExerciseDefinition],
    today: date,
) -> StepRow:
    step = found.step_of(row)
    line = step_line(
        row.number,
        step,
        exercises,
        sides=found.run.sides,
        starts_on=found.run.starts_on,
        couple=found.case.couple,
    )
    ids = {UUID(held) for held in row.set_ids}
    sets = [held for held in overview.sets if held.set_id in ids]
    reader = _Reader(found, row, overview, words, today)
    is_joint = step.assign_to is AssignTo.JOINT
    waiting = [one for held in sets for one in held.assignments if reader.waits(one)]
    goes = found.is_running and found.run.paused_on is None
    may_act = goes and row.skipped_at is None
    return StepRow(
        number=row.number,
        line=line,
        a=None if is_joint else reader.side(sets, "a"),
        b=None if is_joint else reader.side(sets, "b"),
        both=reader.both(sets) if is_joint else None,
        is_skipped=row.skipped_at is not None,
        open_for=_open_for(found, row, line, sets, waiting) if may_act else (),
        can_be_moved=may_act and (not sets or bool(waiting)),
        can_be_skipped=may_act and (not sets or bool(reader.not_begun(sets))),
        acts=tuple(_still_closed(found, sets)),
    )


def _open_for(
    found: RunFound,
    row: PathwayRunStep,
    line: StepLine,
    sets: list[GivenSet],
    waiting: list[Assignment],
) -> tuple[tuple[str, str], ...]:
    if line.is_closed or not line.is_known:
        return ()
    if found.step_of(row).assign_to is AssignTo.ONE:
        taken = {side for held in sets for side in "ab" if held.one(side) is not None}
        return tuple(
            (side, f"Open for {found.case.partners[side].first_name}")
            for side in found.run.sides
            if side not in taken
        )
    stands = any(one.withdrawn_at is None for held in sets for one in held.assignments)
    return (("", "Open now"),) if waiting or not stands else ()


def _still_closed(found: RunFound, sets: list[GivenSet]) -> Iterator[Act]:
    """Exercises that ask for a look at readiness first are opened one by one, on a page of their own."""
    for held in sets:
        for one in held.assignments if held.definition.gates.clinician_opens else ():
            side = assignments.side_of(found.case, one.container_id)
            if one.opened_at is None and one.withdrawn_at is None and side is not None:
                yield Act(
                    f"Look and open for {found.case.partners[side].first_name}",
                    url_for(
                        "responses.open_exercise", couple_id=found.case.id, assignment_id=one.id
                    ),
                )


@dataclass(frozen=True)
class _Reader:
    """How one step stands for each of the two."""

    found: RunFound
    row: PathwayRunStep
    overview: Overview
    words: Mapping[UUID, SetRow]
    today: date

    def side(self, sets: list[GivenSet], side: str) -> Side | None:
        """Return how it stands for one partner; None for one who takes no part."""
        if side not in self.found.run.sides:
            return None
        held = next((one for one in sets if one.one(side) is not None), None)
        own = held.one(side) if held else None
        if held is None or own is None:
            return self._not_given()
        shown = getattr(self.words[held.set_id], side)
        return shown if own.id in self.overview.standing else self._not_begun(own)

    def both(self, sets: list[GivenSet]) -> Side:
        """Return how a form of both stands."""
        for held in sets:
            own = held.one(None, Asks.TOGETHER)
            if own is not None:
                shown = self.words[held.set_id].both
                return shown if shown and own.id in self.overview.standing else self._not_begun(own)
        return self._not_given()

    def waits(self, one: Assignment) -> bool:
        """Whether an assignment stands, is not begun, and has not opened yet."""
        is_begun = one.withdrawn_at is not None or one.id in self.overview.standing
        return not is_begun and not self._rhythm(one).has_started(self.today)

    def not_begun(self, sets: list[GivenSet]) -> list[Assignment]:
        """Return what stands and was not begun."""
        return [
            one
            for held in sets
            for one in held.assignments
            if one.withdrawn_at is None and one.id not in self.overview.standing
        ]

    def _not_given(self) -> Side:
        if self.row.skipped_at is not None:
            return Side("Skipped", "")
        return Side(f"Planned for {day(self.row.planned_on)}", "")

    def _not_begun(self, own: Assignment) -> Side:
        if own.withdrawn_at is not None:
            return Side("Skipped" if self.row.skipped_at else "Taken back", "")
        rhythm = self._rhythm(own)
        if rhythm.is_paused(self.today):
            return Side("Paused", "attention")
        if rhythm.is_waiting:
            return Side("Opens once the step before is sent", "")
        if not rhythm.has_started(self.today):
            return Side(f"Opens {day(rhythm.starts_on)}", "")
        is_over = assignment_rules.state(rhythm, self.today, ()) is assignment_rules.State.OVER
        return Side("Not sent" if is_over else "Open, not started", "")

    def _rhythm(self, own: Assignment) -> assignment_rules.Rhythm:
        before = self.overview.standing.get(own.follows_id) if own.follows_id else None
        first = before.sent[0][2] if before and before.sent else None
        zone = self.found.case.actor.zone
        return assignments.rhythm_of(
            own, sent_before_on=clock.day_of(first, zone) if first else None
        )
