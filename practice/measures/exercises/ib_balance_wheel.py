"""The balance wheel: closeness in four areas, now and wished for (Schaefer & Olson 1981 for the idea).

A partner may hide an area, so three of the four are enough for one person's figures.
"""

from __future__ import annotations

from statistics import fmean

from practice.measures.exercises.answers import rows
from practice.measures.exercises.figure import Answers, Figure, Figures, Person, Scorer
from practice.measures.exercises.guessing import guess_error
from practice.measures.quantity import points, rounded, written
from practice.measures.similarity import double_entry_icc

AREAS = ("physical", "emotional", "spiritual_or_meaning", "mental")
FEWEST_AREAS = 3
ALIKE = 0.6
PARTLY_ALIKE = 0.2
"""Where words for similarity change: our own choice, not published lines."""


def score_own(answers: Answers) -> Figures:
    """Gap of each area (wish - now), weighted need 0 to 10, balance 0 to 100."""
    now, wish = _areas(answers, "now"), _areas(answers, "wish")
    gaps = {area: wish[area] - now[area] for area in now if area in wish}
    return (
        *(_gap(area, gap) for area, gap in gaps.items()),
        *_weighted_need(gaps, _areas(answers, "importance")),
        *_balance(now),
    )


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """One-sidedness, wish similarity (both from released fields), and how each one's guess came out."""
    return (
        *_one_sidedness(_areas(a_answers, "now"), _areas(b_answers, "now")),
        *_wish_similarity(_areas(a_answers, "wish"), _areas(b_answers, "wish")),
        *_guess("a", a_answers, b_answers),
        *_guess("b", b_answers, a_answers),
    )


def _areas(answers: Answers, field: str) -> dict[str, float]:
    return rows(answers, field, AREAS, 0, 10)


def _gap(area: str, gap: float) -> Figure:
    name = area.replace("_", " ")
    if gap == 0:
        words = f"{name.capitalize()}: as wished."
    else:
        words = f"{name.capitalize()}: wished {points(abs(gap))} {'more' if gap > 0 else 'less'}."
    return Figure(
        key=f"gap.{area}",
        label=f"Wish minus now: {name}",
        value=gap,
        unit="points",
        low=-10,
        high=10,
        direction="neutral",
        words=words,
        inputs=frozenset({"now", "wish"}),
        privacy="author",
        rows=(area,),
    )


def _weighted_need(gaps: dict[str, float], importance: dict[str, float]) -> Figures:
    """sum(importance x max(0, gap)) / sum(importance)."""
    areas = [area for area in gaps if area in importance]
    if len(areas) < FEWEST_AREAS:
        return ()
    weight = sum(importance[area] for area in areas)
    if weight == 0:
        need, words = None, "Not worked out: no area was marked as important."
    else:
        need = rounded(sum(importance[x] * max(0, gaps[x]) for x in areas) / weight, 3)
        words = f"Wish for more closeness, weighted by importance: {written(need)} of 10."
    return (
        Figure(
            key="weighted_need",
            label="Wish for more closeness",
            value=need,
            unit="points",
            low=0,
            high=10,
            direction="lower_better",
            words=words,
            inputs=frozenset({"now", "wish", "importance"}),
            privacy="author",
        ),
    )


def _balance(now: dict[str, float]) -> Figures:
    """100 - 10 x (highest - lowest area now)."""
    if len(now) < FEWEST_AREAS:
        return ()
    balance = 100 - 10 * (max(now.values()) - min(now.values()))
    return (
        Figure(
            key="balance",
            label="Balance of the areas now",
            value=balance,
            unit="of 100",
            low=0,
            high=100,
            direction="higher_better",
            words=f"The areas are balanced at {written(balance)} of 100.",
            inputs=frozenset({"now"}),
            privacy="author",
        ),
    )


def _one_sidedness(now_a: dict[str, float], now_b: dict[str, float]) -> Figures:
    """|mean now A - mean now B|, over the areas that both rated."""
    both = [area for area in now_a if area in now_b]
    if len(both) < FEWEST_AREAS:
        return ()
    mean_a, mean_b = fmean(now_a[x] for x in both), fmean(now_b[x] for x in both)
    size = rounded(abs(mean_a - mean_b), 3)
    return (
        Figure(
            key="one_sidedness",
            label="Difference in closeness now",
            value=size,
            unit="points",
            low=0,
            high=10,
            direction="lower_better",
            words=f"The two of you see closeness now {points(size)} apart, on average.",
            inputs=frozenset({"now"}),
            privacy="joint",
            subject="couple",
            needs_released=frozenset({"a.now", "b.now"}),
        ),
    )


def _wish_similarity(wish_a: dict[str, float], wish_b: dict[str, float]) -> Figures:
    """Double-entry ICC over the four areas; not with fewer."""
    if len(wish_a) < len(AREAS) or len(wish_b) < len(AREAS):
        return ()
    icc = double_entry_icc(list(wish_a.values()), list(wish_b.values()))
    return (
        Figure(
            key="wish_similarity",
            label="How alike the wishes are",
            value=None if icc is None else rounded(icc, 4),
            unit=None,
            low=-1,
            high=1,
            direction="neutral",
            words=_similarity_in_words(icc),
            inputs=frozenset({"wish"}),
            privacy="joint",
            subject="couple",
            needs_released=frozenset({"a.wish", "b.wish"}),
        ),
    )


def _similarity_in_words(icc: float | None) -> str:
    if icc is None:
        return "Not worked out: every wish is the same number."
    if icc >= ALIKE:
        return "Your wishes are much alike."
    if icc >= PARTLY_ALIKE:
        return "Your wishes are partly alike."
    return "Your wishes differ. That is common, and something to talk about."


def _guess(guesser: Person, own: Answers, partner: Answers) -> Figures:
    return guess_error(
        guesser,
        _areas(own, "guess_wish"),
        _areas(partner, "wish"),
        guess_field="guess_wish",
        actual_field="wish",
        high=10,
    )


SCORER = Scorer("ib-balance-wheel", score_own=score_own, score_pair=score_pair)
