"""Daily minute: the means of a week, and what days are like after good ones (Dewitte & Mayer 2018).

The contrast only describes; nothing in its words says that one day makes the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import fmean

from practice.measures.exercises.answers import number
from practice.measures.exercises.figure import Answers, Entry, Figures, Scorer
from practice.measures.exercises.over_time import Read, week_means
from practice.measures.exercises.scales import GOOD, HEAVY, Scale, figure
from practice.measures.quantity import rounded, written

FEWEST_DAYS = 14
GOOD_FROM = 7
MOST_MINUTES = 600
_MINUTES = Scale(0, MOST_MINUTES, "minutes")
_NEXT_DAY = timedelta(days=1)


def score_series(entries: Sequence[Entry]) -> Figures:
    """The means of each week (quality, talk, stress, desire), and with 14 days the contrast of next days."""
    return (
        *week_means(entries, _quality, "quality", "Quality of the day", GOOD, {"quality"}),
        *week_means(entries, _talk, "talk", "Minutes of talk a day", _MINUTES, {"talk_min"}),
        *week_means(entries, _rating("stress"), "stress", "Stress", HEAVY, {"stress"}),
        *week_means(
            entries,
            _rating("desire"),
            "desire",
            "Desire",
            Scale(0, 10, "points"),
            {"desire"},
            sexual=True,
        ),
        *_contrast(entries),
    )


def _contrast(entries: Sequence[Entry]) -> Figures:
    """Mean quality of the days after days of 7 or more, minus that after other days, -10 to 10."""
    days = _by_day(entries)
    if len(days) < FEWEST_DAYS:
        return ()
    next_days = [(q, days[day + _NEXT_DAY]) for day, q in days.items() if day + _NEXT_DAY in days]
    after_good = [after for quality, after in next_days if quality >= GOOD_FROM]
    after_other = [after for quality, after in next_days if quality < GOOD_FROM]
    if not after_good or not after_other:
        return ()
    good, others = fmean(after_good), fmean(after_other)
    words = (
        f"Days that followed a day of {GOOD_FROM} or more were at {written(good)} on average, "
        f"days that followed another day at {written(others)}. This describes these weeks; it shows no cause."
    )
    value = rounded(float(good - others), 2)
    scale = Scale(-10, 10, "points")
    return (figure("next_day", "Days after good days", value, words, scale, {"quality"}),)


def _by_day(entries: Sequence[Entry]) -> dict[date, float]:
    given = ((one.on, _quality(one.answers)) for one in entries)
    return {on: quality for on, quality in given if quality is not None}


def _quality(answers: Answers) -> float | None:
    return number(answers, "quality", 0, 10)


def _talk(answers: Answers) -> float | None:
    return number(answers, "talk_min", 0, MOST_MINUTES)


def _rating(key: str) -> Read:
    return lambda answers: number(answers, key, 0, 10)


SCORER = Scorer("ci-daily-minute", score_series=score_series)
