"""Both partners' answers side by side, as charts, sentences and words: for the care team, and what was opened to both."""

from __future__ import annotations

from practice.comparison.presenters.both import SharedPage, shared_page
from practice.comparison.presenters.care import ComparisonPage, comparison_page
from practice.comparison.presenters.gaps import Comparison, closeness, pattern

__all__ = [
    "Comparison",
    "ComparisonPage",
    "SharedPage",
    "closeness",
    "comparison_page",
    "pattern",
    "shared_page",
]
