"""What a repeated answer does over time: its mean in each week, and where it went from the first entry to the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from statistics import fmean

from practice.measures.exercises.figure import Answers, Entry, Figures
from practice.measures.exercises.scales import Scale, figure
from practice.measures.exercises.weeks import by_week
from practice.measures.quantity import points, rounded, written

Read = Callable[[Answers], float | None]
FEWEST_FOR_A_COURSE = 2


def week_means(
    entries: Sequence[Entry],
    read: Read,
    key: str,
    label: str,
    scale: Scale,
    inputs: Iterable[str],
    *,
    sexual: bool = False,
) -> Figures:
    """Return the mean of each calendar week in which the question was answered at least once."""
    made = []
    for week, logged in by_week(entries).items():
        values = [v for v in (read(one.answers) for one in logged) if v is not None]
        if values:
            mean = rounded(float(fmean(values)), 2)
            words = f"{label} this week: {written(mean)}."
            made.append(figure(key, label, mean, words, scale, inputs, sexual=sexual, period=week))
    return tuple(made)


def course(
    entries: Sequence[Entry],
    read: Read,
    key: str,
    label: str,
    scale: Scale,
    inputs: Iterable[str],
) -> Figures:
    """Return the newest answer minus the first, from two answers on: a description, not a test of change."""
    known = _known(entries, read)
    if len(known) < FEWEST_FOR_A_COURSE:
        return ()
    first, last = known[0][1], known[-1][1]
    moved = rounded(float(last - first), 2)
    words = f"{label}: from {written(first)} to {written(last)} over {len(known)} entries."
    return (figure(key, f"{label}, first to newest", moved, words, _change_of(scale), inputs),)


def shift(
    before: float | None,
    after: float | None,
    key: str,
    label: str,
    what: str,
    inputs: Iterable[str],
    *,
    sexual: bool = False,
) -> Figures:
    """Return before minus after, -10 to 10, where both were answered; ``what`` begins the sentence."""
    if before is None or after is None:
        return ()
    eased = before - after
    if eased == 0:
        words = f"{what} stayed as it was."
    else:
        words = f"{what} was {points(abs(eased))} {'lower' if eased > 0 else 'higher'} afterwards."
    scale = Scale(-10, 10, "points", "higher_better")
    return (figure(key, label, eased, words, scale, inputs, sexual=sexual),)


def _known(entries: Sequence[Entry], read: Read) -> list[tuple[date, float]]:
    ordered = sorted(entries, key=lambda one: one.on)
    values = ((one.on, read(one.answers)) for one in ordered)
    return [(on, value) for on, value in values if value is not None]


def _change_of(scale: Scale) -> Scale:
    if scale.low is None or scale.high is None:
        return Scale(None, None, scale.unit, scale.direction)
    size = scale.high - scale.low
    return Scale(-size, size, scale.unit, scale.direction)
