"""The arithmetic of scores that a form defines itself: sum, mean or count of points, with reversal and a missing rule.

Own forms are not validated instruments; nothing here knows a norm or a cut-off. The conventions are the usual ones of scale
scoring: an item is reversed about its own range (lowest + highest - points); a mean with permitted gaps is the mean of what
was answered; a sum or count with permitted gaps is scaled up in proportion ("prorated"). No answer is never a midpoint and
never a zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from practice.measures.quantity import half_up, rounded

HowCounted = Literal["sum", "mean", "count"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is counted: its name, and the lowest and highest points it can get."""

    name: str
    low: float
    high: float
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """How points become one number.

    Attributes:
        how: ``sum`` adds, ``mean`` takes the mean, ``count`` counts the items with ``at_least`` points or more.
        items: what is counted; never empty.
        may_miss: how many items may be without an answer; 0 means that all are needed. More than 0 takes items of one
            range, since the answered ones then stand for the others.
        at_least: the points from which ``count`` counts an item, after reversal.
    """

    how: HowCounted
    items: Sequence[Item]
    may_miss: int = 0
    at_least: float = 1


@dataclass(frozen=True, slots=True)
class Result:
    """The number, or None when too much is missing; and how many items were answered."""

    value: float | None
    answered: int
    items: int


def reversed_points(item: Item, points: float) -> float:
    """The points seen from the other end of the item's range; doing it twice changes nothing."""
    return item.low + item.high - points


def range_of(rule: Rule) -> tuple[float, float]:
    """The lowest and the highest value that the rule can give."""
    if rule.how == "count":
        return 0, len(rule.items)
    low, high = fsum(i.low for i in rule.items), fsum(i.high for i in rule.items)
    if rule.how == "mean":
        low, high = low / len(rule.items), high / len(rule.items)
    return _tidy(low), _tidy(high)


def work_out(rule: Rule, points: Mapping[str, float]) -> Result:
    """Return the value of a rule.

    Args:
        rule: what is counted, and how.
        points: the points of each answered item by name, as given, before any reversal. An item that was skipped,
            declined or not asked has no entry.
    """
    given = [(item, points[item.name]) for item in rule.items if item.name in points]
    count = len(rule.items)
    if not given or count - len(given) > rule.may_miss:
        return Result(None, len(given), count)
    keyed = [reversed_points(item, p) if item.reverse else p for item, p in given]
    return Result(_value(rule, keyed, count), len(given), count)


def _value(rule: Rule, keyed: Sequence[float], count: int) -> float:
    if rule.how == "mean":
        return _tidy(fsum(keyed) / len(keyed))
    added = sum(p >= rule.at_least for p in keyed) if rule.how == "count" else fsum(keyed)
    if len(keyed) == count:
        return _tidy(added)
    prorated = added * count / len(keyed)
    whole = all(float(p).is_integer() for p in keyed)
    return half_up(prorated) if whole else _tidy(prorated)


def _tidy(value: float) -> float:
    """At most two decimals, without float dust; a whole number stays whole."""
    near = rounded(float(value), 2)
    return int(near) if near.is_integer() else near
