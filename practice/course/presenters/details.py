"""One measure in full: the figures that need both partners, and every row that was entered.

Figures that mix both partners' private numbers are for the clinician only. A similarity is never a verdict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from practice.caseload.queries import Case
from practice.course.presenters.measures import figure_words
from practice.course.presenters.scales import number, signed
from practice.measures import dyad
from practice.measures.model import Measure
from practice.measures.similarity import FEWEST_ITEMS_SHOWN, double_entry_icc, pearson
from practice.outcomes import queries, rules
from practice.outcomes.models import MeasureResult
from practice.outcomes.queries import Courses
from practice.outcomes.rules import Course, Reading


@dataclass(frozen=True)
class PairRow:
    """A figure of the two together, at the start and now, and how to read it."""

    label: str
    start: str
    now: str
    reading: str


@dataclass(frozen=True)
class EntryRow:
    """One stored row, with what became of it."""

    id: UUID
    side: str
    name: str
    on: date
    way: str
    score: str
    state: str
    why: str
    flags: tuple[str, ...]
    can_correct: bool


@dataclass(frozen=True)
class Details:
    """What the page of one measure shows beside its panel."""

    pairs: list[PairRow]
    entries: list[EntryRow]


def details(
    case: Case, measure: Measure, courses: Courses, rows: Sequence[MeasureResult]
) -> Details:
    """Put everything held on one measure into words."""
    both = measure.id not in rules.RESTRICTED and all(courses[side].readings for side in "ab")
    return Details(
        pairs=_pairs(measure, courses) if both else [],
        entries=_entries(case, rows),
    )


def _pairs(measure: Measure, courses: Courses) -> list[PairRow]:
    starts = [c.baseline if measure.total_range else c.readings[0] for c in _two(courses)]
    nows = [c.now for c in _two(courses)]
    found = [
        *_of_totals(measure, starts, nows),
        *_of_profiles(starts, nows),
        *_of_reports(measure, starts, nows),
    ]
    moved = any(s is not n for s, n in zip(starts, nows, strict=True))
    return [PairRow(r.label, r.start, r.now if moved else "", r.reading) for r in found]


def _two(courses: Courses) -> tuple[Course, Course]:
    return courses["a"], courses["b"]


Readings = Sequence[Reading | None]


def _of_totals(measure: Measure, starts: Readings, nows: Readings) -> list[PairRow]:
    if measure.total_range is None:
        return []
    (a0, b0), (a1, b1) = ([r.total if r else None for r in pair] for pair in (starts, nows))
    return [
        PairRow(
            "Gap, A − B",
            signed(dyad.discrepancy(a0, b0)),
            signed(dyad.discrepancy(a1, b1)),
            "Points between the two, with its sign.",
        ),
        PairRow(
            "Lower wellbeing of the two",
            number(dyad.couple_minimum(a0, b0, measure.direction)),
            number(dyad.couple_minimum(a1, b1, measure.direction)),
            "The score of whoever is doing less well, often the one that matters most.",
        ),
        PairRow(
            "Mean of the two",
            number(dyad.couple_mean(a0, b0)),
            number(dyad.couple_mean(a1, b1)),
            "Never used to classify a change.",
        ),
    ]


def _of_profiles(starts: Readings, nows: Readings) -> list[PairRow]:
    first, last = _profiles(starts), _profiles(nows)
    if first is None and last is None:
        return []
    return [
        PairRow(
            "Shape of the answers alike (r)",
            _coefficient(first, pearson),
            _coefficient(last, pearson),
            "1: high and low on the same items. It does not see the level.",
        ),
        PairRow(
            "Shape and level alike (double-entry ICC)",
            _coefficient(first, double_entry_icc),
            _coefficient(last, double_entry_icc),
            "1: the same answers throughout. Not a compatibility score.",
        ),
    ]


def _profiles(pair: Readings) -> tuple[list[float], list[float]] | None:
    """Return both lists of item answers, as given; None unless both answered every item of at least four."""
    a, b = pair
    if a is None or b is None or not a.is_complete or not b.is_complete:
        return None
    one = [x for x in a.answers or () if x is not None]
    other = [x for x in b.answers or () if x is not None]
    return (one, other) if len(one) >= FEWEST_ITEMS_SHOWN else None


def _coefficient(profiles: tuple[list[float], list[float]] | None, of: Any) -> str:
    if profiles is None:
        return "–"
    value = of(*profiles)
    return "undefined: all answers are equal" if value is None else _decimal(value)


def _of_reports(measure: Measure, starts: Readings, nows: Readings) -> list[PairRow]:
    """How far two reports of who presses lie apart; CPQ-SF only."""
    if measure.id != "cpq-sf":
        return []
    first, last = (
        dyad.demand_withdraw_concordance(a.subscales, b.subscales) if a and b else None
        for a, b in (starts, nows)
    )
    hint = "Points between the two reports of the same pattern; 0 is the same."
    return [
        PairRow(
            "A presses, B withdraws: reports apart by",
            number(first.a_demands if first else None),
            number(last.a_demands if last else None),
            hint,
        ),
        PairRow(
            "B presses, A withdraws: reports apart by",
            number(first.b_demands if first else None),
            number(last.b_demands if last else None),
            hint,
        ),
    ]


def _entries(case: Case, rows: Sequence[MeasureResult]) -> list[EntryRow]:
    replaced = {row.corrects_id: row for row in rows if row.corrects_id is not None}
    sides = {
        queries.container_of(case, side, row.measure_id): side for row in rows for side in "ab"
    }
    return [
        _entry(case, row, sides[row.container_id], replaced.get(row.id))
        for row in rows
        if not row.content.get("set_aside")
    ]


def _entry(case: Case, row: MeasureResult, side: str, later: MeasureResult | None) -> EntryRow:
    if later is None:
        state = "corrected" if row.corrects_id else ""
    else:
        state = "set aside" if later.content.get("set_aside") else "replaced"
    return EntryRow(
        id=row.id,
        side=side,
        name=case.partners[side].first_name,
        on=row.taken_on,
        way="by item" if row.content["way"] == "items" else "score only",
        score=figure_words(rules.reading_of(row)),
        state=state,
        why=str((later or row).content.get("why") or ""),
        flags=rules.reading_of(row).flags,
        can_correct=later is None,
    )


def _decimal(value: float) -> str:
    return f"{value:.2f}".replace("-", "\N{MINUS SIGN}")
