"""Figures that many exercises have in common: a mean turned into 0 to 100, a share in per cent, guessed choices."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from statistics import fmean

from practice.measures.exercises.figure import Figure, Figures, Person, Privacy, Subject
from practice.measures.exercises.guessing import other
from practice.measures.exercises.scales import PERCENT, Scale, figure
from practice.measures.quantity import rounded, written

PARTLY = 0.5
"""What "partly" counts where the catalogue says ``yes + 0.5 x partly``."""


def of_hundred(values: Collection[float]) -> float:
    """Return the mean of answers from 0 to 4, as 0 to 100 to one decimal (mean x 25). Needs one answer."""
    return rounded(float(fmean(values)) * 25, 1)


def rate(
    key: str,
    label: str,
    counted: float,
    of: float,
    inputs: Iterable[str],
    *,
    privacy: Privacy = "author",
    subject: Subject | None = None,
) -> Figures:
    """Return counted / of x 100, to one decimal; nothing where there is nothing to count."""
    if of <= 0:
        return ()
    value = rounded(counted / of * 100, 1)
    words = f"{label}: {written(value)} %."
    return (figure(key, label, value, words, PERCENT, inputs, privacy=privacy, subject=subject),)


def yes_or_partly(answers: Iterable[str | None]) -> tuple[float, int]:
    """Return (yes + 0.5 x partly, how many answered yes, partly or no)."""
    given = [one for one in answers if one in ("yes", "partly", "no")]
    return given.count("yes") + PARTLY * given.count("partly"), len(given)


def top(values: Mapping[str, float], count: int) -> tuple[str, ...]:
    """Return the rows with the highest values; ties go by the order of the rows."""
    return tuple(sorted(values, key=lambda row: -values[row])[:count])


def guess_hits(
    guesser: Person,
    guessed: Collection[str] | None,
    actual: Collection[str],
    *,
    of: int,
    guess_field: str,
    actual_field: str,
    what: str,
) -> Figures:
    """Return how many guessed choices are among the partner's: for the guesser, once released, and for nobody else."""
    if not guessed or len(actual) < of:
        return ()
    hits = len(set(list(guessed)[:of]) & set(actual))
    words = f"{hits} of the {of} guessed are among {what}."
    made: Figure = figure(
        "guess_hits",
        "Guesses that were right",
        hits,
        words,
        Scale(0, of, f"of {of}", "higher_better"),
        {guess_field, actual_field},
        subject=guesser,
        needs_released={f"{other(guesser)}.{actual_field}"},
    )
    return (made,)


def named(row: str) -> str:
    """Return a stored row value as words."""
    return row.replace("_", " ")
