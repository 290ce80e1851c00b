"""The SVG elements charts are made of, as strings with presentation attributes only.

No style, no class and no id: the same bytes pass a strict content security policy and WeasyPrint, and two
charts on one page cannot clash. All text is escaped here and nowhere else.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

# Quoted: a bare name with a digit in it is no name in CSS, and a browser would set everything in its serif face.
FONT = "'Source Sans 3', 'Source Sans Pro', Helvetica, Arial, sans-serif"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Colours, numbers and points: nothing in them that XML would have escaped.
_PLAIN = re.compile("[A-Za-z0-9 #.,:;()/+-]*")
_COORDINATE_LIMIT = 1e6


def clean(text: str) -> str:
    """Return ``text`` without what XML 1.0 cannot hold, and with line breaks as spaces."""
    return _NOT_XML.sub("", text).replace("\n", " ").replace("\r", " ")


def coordinate(value: float) -> str:
    """Return ``value`` with at most one decimal, clamped to what a drawing can use."""
    if not -_COORDINATE_LIMIT <= value <= _COORDINATE_LIMIT:
        value = max(-_COORDINATE_LIMIT, min(_COORDINATE_LIMIT, value))
    held = f"{value:.1f}"
    held = held.removesuffix(".0")
    return "0" if held == "-0" else held


def element(name: str, content: str = "", **attributes: str | float | None) -> str:
    """Return one element; underscores in attribute names become hyphens, None leaves one out."""
    opening = name
    for key, value in attributes.items():
        if value is not None:
            opening += f" {key.replace('_', '-')}={_quoted(value)}"
    return f"<{opening}>{content}</{name}>" if content else f"<{opening}/>"


def _quoted(value: str | float) -> str:
    if not isinstance(value, str):
        return f'"{coordinate(value)}"'
    return f'"{value}"' if _PLAIN.fullmatch(value) else quoteattr(clean(value))


def text(
    x: float,
    y: float,
    words: str,
    *,
    fill: str,
    size: float = 13,
    anchor: str = "start",
    weight: int | None = None,
) -> str:
    """Return a line of text with its baseline at ``y``; anchor is start, middle or end."""
    anchored = "" if anchor == "start" else f" text-anchor={_quoted(anchor)}"
    weighted = "" if weight is None else f' font-weight="{weight}"'
    return (
        f'<text x="{coordinate(x)}" y="{coordinate(y)}" fill={_quoted(fill)} font-size="{coordinate(size)}"'
        f"{anchored}{weighted}>{escape(clean(words)) or ' '}</text>"
    )


def line(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    *,
    stroke: str,
    width: float = 1,
    dash: str | None = None,
) -> str:
    """Return a straight line."""
    dashes = f" stroke-dasharray={_quoted(dash)}" if dash else ""
    return (
        f'<line x1="{coordinate(x1)}" y1="{coordinate(y1)}" x2="{coordinate(x2)}" y2="{coordinate(y2)}"'
        f' stroke={_quoted(stroke)} stroke-width="{coordinate(width)}"{dashes}/>'
    )


def rectangle(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str,
    stroke: str | None = None,
    radius: float | None = None,
) -> str:
    """Return a filled rectangle; a negative extent is drawn as nothing."""
    return element(
        "rect",
        x=x,
        y=y,
        width=max(width, 0),
        height=max(height, 0),
        fill=fill,
        stroke=stroke,
        rx=radius,
    )


def polyline(
    points: Iterable[tuple[float, float]], *, stroke: str, width: float = 2, dash: str | None = None
) -> str:
    """Return an open line through ``points``."""
    joined = " ".join([f"{coordinate(x)},{coordinate(y)}" for x, y in points])
    dashes = f" stroke-dasharray={_quoted(dash)}" if dash else ""
    return (
        f'<polyline points="{joined}" fill="none" stroke={_quoted(stroke)} stroke-width="{coordinate(width)}"'
        f'{dashes} stroke-linejoin="round" stroke-linecap="round"/>'
    )


def drawing(width: float, height: float, title: str, description: str, parts: Iterable[str]) -> str:
    """Return a whole SVG on a white card, with its title and description first (PDF/UA, WCAG 1.1.1)."""
    across, down = coordinate(width), coordinate(height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{across}" height="{down}"'
        f' viewBox="0 0 {across} {down}" font-family="{FONT}">'
        f"<title>{escape(clean(title)) or 'Chart'}</title>"
        f"<desc>{escape(clean(description)) or 'No data.'}</desc>"
        f"{rectangle(0, 0, width, height, fill='#FFFFFF')}"  # the card, see without_card
        f"{''.join(parts)}</svg>"
    )


def without_card(svg: str) -> str:
    """Return a drawing without its white card: paper is white already, and a watermark shows through."""
    head, end, body = svg.partition("</desc>")
    return head + end + body[body.index("/>") + 2 :]


def as_data_uri(svg: str) -> str:
    """Return ``svg`` as the value of an ``img`` element's ``src``."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
