"""What an exercise's scorer hands on: figures with their privacy, and private alerts.

The rule for privacy: a figure is as private as its most private input. One person's inputs: that person and the
clinician (`author`). Both persons' `own`, `flag` or `clin` inputs mixed: `clinician`. Only fields that are
shown on release: `joint`, and then only once every field in `needs_released` has been released. How well a
guess hit is for the guesser, for released rows only, and never for the one who was guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Answers = Mapping[str, object]
Person = Literal["a", "b"]
Subject = Literal["a", "b", "couple"]
Privacy = Literal["author", "clinician", "joint"]
Reading = Literal["higher_better", "lower_better", "neutral"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number or label worked out from answers.

    Attributes:
        key: stable name within the exercise; a row is added after a dot ("gap.physical").
        label: what it is, for people.
        value: the figure; `None` when it is not defined, and then `words` says why.
        unit: "points", "%", "days", ... or `None`.
        low: the lowest value it can take, for a chart; `None` if it is not a number.
        high: the highest.
        direction: which way is better, if either is.
        words: one sentence for people.
        inputs: keys of the fields it was worked out from.
        privacy: who may see it at most (see the module).
        validated: always false here: these are our own monitors.
        subject: whose it is; `None` from `score_own`, where the caller knows.
        needs_released: fields ("b.wish") that must be released before anyone but their author and the
            clinician sees this.
        sexual: holds sexual content, so any showing to the partner needs that consent too.
        rows: the rows of a matrix that it names.
        period: the week it covers, as "2026-W03"; `None` for a single entry.
    """

    key: str
    label: str
    value: float | str | None
    unit: str | None
    low: float | None
    high: float | None
    direction: Reading
    words: str
    inputs: frozenset[str]
    privacy: Privacy
    validated: bool = False
    subject: Subject | None = None
    needs_released: frozenset[str] = frozenset()
    sexual: bool = False
    rows: tuple[str, ...] = ()
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One submission of a repeated exercise."""

    on: date
    answers: Answers


@dataclass(frozen=True, slots=True)
class Alert:
    """A private matter for the clinician, raised by an answer to a `flag` field. Never shown to the partner."""

    field: str
    reason: Literal["low", "high", "fall"]
    words: str


Figures = tuple[Figure, ...]


def _no_own(_answers: Answers) -> Figures:
    return ()


def _no_pair(_a: Answers, _b: Answers) -> Figures:
    return ()


def _no_series(_entries: Sequence[Entry]) -> Figures:
    return ()


def _no_pair_series(_a: Sequence[Entry], _b: Sequence[Entry]) -> Figures:
    return ()


def _no_alerts(_answers: Answers, _previous: Answers | None) -> tuple[Alert, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Scorer:
    """What can be worked out for one exercise. What cannot be is an empty tuple, never an error.

    Attributes:
        slug: the exercise.
        score_own: from one person's answers.
        score_pair: from A's and B's answers to the same round.
        score_series: from one person's entries, in any order.
        score_pair_series: from both persons' entries.
        alerts: private alerts from one person's answers and that person's entry before.
    """

    slug: str
    score_own: Callable[[Answers], Figures] = _no_own
    score_pair: Callable[[Answers, Answers], Figures] = _no_pair
    score_series: Callable[[Sequence[Entry]], Figures] = _no_series
    score_pair_series: Callable[[Sequence[Entry], Sequence[Entry]], Figures] = _no_pair_series
    alerts: Callable[[Answers, Answers | None], tuple[Alert, ...]] = _no_alerts
