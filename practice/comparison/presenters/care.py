"""The whole comparison for the care team: private answers too, how each guessed, and what may be picked from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from practice.catalogue.definition import FieldDefinition, WrittenBy
from practice.catalogue.rules import with_partner_names
from practice.comparison.presenters.beside import Beside, besides
from practice.comparison.presenters.gaps import (
    Comparison,
    Ends,
    comparison,
    ends_of,
    pattern,
    scored,
)
from practice.comparison.presenters.guesses import Guess, guesses
from practice.measures.exercises.figure import Figure
from practice.measures.exercises.registry import scorer_for
from practice.reports import charts
from practice.responses.presenters.review import FigureLine, figure_lines
from practice.responses.queries import Pair
from practice.responses.rules import entries


@dataclass(frozen=True)
class Guessed:
    """How one of the two guessed: figures in words, and each guess beside the answer."""

    name: str
    figures: list[FigureLine]
    guesses: tuple[Guess, ...]


@dataclass(frozen=True)
class ComparisonPage:
    """Everything on the page."""

    charts: tuple[Comparison, ...]
    guesses: tuple[Guessed, ...]
    figures: list[FigureLine]
    beside: tuple[Beside, ...]


def comparison_page(pair: Pair) -> ComparisonPage:
    """Return both partners' answers to one round side by side, whatever the exercise asks."""
    a = {**pair.answers("a"), **pair.reply("a")}
    b = {**pair.answers("b"), **pair.reply("b")}
    names = (pair.case.a.first_name, pair.case.b.first_name)
    fields = [
        with_partner_names(f, *names)
        for f in pair.definition.fields
        if f.by is not WrittenBy.CLINICIAN and (f.key in a or f.key in b)
    ]
    own = [f for f in fields if not f.guesses]
    # A number stands in its chart, and a guess beside what it guessed.
    in_words = [
        f for f in fields if (f.guesses not in a or f.guesses not in b) and not _is_number(f)
    ]
    figures = between(pair)
    return ComparisonPage(
        charts=tuple(comparison(found, names, _pattern) for found in scored(own, a, b)),
        guesses=tuple(_guessed(pair, figures)),
        figures=figure_lines(f for f in figures if f.subject not in ("a", "b")),
        beside=besides(in_words, a, b, names),
    )


def between(pair: Pair) -> tuple[Figure, ...]:
    """Return what is worked out from both: of this round with its replies, and over time the newest week or month."""
    scorer, zone = scorer_for(pair.definition.slug), pair.case.actor.zone
    a, b = ({**pair.answers(side), **pair.reply(side)} for side in "ab")
    of_a, of_b = (entries(pair.history.get(side, ()), zone) for side in "ab")
    over_time = scorer.score_pair_series(of_a, of_b)
    newest = max((f.period for f in over_time if f.period), default=None)
    return (*scorer.score_pair(a, b), *(f for f in over_time if f.period in (newest, None)))


def _guessed(pair: Pair, figures: Sequence[Figure]) -> list[Guessed]:
    found = []
    for side, other in (("a", "b"), ("b", "a")):
        name, whose = (pair.case.partners[s].first_name for s in (side, other))
        own = guesses(
            pair.definition,
            pair.answers(side),
            pair.answers(other),
            (f"{name}’s guess", f"{whose}’s answer"),
        )
        told = figure_lines(f for f in figures if f.subject == side)
        if own or told:
            found.append(Guessed(name, told, own))
    return found


def _is_number(field: FieldDefinition) -> bool:
    return not field.guesses and ends_of(field) is not None


def _pattern(rows: Sequence[charts.Gap], ends: Ends, names: tuple[str, str]) -> str:
    return pattern(rows, ends.low, ends.high, names)
