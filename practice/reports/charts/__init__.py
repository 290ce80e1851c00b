"""Charts as plain functions from frozen data to SVG, with the same data in words.

``draw(chart)`` picks the function by the kind of chart; ``describe`` and ``data_table`` give what is drawn as
sentences and as a table, so that no value lives in the picture alone.
"""

from __future__ import annotations

from functools import singledispatch

from practice.reports.charts.bars import bars
from practice.reports.charts.circles import circles
from practice.reports.charts.dumbbells import dumbbells
from practice.reports.charts.goal_lines import goal_lines
from practice.reports.charts.heat_map import heat_map
from practice.reports.charts.palette import LIGHT, Palette
from practice.reports.charts.sparkline import sparkline
from practice.reports.charts.spec import (
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
    Side,
    Sparkline,
    Trend,
    Value,
    Wheel,
)
from practice.reports.charts.svg import as_data_uri
from practice.reports.charts.trend import trend
from practice.reports.charts.wheel import wheel
from practice.reports.charts.words import DataTable, data_table, describe

__all__ = [
    "LIGHT", "Bar", "Bars", "Chart", "Circles", "CutOff", "DataTable", "Dumbbells", "Gap", "GoalLine",
    "GoalLines", "HeatMap", "Overlap", "Palette", "Profile", "Series", "Side", "Sparkline", "Trend", "Value",
    "Wheel", "as_data_uri", "bars", "circles", "data_table", "describe", "draw", "dumbbells", "goal_lines",
    "heat_map", "sparkline", "trend", "wheel",
]  # fmt: skip


@singledispatch
def _draw(chart: Chart, **_: float) -> str:
    raise TypeError(f"not a chart: {type(chart).__name__}")


for _kind, _function in (
    (Trend, trend), (Dumbbells, dumbbells), (Wheel, wheel), (Sparkline, sparkline),
    (Bars, bars), (HeatMap, heat_map), (GoalLines, goal_lines), (Circles, circles),
):  # fmt: skip
    _draw.register(_kind, _function)


def draw(chart: Chart, *, width: float = 640) -> str:
    """Return any chart as SVG, ``width`` CSS pixels wide; TypeError for what is not a chart."""
    return _draw(chart, width=width)
