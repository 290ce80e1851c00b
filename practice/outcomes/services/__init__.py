"""Acts on outcomes: entering and correcting results, choosing what may be shown, releasing and closing it."""

from practice.outcomes.services.results import (
    AlreadyReplaced,
    correct_by_item,
    correct_score,
    enter_by_item,
    enter_score,
    set_aside,
)
from practice.outcomes.services.sharing import choose_sharing, close_measure, release_measure

__all__ = [
    "AlreadyReplaced",
    "choose_sharing",
    "close_measure",
    "correct_by_item",
    "correct_score",
    "enter_by_item",
    "enter_score",
    "release_measure",
    "set_aside",
]
