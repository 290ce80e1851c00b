"""A chart as the page embeds it: an image with the words that stand for it."""

from __future__ import annotations

from dataclasses import dataclass

from practice.reports import charts


@dataclass(frozen=True)
class Picture:
    """The source of an image element and its alternative text."""

    source: str
    words: str
    width: int
    height: int


def picture(chart: charts.Chart, *, width: int, height: int) -> Picture:
    """Draw a chart ``width`` by ``height`` CSS pixels."""
    if isinstance(chart, charts.Trend):
        svg = charts.trend(chart, width=width, height=height)
    elif isinstance(chart, charts.GoalLines):
        svg = charts.goal_lines(chart, width=width, height=height)
    else:
        svg = charts.draw(chart, width=width)
    words = f"{chart.title}. {charts.describe(chart)}"
    return Picture(charts.as_data_uri(svg), words, width, height)
