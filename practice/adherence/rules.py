"""How each round of each partner's homework went, and what that comes to over time. Neither partner is ever shown any of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import fmean


class Came(StrEnum):
    """How a round came back; ``BACK`` where no date was hoped for, ``OPEN`` while it may still come."""

    ON_TIME = "on time"
    LATE = "late"
    BACK = "back"
    NOT_BACK = "not back"
    OPEN = "open"


# How much a round says on the calendar: not back, back after its date, back by it.
WEIGHT = {Came.NOT_BACK: 0, Came.LATE: 1, Came.ON_TIME: 2, Came.BACK: 2}
HIGHEST = 2


@dataclass(frozen=True, slots=True)
class Round:
    """One round of one partner's homework; numbers from 0 to 10 or None.

    ``quality`` is the clinician's, ``useful`` and ``effort`` are its author's, ``obstacle`` is what got in the way (a value of
    the reasons of assignments), with perhaps a few ``words``.
    """

    side: str
    title: str
    opens_on: date
    due_on: date | None
    sent_on: date | None
    came: Came
    quality: int | None = None
    useful: int | None = None
    effort: int | None = None
    obstacle: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What several rounds come to: counts, means from 0 to 10 (None without any), and obstacles with how often."""

    asked: int
    back: int
    dated: int
    on_time: int
    quality: float | None
    useful: float | None
    effort: float | None
    obstacles: tuple[tuple[str, int], ...]


def how_it_came(due_on: date | None, sent_on: date | None, *, is_past: bool) -> Came:
    """Return how a round came back; ``is_past``: it is over or its date has gone by."""
    if sent_on is None:
        return Came.NOT_BACK if is_past else Came.OPEN
    if due_on is None:
        return Came.BACK
    return Came.ON_TIME if sent_on <= due_on else Came.LATE


def tally(rounds: Iterable[Round]) -> Tally:
    """Return what rounds come to; what may still come back is not counted yet."""
    found = [one for one in rounds if one.came is not Came.OPEN]
    back = [one for one in found if one.came is not Came.NOT_BACK]
    dated = [one for one in back if one.came is not Came.BACK]
    return Tally(
        asked=len(found),
        back=len(back),
        dated=len(dated),
        on_time=sum(one.came is Came.ON_TIME for one in dated),
        quality=_mean(one.quality for one in back),
        useful=_mean(one.useful for one in back),
        effort=_mean(one.effort for one in back),
        obstacles=tuple(Counter(one.obstacle for one in found if one.obstacle).most_common()),
    )


def by_month(rounds: Iterable[Round]) -> list[tuple[date, list[Round]]]:
    """Return rounds by the month they opened in (its first day), newest month first."""
    months: dict[date, list[Round]] = {}
    for one in sorted(rounds, key=lambda r: r.opens_on, reverse=True):
        months.setdefault(one.opens_on.replace(day=1), []).append(one)
    return list(months.items())


def calendar(
    rounds: Sequence[Round], today: date, most_weeks: int
) -> tuple[tuple[date, ...], tuple[tuple[float | None, ...], ...]]:
    """Return the Mondays of the weeks since the first round (the newest ``most_weeks``) and a value for each day.

    A day's value is the mean weight of the rounds that opened on it; None where none did or none is decided yet.
    """
    if not rounds:
        return (), ()
    last = _monday(today)
    first = max(
        _monday(min(one.opens_on for one in rounds)), last - timedelta(weeks=most_weeks - 1)
    )
    weeks = tuple(first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1))
    days: dict[date, list[int]] = {}
    for one in rounds:
        if one.came in WEIGHT:
            days.setdefault(one.opens_on, []).append(WEIGHT[one.came])
    return weeks, tuple(
        tuple(_mean(days.get(week + timedelta(days=n), ())) for n in range(7)) for week in weeks
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _mean(values: Iterable[int | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(fmean(known), 1) if known else None
