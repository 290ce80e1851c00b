"""Two partners' numbers side by side. A similarity is never a verdict and never a compatibility score.

Whatever mixes both partners' private numbers is for the clinician only; who may see a figure is decided by the
caller. With one partner missing there is no dyadic figure at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from practice.measures.model import Direction, Measure
from practice.measures.quantity import rounded


@dataclass(frozen=True, slots=True)
class Gap:
    """The distance between two partners on one measure.

    `difference` is A - B. `exceeds` compares its size with the reliable change of the measure, which is a
    convention and not a test; `None` where no reliable change is held.
    """

    difference: float
    size: float
    threshold: float | None
    exceeds: bool | None


@dataclass(frozen=True, slots=True)
class Perception:
    """How close guesses came to what the partner said. Positive `bias` means over-estimates."""

    bias: float
    error: float
    over_estimates: int
    under_estimates: int
    rows: int


@dataclass(frozen=True, slots=True)
class Concordance:
    """How far two reports of the same pattern lie apart, in points of the scale (0 = the same)."""

    a_demands: float
    b_demands: float


class Roles(StrEnum):
    """The pattern that two usual positions make together."""

    PURSUE_WITHDRAW = "pursue-withdraw"
    MUTUAL_WITHDRAWAL = "mutual withdrawal"
    ATTACK_DEFEND = "attack-defend"
    MIXED = "mixed"


class Trend(StrEnum):
    """What the gap between two partners does over time."""

    CONVERGING = "converging"
    DIVERGING = "diverging"
    STEADY = "steady"


def discrepancy(a: float | None, b: float | None) -> float | None:
    """A - B in points, or `None` if either is missing."""
    return None if a is None or b is None else rounded(a - b, 6)


def gap(measure: Measure, a: float | None, b: float | None) -> Gap | None:
    """The gap between two totals, flagged when it exceeds the reliable change of the measure."""
    difference = discrepancy(a, b)
    if difference is None:
        return None
    threshold = measure.change.value if measure.change else None
    exceeds = None if threshold is None else abs(difference) > threshold
    return Gap(difference, abs(difference), threshold, exceeds)


def couple_mean(a: float | None, b: float | None) -> float | None:
    """(A + B) / 2. Shown to the clinician only: it lets either partner work out the other's score."""
    return None if a is None or b is None else (a + b) / 2


def couple_minimum(
    a: float | None, b: float | None, direction: Direction = Direction.HIGHER_BETTER
) -> float | None:
    """The score of the partner who is doing less well, often the number that matters most.

    Where a higher score is worse, that is the higher of the two.
    """
    if a is None or b is None:
        return None
    return max(a, b) if direction is Direction.HIGHER_WORSE else min(a, b)


def perception(guesses: Mapping[str, float], actual: Mapping[str, float]) -> Perception | None:
    """Compare guesses with answers, over the rows that have both; `None` if there is no such row."""
    gaps = [guesses[row] - actual[row] for row in guesses if row in actual]
    if not gaps:
        return None
    return Perception(
        bias=sum(gaps) / len(gaps),
        error=sum(map(abs, gaps)) / len(gaps),
        over_estimates=sum(one > 0 for one in gaps),
        under_estimates=sum(one < 0 for one in gaps),
        rows=len(gaps),
    )


def demand_withdraw_concordance(
    a: Mapping[str, float | None], b: Mapping[str, float | None]
) -> Concordance | None:
    """Cross-report agreement on who presses and who withdraws, from two CPQ-SF subscale sets.

    |A's self-demand - B's partner-demand|, and the mirror. `None` if any of the four is missing.
    """
    a_demands = discrepancy(a.get("self_demand"), b.get("partner_demand"))
    b_demands = discrepancy(b.get("self_demand"), a.get("partner_demand"))
    if a_demands is None or b_demands is None:
        return None
    return Concordance(abs(a_demands), abs(b_demands))


def role_pattern(role_a: str | None, role_b: str | None) -> Roles | None:
    """The label for two usual positions (values of the loop map); `None` if either is missing."""
    if role_a is None or role_b is None:
        return None
    roles = {role_a, role_b}
    if roles == {"reach_and_press", "pull_back"}:
        return Roles.PURSUE_WITHDRAW
    if roles == {"pull_back"}:
        return Roles.MUTUAL_WITHDRAWAL
    return Roles.ATTACK_DEFEND if roles in ({"attack"}, {"attack", "defend"}) else Roles.MIXED


def pattern_sentence(
    a: bool | None,
    b: bool | None,
    what: str,
    names: tuple[str, str] = ("partner A", "partner B"),
) -> str | None:
    """Say for whom something holds: both, only one, or neither.

    Args:
        a: whether it holds for the first partner; `None` if unknown.
        b: whether it holds for the second.
        what: completes "is ..." or "are ...", for example "in the clinical range on CSI-16".
        names: how the partners are called.

    Returns:
        One sentence, or `None` when it is unknown for either.
    """
    if a is None or b is None:
        return None
    first, second = names
    if a and b:
        sentence = f"{first} and {second} are both {what}."
    elif a or b:
        sentence = f"Only {first if a else second} is {what}."
    else:
        sentence = f"Neither {first} nor {second} is {what}."
    return sentence[0].upper() + sentence[1:]


def gap_trend(
    pairs: Sequence[tuple[float | None, float | None]], *, tolerance: float = 0.0
) -> Trend | None:
    """Whether two partners come closer or drift apart, from the first to the last complete pair.

    Args:
        pairs: (A, B) per occasion, in order of time.
        tolerance: a change of the gap up to this many points counts as steady.

    Returns:
        The trend, or `None` with fewer than two complete pairs.
    """
    sizes = [abs(d) for d in (discrepancy(a, b) for a, b in pairs) if d is not None]
    if len(sizes) < 2:
        return None
    moved = rounded(sizes[-1] - sizes[0], 6)
    if abs(moved) <= tolerance:
        return Trend.STEADY
    return Trend.CONVERGING if moved < 0 else Trend.DIVERGING
