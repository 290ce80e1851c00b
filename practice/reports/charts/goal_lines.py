"""Goal attainment over time on five levels, with the expected level as a quiet band."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from practice.reports.charts.frame import SMALL, Frame, Point, apart, build, date_axis, runs
from practice.reports.charts.lettering import signed, width_of, wrap
from practice.reports.charts.palette import LIGHT, Palette
from practice.reports.charts.scale import present
from practice.reports.charts.spec import GoalLine, GoalLines
from practice.reports.charts.svg import drawing, element, line, polyline, rectangle, text
from practice.reports.charts.words import describe

LEVELS = {
    2: "Much more",
    1: "More",
    0: "As expected",
    -1: "Less",
    -2: "Much less",
}
_DASHES = (None, "7 4", "2 4", "9 3 2 3")
_SHAPES = ("circle", "square", "diamond", "triangle")


def goal_lines(
    chart: GoalLines, *, width: float = 640, height: float = 212, palette: Palette = LIGHT
) -> str:
    """Return goal attainment as SVG; lines that share a level are drawn a hair apart."""
    left = max(width_of(f"{word} +2", SMALL) for word in LEVELS.values()) + 12
    right = width - width * 0.3
    frame = build(chart.dates, -2, 2, left=left, right=right, top=16, bottom=height - 34)
    lines = [
        runs(frame, chart.dates, _nudged(goal, index)) for index, goal in enumerate(chart.goals)
    ]
    parts = chain(
        _levels(frame, palette),
        date_axis(frame, palette),
        chain.from_iterable(_course(course, index, palette) for index, course in enumerate(lines)),
        _labels(chart.goals, lines, frame, width, palette),
    )
    return drawing(width, height, chart.title, describe(chart), parts)


def _colour(index: int, palette: Palette) -> str:
    return (palette.primary, palette.attention_ink, palette.ink, palette.muted)[index % 4]


def _nudged(goal: GoalLine, index: int) -> tuple[float | None, ...]:
    step = ((index + 1) // 2) * (0.07 if index % 2 else -0.07)
    return tuple(
        None if (held := present(v)) is None else min(max(held, -2), 2) + step for v in goal.values
    )


def _levels(frame: Frame, palette: Palette) -> Iterator[str]:
    top, bottom = frame.values.at(0.28), frame.values.at(-0.28)
    yield rectangle(frame.left, top, frame.right - frame.left, bottom - top, fill="#EEF4F2")
    for level, words in LEVELS.items():
        y = frame.values.at(level)
        yield line(frame.left, y, frame.right, y, stroke=palette.line)
        yield text(frame.left - 26, y + 4, words, fill=palette.muted, size=SMALL, anchor="end")
        yield text(frame.left - 8, y + 4, signed(level), fill=palette.ink, size=SMALL, anchor="end")


def _course(course: Sequence[Sequence[Point]], index: int, palette: Palette) -> Iterator[str]:
    colour = _colour(index, palette)
    for run in course:
        if len(run) > 1:
            yield polyline(run, stroke=colour, dash=_DASHES[index % 4])
    for x, y in chain.from_iterable(course):
        yield _mark(index, x, y, colour)


def _mark(index: int, x: float, y: float, colour: str) -> str:
    shape = _SHAPES[index % 4]
    if shape == "circle":
        return element("circle", cx=x, cy=y, r=4.5, fill=colour)
    corners = {
        "square": ((-4, -4), (4, -4), (4, 4), (-4, 4)),
        "diamond": ((0, -5.6), (5.6, 0), (0, 5.6), (-5.6, 0)),
        "triangle": ((0, -5.4), (5, 4), (-5, 4)),
    }[shape]
    return element(
        "path",
        d="M" + " L".join(f"{x + dx:.1f} {y + dy:.1f}" for dx, dy in corners) + " Z",
        fill=colour,
    )


def _labels(
    goals: Sequence[GoalLine],
    lines: Sequence[list[list[Point]]],
    frame: Frame,
    width: float,
    palette: Palette,
) -> Iterator[str]:
    """Name each line at its end, in two lines of text at most."""
    heights = [course[-1][-1][1] if course else frame.bottom for course in lines]
    x, room = frame.right + 10, width - frame.right - 24
    for index, (goal, y) in enumerate(zip(goals, apart(frame, heights, 36), strict=True)):
        colour = _colour(index, palette)
        words = wrap(goal.label, room, SMALL)
        yield _mark(index, x, y, colour)
        for row, part in enumerate(words):
            offset = 4.5 + (row - (len(words) - 1) / 2) * 14
            yield text(x + 11, y + offset, part, fill=colour, size=SMALL, weight=600)
