"""Colours, dashes and shapes of charts (DESIGN tokens, light: charts stand on a white card in dark mode too)."""

from __future__ import annotations

from dataclasses import dataclass

from practice.reports.charts.spec import Side
from practice.reports.charts.svg import element, rectangle


@dataclass(frozen=True)
class Palette:
    """Named colours as #RRGGBB; ink, muted and both partners reach 4.5:1 on white."""

    a: str = "#1B5E9B"
    b: str = "#A34A16"
    ink: str = "#22272B"
    muted: str = "#59626C"
    line: str = "#E4E0D8"
    control: str = "#8D8677"
    primary: str = "#1F5F5B"
    attention: str = "#FFF4DC"
    attention_ink: str = "#7A4F00"
    paper: str = "#FFFFFF"

    def of(self, side: Side | None) -> str:
        """Return the colour of a partner, or the primary colour for both together."""
        return self.primary if side is None else self.a if side == "a" else self.b


LIGHT = Palette()
DASH: dict[Side, str | None] = {"a": None, "b": "6 4"}


def marker(
    side: Side, x: float, y: float, *, colour: str, size: float = 4.5, filled: bool = True
) -> str:
    """Return partner A's circle or partner B's square, centred; hollow ones show paper inside."""
    fill = colour if filled else "#FFFFFF"
    if side == "a":
        return element("circle", cx=x, cy=y, r=size, fill=fill, stroke=colour, stroke_width=1.6)
    half = size * 0.9
    return rectangle(x - half, y - half, 2 * half, 2 * half, fill=fill, stroke=colour).replace(
        "/>", ' stroke-width="1.6"/>'
    )
