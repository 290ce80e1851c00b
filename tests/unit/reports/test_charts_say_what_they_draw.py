from __future__ import annotations

import re

import pytest

from practice.reports.charts import (
    Chart,
    Dumbbells,
    Gap,
    Series,
    Sparkline,
    Trend,
    data_table,
    describe,
    draw,
)
from practice.reports.charts.palette import LIGHT
from tests.unit.reports.chart_examples import BOTH, DATES, examples, parsed

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = pytest.mark.parametrize("chart", examples(), ids=lambda chart: type(chart).__name__)
HOSTILE = '<script>alert("x")</script>&{{7*7}}'


@CHARTS
def test_title_and_description_come_first(chart: Chart) -> None:
    root = parsed(draw(chart))
    assert [child.tag for child in root][:2] == [SVG + "title", SVG + "desc"]
    assert root[0].text == "Title"
    assert root[1].text == describe(chart)
    assert root.get("role") == "img"


@CHARTS
def test_a_chart_has_neither_style_nor_class_nor_id_nor_address(chart: Chart) -> None:
    for node in parsed(draw(chart)).iter():
        assert not {"style", "class", "id", "href"} & set(node.attrib)
        assert node.tag.removeprefix(SVG) in {
            "svg", "title", "desc", "rect", "line", "polyline", "circle", "path", "text",
        }  # fmt: skip


@CHARTS
def test_the_same_data_gives_the_same_bytes(chart: Chart) -> None:
    assert draw(chart) == draw(chart)


@pytest.mark.parametrize("chart", examples(HOSTILE), ids=lambda chart: type(chart).__name__)
def test_text_is_escaped(chart: Chart) -> None:
    svg = draw(chart)
    assert "<script" not in svg
    assert parsed(svg)[0].text == HOSTILE


@CHARTS
def test_every_value_stands_in_the_table_and_in_the_description(chart: Chart) -> None:
    table = data_table(chart)
    words = describe(chart)
    assert all(len(row) == len(table.columns) for row in table.rows)
    for row in table.rows:
        assert all(cell in words for cell in row)


def test_a_trend_table_holds_both_partners_on_each_date() -> None:
    table = data_table(Trend("CSI-16", DATES, BOTH, 0, 81))
    assert table.columns == ("Partner", "12 Jan 2026", "16 Mar 2026", "15 Jun 2026")
    assert table.rows == (("Amara", "38", "–", "58"), ("Daniel", "49", "51", "54"))


def test_a_long_trend_table_runs_down_the_page() -> None:
    dates = tuple(DATES[0].replace(day=day) for day in range(1, 13))
    table = data_table(Trend("Check-in", dates, (Series("a", "Amara", tuple(range(12))),), 0, 20))
    assert table.columns == ("Date", "Amara")
    assert table.rows[3] == ("4 Jan 2026", "3")


def test_each_value_of_few_is_written_at_its_point_or_at_the_line_end() -> None:
    drawn = [
        node.text for node in parsed(draw(Trend("CSI-16", DATES, BOTH, 0, 81))).iter(SVG + "text")
    ]
    assert {"38", "49", "51", "Amara 58", "Daniel 54"} <= set(drawn)


def test_a_missing_session_breaks_the_line() -> None:
    svg = draw(Sparkline("Course", (Series("a", "Amara", (1, 2, None, 3, 4)),), 0, 5))
    assert svg.count("<polyline") == 2


def test_topics_are_sorted_by_gap_and_incomplete_ones_come_last() -> None:
    rows = (Gap("same", 2, 2), Gap("missing", None, 3), Gap("wide", 0, 3), Gap("small", 1, 2))
    table = data_table(Dumbbells("Topics", "Amara", "Daniel", rows, 0, 3))
    assert [row[0] for row in table.rows] == ["wide", "small", "same", "missing"]


def test_partners_differ_in_shape_and_dash_as_well_as_colour() -> None:
    svg = draw(Trend("CSI-16", DATES, BOTH, 0, 81))
    assert re.search(rf'<circle[^>]+fill="{LIGHT.a}"', svg)
    assert re.search(rf'<rect[^>]+fill="{LIGHT.b}"', svg)
    assert re.search(rf'<polyline[^>]+stroke="{LIGHT.b}"[^>]+stroke-dasharray', svg)


def test_what_is_not_a_chart_is_refused() -> None:
    with pytest.raises(TypeError, match="not a chart"):
        draw(3)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not a chart"):
        data_table(3)  # type: ignore[arg-type]
