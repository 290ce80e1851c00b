"""Text on every ground it may stand on reaches AA, in light and in dark; what marks a control reaches 3:1."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[3] / "practice/static/css/tokens.css"
GROUNDS = (
    "paper",
    "surface",
    "sunken",
    "primary-surface",
    "attention-surface",
    "danger-surface",
    "good-surface",
)
TEXTS = ("ink", "muted", "primary", "partner-a", "partner-b", "attention", "danger", "good")
ON_OWN_GROUND = [
    ("on-primary", "primary"),
    ("on-primary", "primary-strong"),
    ("surface", "danger"),
    ("paper", "ink"),
    ("partner-a", "partner-a-surface"),
    ("partner-b", "partner-b-surface"),
]


def colours(scheme: str) -> dict[str, str]:
    light, dark = TOKENS.read_text().split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", light))
    if scheme == "dark":
        found |= dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", dark))
    return found


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_reaches_aa(scheme: str, text: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), ON_OWN_GROUND)
def test_text_on_its_own_ground_reaches_aa(scheme: str, text: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("mark", ["control-border", "primary"])
@pytest.mark.parametrize("ground", ["paper", "surface", "sunken"])
def test_borders_of_controls_and_the_focus_ring_reach_three_to_one(
    scheme: str, mark: str, ground: str
) -> None:
    found = colours(scheme)
    assert contrast(found[mark], found[ground]) >= 3


def test_dark_gives_every_colour_a_twin() -> None:
    light, dark = (
        set(re.findall(r"--([\w-]+): #", part))
        for part in TOKENS.read_text().split("@media (prefers-color-scheme: dark)")
    )
    assert dark == light
