"""How a step becomes homework, and how it is taken back: for each person apart, so that no one's acts show on the other's side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from uuid import UUID

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.assignments import queries as assignment_queries
from practice.assignments import rules as assignment_rules
from practice.assignments import services as assignments
from practice.assignments.models import Assignment
from practice.assignments.queries import GivenSet
from practice.caseload.rules import NotOpen
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import Who
from practice.extensions import db
from practice.lib import clock
from practice.pathways import rules
from practice.pathways.models import PathwayRunStep
from practice.pathways.queries.running import RunFound, sets_in
from practice.responses import queries as responses


class CannotRun(ValueError):
    """The pathway cannot be started or changed like this; the message is for the clinician."""


class _NotGivenYet(Exception):
    """The step before waits for the clinician."""


def give(
    found: RunFound,
    row: PathwayRunStep,
    *,
    to: Collection[str],
    starts_on: date,
    by: Actor,
    follows: Mapping[str, Assignment] | None = None,
) -> None:
    """Give a step to ``a``, ``b`` or both.

    Raises :class:`CannotRun` when its exercise does not fit any more, and :class:`practice.caseload.rules.NotOpen` while its gate
    is closed; then nothing was given.
    """
    step = found.step_of(row)
    try:
        version_id, _ = catalogue.newest(step.exercise)
        made = assignments.assign(
            found.case,
            version_id,
            to=to,
            starts_on=starts_on,
            ends_on=None if follows else rules.last_day(step, starts_on),
            schedule=step.schedule,
            most_rounds=rules.most_rounds(step),
            follows=follows,
            delay_days=step.rule.delay_days,
            run_id=found.id,
            by=by,
        )
    except (NotFound, assignment_rules.CannotAssign) as refused:
        raise CannotRun(
            f"Step {row.number} cannot be given: its exercise was changed or retired."
        ) from refused
    row.set_ids = [*row.set_ids, str(made[0].set_id)]
    db.session.flush()


def give_what_follows(found: RunFound, *, by: Actor) -> None:
    """Tie every step that follows another to the one before it that stands, as soon as that one is given.

    Each person's step is tied to that person's own. What is begun, or is open already, stays as it is.
    """
    for place, row in enumerate(found.rows):
        if not found.step_of(row).rule.follows or row.skipped_at is not None:
            continue
        given = sets_in(found)
        try:
            before = {side: _before(found, place, side, given) for side in found.run.sides}
        except _NotGivenYet:
            continue
        if not row.set_ids:
            held = {side: one for side, one in before.items() if one is not None}
            with suppress(CannotRun, NotOpen):
                give(
                    found,
                    row,
                    to=found.run.sides,
                    starts_on=found.run.starts_on,
                    by=by,
                    follows=held,
                )
                _open_where_nothing_is_before(found, row, clock.today(by.zone))
        else:
            _tie_again(found, row, before, given, by=by)


def bring_forward(found: RunFound, row: PathwayRunStep, today: date) -> None:
    """Open a step that was given for a later day, or behind another, for everyone who has not begun it."""
    for one in not_begun(found, row):
        one.follows_id = one.delay_days = None
        one.starts_on = min(one.starts_on, today)


def not_begun(
    found: RunFound, row: PathwayRunStep, given: Mapping[UUID, GivenSet] | None = None
) -> list[Assignment]:
    """Return the assignments of a step that stand and of which nothing was written or sent."""
    begun = responses.overview(found.case).standing
    held = sets_in(found) if given is None else given
    return [one for one in standing(row, held) if one.id not in begun]


def withdraw_not_begun(found: RunFound, rows: Iterable[PathwayRunStep], *, by: Actor) -> None:
    """Take back what was given of these steps and not begun, for each person apart; what was begun or sent stays.

    A form of both goes by what stands on the form itself, which both can see: what one of them wrote alone beside it decides
    about that person's own questions, and never whether the other still finds the form.
    """
    given = sets_in(found)
    for row in rows:
        waiting = {one.id for one in not_begun(found, row, given)}
        for held in sets_of_step(row, given):
            for part in _parts(held, waiting):
                if all(one.id in waiting for one in part):
                    assignments.withdraw_rows(held, part, by=by)


def sets_of_step(row: PathwayRunStep, given: Mapping[UUID, GivenSet]) -> list[GivenSet]:
    """Return what a step was given as."""
    return [given[UUID(held)] for held in row.set_ids if UUID(held) in given]


def sides_taken_back(held: GivenSet, since: datetime) -> Sequence[str | None]:
    """Return the parts of a set taken back at or after a moment; None stands for a form of both, as a whole."""
    found = {
        _side(held, one)
        for one in held.assignments
        if one.withdrawn_at is not None and one.withdrawn_at >= since
    }
    return [None] if None in found else sorted(side for side in found if side is not None)


def _open_where_nothing_is_before(found: RunFound, row: PathwayRunStep, today: date) -> None:
    """Let a step begin today for whom nothing stands before it, on the same days whether or not it waits for the other."""
    starts_on = max(today, found.run.starts_on)
    for one in standing(row, sets_in(found)):
        if one.follows_id is None:
            one.starts_on = starts_on
            one.ends_on = rules.last_day(found.step_of(row), starts_on)


def _tie_again(
    found: RunFound,
    row: PathwayRunStep,
    before: Mapping[str, Assignment | None],
    given: Mapping[UUID, GivenSet],
    *,
    by: Actor,
) -> None:
    """Tie what waits for something that was taken back to what now comes before it."""
    standing = {one.id for held in given.values() for one in held.assignments if _stands(one)}
    today = max(clock.today(by.zone), found.run.starts_on)
    for held in sets_of_step(row, given):
        for one in held.assignments:
            side = _side(held, one)
            if one.follows_id is None or one.follows_id in standing or side is None:
                continue
            other = before.get(side)
            one.follows_id = other.id if other else None
            if other is None:
                one.starts_on = max(one.starts_on, today)


def _before(
    found: RunFound, place: int, side: str, given: Mapping[UUID, GivenSet]
) -> Assignment | None:
    """The person's own row of the nearest step before that stands; None when there is none."""
    for row in reversed(found.rows[:place]):
        for held in sets_of_step(row, given):
            own = held.one(side)
            if own is not None and _stands(own):
                return own
        if row.skipped_at is None and not row.set_ids:
            raise _NotGivenYet
    return None


def standing(row: PathwayRunStep, given: Mapping[UUID, GivenSet]) -> list[Assignment]:
    """Return what a step was given as and was not taken back."""
    return [one for held in sets_of_step(row, given) for one in held.assignments if _stands(one)]


def _stands(one: Assignment) -> bool:
    return one.withdrawn_at is None


def _parts(held: GivenSet, waiting: Collection[UUID]) -> list[list[Assignment]]:
    """The rows that are taken back together: each person's own, and the form of both; nothing where that form is begun."""
    by_side: dict[str | None, list[Assignment]] = {}
    for one in held.assignments:
        by_side.setdefault(_side(held, one), []).append(one)
    form = by_side.pop(None, [])
    own = list(by_side.values())
    if held.definition.who is not Who.JOINT:
        return own
    return [form, *own] if all(one.id in waiting for one in form) else []


def _side(held: GivenSet, one: Assignment) -> str | None:
    return assignment_queries.side_of(held.case, one.container_id)
