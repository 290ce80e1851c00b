"""The sentences that say what a change amounts to: plain, without blame and without promise."""

from __future__ import annotations

from practice.measures.quantity import points, written


def words_for(
    outcome: str, *, size: float, threshold: float, in_clinical_range: bool, newly: bool
) -> str:
    """One or two sentences for a classified change.

    Args:
        outcome: the value of the `Outcome`.
        size: the size of the change in points, without sign.
        threshold: the points that count as reliable.
        in_clinical_range: the later score lies in the clinical range.
        newly: it did not before.
    """
    if outcome == "crossed_cutoff_without_reliable_change":
        return f"The score has left the clinical range. {_within_chance(size, threshold)}"
    return f"{_movement(outcome, size, threshold)}{_place(outcome, in_clinical_range, newly)}"


def _movement(outcome: str, size: float, threshold: float) -> str:
    if outcome == "unchanged":
        if size == 0:
            return "The score is the same on both occasions."
        return _within_chance(size, threshold)
    side = "Worse" if outcome == "deteriorated" else "Better"
    return (
        f"{side} by {points(size)}. A change of {written(threshold)} or more is unlikely to be "
        "chance alone."
    )


def _within_chance(size: float, threshold: float) -> str:
    return (
        f"A change of {points(size)} could be chance alone: it takes {written(threshold)} or more "
        "to be sure of a change."
    )


def _place(outcome: str, in_clinical_range: bool, newly: bool) -> str:
    if outcome == "recovered":
        return " The score has left the clinical range."
    if newly:
        return " The score is now in the clinical range."
    if outcome == "improved" and in_clinical_range:
        return " The score is still in the clinical range."
    return ""
