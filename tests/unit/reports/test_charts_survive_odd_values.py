from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

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
    as_data_uri,
    describe,
    draw,
)
from tests.unit.reports.chart_examples import parsed

NUMBERS = st.one_of(st.integers(-(10**9), 10**9), st.floats(allow_nan=True, allow_infinity=True))
VALUES = st.one_of(st.none(), NUMBERS)
WORDS = st.text(max_size=60)
SIDES = st.sampled_from(["a", "b"])
DATES = st.lists(st.dates(date(1900, 1, 1), date(2200, 1, 1)), max_size=30).map(tuple)


def some(values: st.SearchStrategy[object], most: int = 8) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(values, max_size=most).map(tuple)


SERIES = some(st.builds(Series, SIDES, WORDS, some(VALUES, 30)), 3)
CHARTS = st.one_of(
    st.builds(
        Trend, WORDS, DATES, SERIES, NUMBERS, NUMBERS,
        st.one_of(st.none(), st.builds(CutOff, NUMBERS, st.sampled_from(["below", "above"]), WORDS)),
    ),
    st.builds(Dumbbells, WORDS, WORDS, WORDS, some(st.builds(Gap, WORDS, VALUES, VALUES)), NUMBERS, NUMBERS, WORDS, WORDS),
    st.builds(Wheel, WORDS, some(WORDS), some(st.builds(Profile, SIDES, WORDS, some(VALUES), some(VALUES)), 3), NUMBERS, NUMBERS),
    st.builds(Sparkline, WORDS, SERIES, NUMBERS, NUMBERS),
    st.builds(Bars, WORDS, some(st.builds(Bar, WORDS, VALUES, NUMBERS, st.one_of(st.none(), SIDES)))),
    st.builds(HeatMap, WORDS, DATES, some(some(VALUES), 30), NUMBERS, WORDS, WORDS),
    st.builds(GoalLines, WORDS, DATES, some(st.builds(GoalLine, WORDS, some(VALUES, 30)))),
    st.builds(Circles, WORDS, some(st.builds(Overlap, SIDES, WORDS, WORDS, VALUES))),
)  # fmt: skip


@settings(max_examples=300)
@given(CHARTS, st.sampled_from([60, 320, 640]))
def test_any_chart_is_drawn_as_well_formed_svg(chart: Chart, width: int) -> None:
    svg = draw(chart, width=width)
    root = parsed(svg)
    assert root[0].text
    assert root[1].text
    for node in root.iter():
        for name in ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "width", "height"):
            assert abs(float(node.get(name, "0"))) <= 1e6
    assert as_data_uri(svg).startswith("data:image/svg+xml;base64,")


@given(CHARTS)
def test_any_chart_can_be_said_in_words(chart: Chart) -> None:
    assert describe(chart)
