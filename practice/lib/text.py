"""What text the product accepts from people: everything they write, and nothing that breaks storage."""

from __future__ import annotations

import unicodedata

_BIDI_OVERRIDES = dict.fromkeys(
    [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069]
)


class TextRefused(ValueError):
    """Text that no database can keep faithfully (a NUL or half a surrogate pair)."""


def _is_kept(character: str) -> bool:
    return character != "\x00" and not 0xD800 <= ord(character) <= 0xDFFF


def keepable(text: str) -> str:
    """Return ``text`` without the characters for which :func:`clean` refuses it."""
    return "".join(filter(_is_kept, text))


def clean(text: str) -> str:
    """Return ``text`` with newlines normalised and all else kept exactly; raise :class:`TextRefused`."""
    if not all(map(_is_kept, text)):
        raise TextRefused("This text holds a character that cannot be kept. Please type it again.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def clean_name(text: str) -> str:
    """Return a one-line name: trimmed, single-spaced, without characters that reverse reading order."""
    return " ".join(clean(text).translate(_BIDI_OVERRIDES).split())


def fold_sign_in_name(text: str) -> str:
    """Return the form in which two sign-in names are compared (NFKC, case-folded, trimmed)."""
    return unicodedata.normalize("NFKC", clean_name(text)).casefold()
