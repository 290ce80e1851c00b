"""The balance wheel drawn flat: for each part of life an arrow from now to wish, partner under partner.

A round wheel hides its own numbers: areas grow with the square and neighbours distort each other. Straight
tracks on one scale show the same four parts, keep long labels whole and can be read aloud row by row.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from practice.reports.charts.frame import BODY, SMALL
from practice.reports.charts.lettering import number, signed
from practice.reports.charts.palette import LIGHT, Palette, marker
from practice.reports.charts.rows import key_start, label, label_room, partner_key
from practice.reports.charts.scale import Scale, present, ticks
from practice.reports.charts.spec import Profile, Value, Wheel
from practice.reports.charts.svg import drawing, element, line, text
from practice.reports.charts.words import describe

_LINE = 21
_SPACE = 15
_HEAD = 60


def wheel(chart: Wheel, *, width: float = 640, palette: Palette = LIGHT) -> str:
    """Return the profile as SVG, as tall as its axes and partners need."""
    left = label_room(chart.axes, width, 0.3) + 26
    right = width - 74
    key = key_start(left - 6, width)
    scale = Scale(chart.low, chart.high, left, right)
    block = _LINE * max(len(chart.profiles), 1) + _SPACE
    bottom = _HEAD + block * len(chart.axes) - _SPACE / 2
    partners = tuple((profile.side, profile.name) for profile in chart.profiles)
    parts = chain(
        partner_key(partners, key, 16, width - 164 - key, palette),
        _key(width, palette),
        _ticks(scale, bottom, palette),
        chain.from_iterable(
            _axis(chart, index, _HEAD + block * index, scale, left - 26, width, palette)
            for index in range(len(chart.axes))
        ),
    )
    return drawing(width, bottom + 8, chart.title, describe(chart), parts)


def _key(width: float, palette: Palette) -> Iterator[str]:
    x = width - 150
    yield element(
        "circle", cx=x, cy=11.5, r=4.5, fill="#FFFFFF", stroke=palette.muted, stroke_width=1.6
    )
    yield text(x + 9, 16, "now", fill=palette.muted, size=SMALL)
    yield line(x + 38, 11.5, x + 52, 11.5, stroke=palette.muted, width=1.6)
    yield element("circle", cx=x + 58, cy=11.5, r=4.5, fill=palette.muted)
    yield text(x + 67, 16, "wish", fill=palette.muted, size=SMALL)
    yield text(width, 16, "Change", fill=palette.muted, size=SMALL, anchor="end")


def _ticks(scale: Scale, bottom: float, palette: Palette) -> Iterator[str]:
    for mark in ticks(scale.low, scale.high, 6):
        x = scale.at(mark)
        yield line(x, _HEAD - 12, x, bottom, stroke=palette.line)
        yield text(x, _HEAD - 19, number(mark), fill=palette.muted, size=SMALL, anchor="middle")


def _axis(
    chart: Wheel, index: int, top: float, scale: Scale, room: float, width: float, palette: Palette
) -> Iterator[str]:
    middle = top + _LINE * len(chart.profiles) / 2
    yield from label(chart.axes[index], middle, room, palette)
    for row, profile in enumerate(chart.profiles):
        y = top + _LINE * (row + 0.5)
        yield from _arrow(
            profile,
            _value(profile.now, index),
            _value(profile.wish, index),
            y,
            scale,
            width,
            palette,
        )


def _value(values: tuple[Value, ...], index: int) -> float | None:
    return present(values[index]) if index < len(values) else None


def _arrow(
    profile: Profile,
    now: float | None,
    wish: float | None,
    y: float,
    scale: Scale,
    width: float,
    palette: Palette,
) -> Iterator[str]:
    colour = palette.of(profile.side)
    if now is not None and wish is not None:
        yield line(scale.at(now), y, scale.at(wish), y, stroke=colour, width=2)
        yield text(
            width, y + 4.5, signed(wish - now), fill=colour, size=BODY, anchor="end", weight=600
        )
    if now is not None:
        yield marker(profile.side, scale.at(now), y, colour=colour, size=5, filled=False)
    if wish is not None:
        # Where nothing should change the smaller filled mark sits inside the hollow one.
        size = 2.4 if wish == now else 5.0
        yield marker(profile.side, scale.at(wish), y, colour=colour, size=size)
