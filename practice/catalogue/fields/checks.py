"""The checks that question types share, each with the sentence a person reads when it fails."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date

from practice.catalogue.definition import Option
from practice.catalogue.fields.contract import AnswerInvalid
from practice.lib.text import TextRefused
from practice.lib.text import clean as clean_text

SHORT = 500
LONG = 20_000
_UNKNOWN = "Choose from the answers shown here. What you chose before is kept."
_UNREADABLE = "This answer could not be read. Please give it again; your other answers are kept."


def text_of(raw: object, longest: int, at: str = "") -> str | None:
    """Return text kept exactly as typed (newlines normalised), or None when there is none."""
    if raw is None:
        return None
    if not isinstance(raw, str):
        raise AnswerInvalid(_UNREADABLE, at)
    try:
        text = clean_text(raw)
    except TextRefused as refused:
        raise AnswerInvalid(str(refused), at) from refused
    if len(text) > longest:
        over = len(text) - longest
        raise AnswerInvalid(
            f"This is {over:,} characters over the limit of {longest:,}. Shorten it a little; nothing is lost.",
            at,
        )
    return text if text.strip() else None


def choice_of(raw: object, options: Iterable[Option], at: str = "") -> str | None:
    """Return the value of a known option, or None when nothing was chosen."""
    if raw is None or raw == "":
        return None
    if not isinstance(raw, str) or raw not in {option.value for option in options}:
        raise AnswerInvalid(_UNKNOWN, at)
    return raw


def choices_of(raw: object, options: Iterable[Option], most: int = 0) -> list[str] | None:
    """Return known options in the order they are offered, without doubles; ``most`` 0 means any number."""
    if raw is None or raw == "":
        return None
    if not isinstance(raw, list) or not all(isinstance(value, str) for value in raw):
        raise AnswerInvalid(_UNREADABLE)
    offered = [option.value for option in options]
    if not set(raw) <= set(offered):
        raise AnswerInvalid(_UNKNOWN)
    chosen = [value for value in offered if value in raw]
    if most and len(chosen) > most:
        raise AnswerInvalid(f"Choose {most} at most. Untick {len(chosen) - most} to go on.")
    return chosen or None


def number_of(
    raw: object, low: float | None, high: float | None, at: str = ""
) -> int | float | None:
    """Return a number between ``low`` and ``high``, both included; a whole number comes back as int."""
    value = _read_number(raw, at)
    if value is None:
        return None
    if (low is not None and value < low) or (high is not None and value > high):
        raise AnswerInvalid(_range_sentence(low, high), at)
    return value


def whole_number_of(raw: object, low: int, high: int, at: str = "") -> int | None:
    """Return a whole number between ``low`` and ``high``, both included."""
    value = number_of(raw, low, high, at)
    if isinstance(value, float):
        raise AnswerInvalid(f"Choose a whole number from {low} to {high}.", at)
    return value


def date_of(raw: object, at: str = "") -> str | None:
    """Return a date as ISO text (1900 to 2200), or None when there is none."""
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    message = "Write the date as year, month and day, for example 2026-11-25."
    if not isinstance(raw, str) or len(raw.strip()) != 10:
        raise AnswerInvalid(message, at)
    try:
        day = date.fromisoformat(raw.strip())
    except ValueError as broken:
        raise AnswerInvalid(message, at) from broken
    if not 1900 <= day.year <= 2200:
        raise AnswerInvalid("Check the year of this date.", at)
    return day.isoformat()


def mapping_of(raw: object) -> dict[str, object]:
    """Return a JSON object, or an empty one when there is none."""
    if raw is None or raw == "":
        return {}
    if not isinstance(raw, dict) or not all(isinstance(key, str) for key in raw):
        raise AnswerInvalid(_UNREADABLE)
    return raw


def known_keys(raw: dict[str, object], keys: Iterable[str]) -> None:
    """Refuse rows or columns that the question does not have."""
    if not set(raw) <= set(keys):
        raise AnswerInvalid(_UNREADABLE)


def unreadable(at: str = "") -> AnswerInvalid:
    """The error for JSON of a shape no page of ours sends."""
    return AnswerInvalid(_UNREADABLE, at)


def _read_number(raw: object, at: str) -> int | float | None:
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        raise AnswerInvalid(_UNREADABLE, at)
    message = "Write this as a number, for example 20 or 7.5."
    if isinstance(raw, str) and len(raw) > 30:
        raise AnswerInvalid(message, at)
    try:
        value = float(_with_point(raw) if isinstance(raw, str) else raw)
    except (ValueError, OverflowError) as broken:
        raise AnswerInvalid(message, at) from broken
    if not math.isfinite(value) or abs(value) > 1e12:
        raise AnswerInvalid(message, at)
    return int(value) if value.is_integer() else value


def _with_point(text: str) -> str:
    """Read "7,5" as 7.5, and refuse to guess whether "1,000" is one or a thousand."""
    plain = re.sub(r"^(-?\d+),(\d{1,2})$", r"\1.\2", text.strip())
    if not re.fullmatch(r"[-+]?\d+(\.\d+)?", plain):
        raise ValueError(plain)
    return plain


def _range_sentence(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"Write a number from {low:g} to {high:g}."
    return (
        f"Write a number of at least {low:g}."
        if low is not None
        else f"Write a number up to {high:g}."
    )
