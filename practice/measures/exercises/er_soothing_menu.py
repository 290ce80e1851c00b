"""My soothing menu: how far each try eased the feeling, and which kind eases it most (Gross 2015; Linehan 2015)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import fmean

from practice.measures.exercises.answers import choice, lines, number
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.over_time import week_means
from practice.measures.exercises.parts import named
from practice.measures.exercises.scales import EASING, WORDS, figure
from practice.measures.quantity import rounded, written

FEWEST_TRIES = 2
_INPUTS = {"tries"}


def score_own(answers: Answers) -> Figures:
    """Drop of each try = before - after (-10 to 10), as the mean of the tries where both were rated."""
    drop = _mean_drop(answers)
    if drop is None:
        return ()
    words = f"A try eased the feeling by {written(drop)} points on average."
    return (figure("mean_drop", "Easing by a try, on average", drop, words, EASING, _INPUTS),)


def score_series(entries: Sequence[Entry]) -> Figures:
    """The mean drop of each week, and the best kind: the highest mean drop among kinds with two tries or more."""
    weeks = week_means(entries, _mean_drop, "week_drop", "Easing by a try", EASING, _INPUTS)
    return (*weeks, *_best_kind(entries))


def _best_kind(entries: Sequence[Entry]) -> Figures:
    drops: dict[str, list[float]] = {}
    for one in entries:
        for line in lines(one.answers, "tries"):
            kind, drop = choice(line, "kind"), _drop(line)
            if kind is not None and drop is not None:
                drops.setdefault(kind, []).append(drop)
    means = {kind: fmean(d) for kind, d in sorted(drops.items()) if len(d) >= FEWEST_TRIES}
    if not means:
        return ()
    best = max(means, key=lambda kind: means[kind])
    words = (
        f"{named(best).capitalize()} eased most so far: {written(means[best])} points on average."
    )
    return (figure("best_kind", "What eased most", best, words, WORDS, _INPUTS),)


def _mean_drop(answers: Answers) -> float | None:
    drops = [drop for drop in map(_drop, lines(answers, "tries")) if drop is not None]
    return rounded(float(fmean(drops)), 2) if drops else None


def _drop(line: Mapping[str, object]) -> float | None:
    before, after = number(line, "before", 0, 10), number(line, "after", 0, 10)
    return None if before is None or after is None else before - after


SCORER = Scorer("er-soothing-menu", score_own=score_own, score_series=score_series)
