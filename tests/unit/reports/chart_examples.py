"""One chart of each kind, with values that are easy to find again."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from practice.reports.charts import (
    Bar,
    Bars,
    Chart,
    Circles,
    CutOff,
    Dumbbells,
    Gap,
    GoalLine,
    GoalLines,
    HeatMap,
    Overlap,
    Profile,
    Series,
    Sparkline,
    Trend,
    Wheel,
)

DATES = (date(2026, 1, 12), date(2026, 3, 16), date(2026, 6, 15))
BOTH = (Series("a", "Amara", (38, None, 58)), Series("b", "Daniel", (49, 51, 54)))


def examples(words: str = "Title") -> tuple[Chart, ...]:
    """Return the charts; every text in them holds ``words``."""
    a, b = Series("a", words, (38, None, 58)), Series("b", words, (49, 51, 54))
    return (
        Trend(words, DATES, (a, b), 0, 81, CutOff(51.5, "below", words)),
        Dumbbells(words, words, words, (Gap(words, 1, 3), Gap(words, 2, 2)), 0, 3, words, words),
        Wheel(
            words,
            (words, words),
            (Profile("a", words, (4, 3), (6, 9)), Profile("b", words, (3, 6), (8, 7))),
        ),
        Sparkline(words, (a, b), 0, 81),
        Bars(words, (Bar(words, 9, 12), Bar(words, 17, 21, "a"))),
        HeatMap(words, DATES[:1], ((0, 1, 2, None, 0, 1, 2),), 2, words, words),
        GoalLines(words, DATES, (GoalLine(words, (-2, 0, 1)), GoalLine(words, (-1, None, 2)))),
        Circles(words, (Overlap("a", words, words, 3), Overlap("b", words, words, 6))),
    )


def parsed(svg: str) -> ET.Element:
    """Return the root element of a chart."""
    return ET.fromstring(svg)  # noqa: S314 - our own drawing
