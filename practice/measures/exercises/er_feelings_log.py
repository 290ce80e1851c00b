"""Feelings log: how far a feeling eases, and how the week went (Gratz & Roemer 2004; Kashdan et al. 2015)."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from practice.measures.exercises.answers import choice, number, picks
from practice.measures.exercises.figure import Answers, Entry, Figure, Figures, Scorer
from practice.measures.exercises.weeks import by_week
from practice.measures.quantity import points, rounded, written

FEWEST_ENTRIES = 3
_VOICED = {"on_paper", "to_my_partner", "to_someone_else"}
_EASING = frozenset({"intensity", "after"})


def score_own(answers: Answers) -> Figures:
    """Recovery of one entry: intensity - after, -10 to 10."""
    recovery = _recovery(answers)
    if recovery is None:
        return ()
    return (_recovery_figure("recovery", "How far it eased", recovery, _eased(recovery), None),)


def score_series(entries: Sequence[Entry]) -> Figures:
    """For each week with at least three entries: mean intensity and recovery, range and use of words."""
    figures: list[Figure] = []
    for week, logged in by_week(entries).items():
        answered = [one.answers for one in logged if _has_content(one.answers)]
        if len(answered) >= FEWEST_ENTRIES:
            figures += _intensity(answered, week)
            figures += _mean_recovery(answered, week)
            figures += _feeling_words(answered, week)
            figures += _voiced(answered, week)
    return tuple(figures)


def _has_content(answers: Answers) -> bool:
    return (
        number(answers, "intensity", 0, 10) is not None
        or bool(picks(answers, "feeling"))
        or choice(answers, "said") is not None
    )


def _recovery(answers: Answers) -> float | None:
    peak, after = number(answers, "intensity", 0, 10), number(answers, "after", 0, 10)
    return None if peak is None or after is None else peak - after


def _eased(recovery: float) -> str:
    if recovery == 0:
        return "The feeling was as strong half an hour later."
    way = "eased" if recovery > 0 else "grew"
    return f"The feeling {way} by {points(abs(recovery))} in half an hour."


def _recovery_figure(key: str, label: str, value: float, words: str, week: str | None) -> Figure:
    return Figure(
        key=key,
        label=label,
        value=value,
        unit="points",
        low=-10,
        high=10,
        direction="higher_better",
        words=words,
        inputs=_EASING,
        privacy="author",
        period=week,
    )


def _intensity(answered: list[Answers], week: str) -> Figures:
    peaks = [p for p in (number(one, "intensity", 0, 10) for one in answered) if p is not None]
    if not peaks:
        return ()
    mean = rounded(fmean(peaks), 1)
    return (
        Figure(
            key="mean_intensity",
            label="Strength at the peak, on average",
            value=mean,
            unit="points",
            low=0,
            high=10,
            direction="neutral",
            words=f"Feelings peaked at {written(mean)} out of 10 on average.",
            inputs=frozenset({"intensity"}),
            privacy="author",
            period=week,
        ),
    )


def _mean_recovery(answered: list[Answers], week: str) -> Figures:
    known = [r for r in map(_recovery, answered) if r is not None]
    if not known:
        return ()
    mean = rounded(fmean(known), 1)
    words = f"On average over the week: {_eased(mean)[0].lower()}{_eased(mean)[1:]}"
    return (
        _recovery_figure("mean_recovery", "How far feelings eased, on average", mean, words, week),
    )


def _feeling_words(answered: list[Answers], week: str) -> Figures:
    count = len({word for one in answered for word in picks(one, "feeling") or ()})
    return (
        Figure(
            key="distinct_words",
            label="Different feeling words",
            value=count,
            unit="words",
            low=0,
            high=None,
            direction="neutral",
            words=f"Different feeling words used this week: {count}.",
            inputs=frozenset({"feeling"}),
            privacy="author",
            period=week,
        ),
    )


def _voiced(answered: list[Answers], week: str) -> Figures:
    said = [s for s in (choice(one, "said") for one in answered) if s is not None]
    if not said:
        return ()
    share = rounded(100 * sum(s in _VOICED for s in said) / len(said), 1)
    return (
        Figure(
            key="put_into_words",
            label="Put into words",
            value=share,
            unit="%",
            low=0,
            high=100,
            direction="neutral",
            words=f"{written(share)} % of these feelings were written down or told to someone.",
            inputs=frozenset({"said"}),
            privacy="author",
            period=week,
        ),
    )


SCORER = Scorer("er-feelings-log", score_own=score_own, score_series=score_series)
