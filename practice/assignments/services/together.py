"""Giving several exercises, or one to several couples: what cannot be given is said, and the rest is given all the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.assignments import queries, rules
from practice.assignments.models import Assignment, StarterSet
from practice.assignments.queries import GivenSet, OwnSet
from practice.assignments.rules import SetItem
from practice.assignments.services.giving import assign
from practice.audit import services as audit
from practice.caseload.queries import Case
from practice.caseload.rules import NotOpen
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import Schedule, ScheduleKind, Who
from practice.extensions import db

CLOSED = "this kind of work is not open there yet"
HAS_IT = "they have it already"
BY_OTHERS = "others of the care team give homework there"
RETIRED = "it is no longer in the library"


@dataclass(frozen=True)
class Outcome:
    """What became of one exercise for one couple; ``why_not`` is "" when it was given."""

    couple: str
    title: str
    why_not: str = ""


def give_items(
    case: Case,
    items: Iterable[SetItem],
    *,
    first_day: date,
    by: Actor,
    due_on: date | None = None,
    ends_on: date | None = None,
    note: str | None = None,
) -> list[Outcome]:
    """Give each exercise that can be given to a couple now; one that is out already is not given twice."""
    outcomes = []
    for item in items:
        try:
            version_id, definition = catalogue.newest(item.exercise)
        except NotFound:
            outcomes.append(Outcome(case.names, item.exercise, RETIRED))
            continue
        why_not = HAS_IT if queries.still_running(case, version_id) else ""
        if not why_not:
            why_not = _refusal_of(
                partial(
                    assign,
                    case,
                    version_id,
                    to=tuple(item.to),
                    starts_on=item.starts_on(first_day),
                    due_on=due_on,
                    ends_on=ends_on,
                    schedule=item.schedule,
                    window_days=item.window,
                    most_rounds=item.most,
                    note=note,
                    by=by,
                )
            )
        outcomes.append(Outcome(case.names, definition.title, why_not))
    return outcomes


def _refusal_of(give: Callable[[], object]) -> str:
    """Give something and return "", or why it could not be given."""
    try:
        give()
    except NotOpen:
        return CLOSED
    except rules.CannotAssign as refused:
        return str(refused)
    return ""


def save_set(name: str, sets: Collection[GivenSet], *, by: Actor) -> StarterSet:
    """Keep what a couple was given as a set of one's own: exercises and rhythms, no names, no notes, no answers.

    Raises :class:`rules.CannotAssign` where nothing is chosen. Each of ``sets`` has rows that stand.
    """
    if not sets:
        raise rules.CannotAssign("Choose at least one exercise.")
    given = [(found, found.standing_rows()[0]) for found in sets]
    first_day = min(row.starts_on for _, row in given)
    items = [_item(found, row, first_day) for found, row in given]
    row = StarterSet(
        made_by=by.user_id,
        name=name,
        items=rules.stored_items(sorted(items, key=lambda item: (item.day, item.exercise))),
    )
    db.session.add(row)
    audit.record("starter set saved", by=by, subject=row.id)
    return row


def remove_set(found: OwnSet, *, by: Actor) -> None:
    """Remove one of one's own sets; what was given with it stays given."""
    db.session.delete(found.row)
    audit.record("starter set removed", by=by, subject=found.id)


def _item(found: GivenSet, row: Assignment, first_day: date) -> SetItem:
    sides = "".join(found.sides) if found.definition.who is not Who.JOINT else rules.EACH
    return SetItem(
        exercise=found.definition.slug,
        day=(row.starts_on - first_day).days,
        schedule=Schedule(ScheduleKind(row.schedule_kind), row.schedule_n),
        to=sides or rules.EACH,
        window=row.window_days,
        most=row.most_rounds,
    )
