"""Names in a file (keys, values, slugs) made from the words that people write, and kept when the words change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from practice.catalogue.loading import checking

_SEPARATORS = re.compile(r"[^a-z0-9]+")
_LONGEST_KEY = 40
RESERVED = frozenset({*checking.RESERVED_KEYS, *checking.RESERVED_ROWS, "row"})


def named(words: str, taken: Collection[str], *, otherwise: str) -> str:
    """Return a key made from ``words``: the first of them in a-z and 0-9, with a number where it is taken.

    ``otherwise`` is used for words without such letters.
    """
    plain = unicodedata.normalize("NFKD", words.casefold())
    key = _SEPARATORS.sub("_", plain.encode("ascii", "ignore").decode()).strip("_")
    key = _at_a_word(key)
    if not key or not key[0].isalpha():
        key = f"{otherwise}_{key}".rstrip("_")
    return _free(key, {*taken, *RESERVED}, "_")


def slug_of(title: str, taken: Collection[str]) -> str:
    """Return a slug for a form of the practice; its first word keeps it apart from those of the product."""
    key = named(title, (), otherwise="form").replace("_", "-")
    return _free(f"own-{key}", taken, "-")


def values_for(
    labels: Sequence[str],
    before: Sequence[tuple[str, str]],
    *,
    otherwise: str,
    taken: Collection[str] = (),
) -> list[str]:
    """Return a value for each label: the one it had ``before`` (pairs of value and label), else a new one.

    A label that was only reworded keeps the value of the line it stands on, as long as no line was added or taken out.
    """
    had = {label: value for value, label in before}
    kept = [had.get(label) for label in labels]
    if len(labels) == len(before):
        free = {value for value, _ in before} - set(kept)
        kept = [k or (before[n][0] if before[n][0] in free else None) for n, k in enumerate(kept)]
    used = {*taken, *(k for k in kept if k)}
    values: list[str] = []
    for label, old in zip(labels, kept, strict=True):
        values.append(old or _new_value(label, {*used, *values}, otherwise))
    return values


def _new_value(label: str, used: Collection[str], otherwise: str) -> str:
    if re.fullmatch(r"[0-9]{1,4}", label) and label not in used:
        return label
    return named(label, used, otherwise=otherwise)


def _at_a_word(key: str) -> str:
    if len(key) <= _LONGEST_KEY:
        return key
    return key[: _LONGEST_KEY + 1].rpartition("_")[0] or key[:_LONGEST_KEY]


def _free(name: str, taken: Collection[str], joint: str) -> str:
    if name not in taken:
        return name
    return next(
        candidate
        for number in range(2, len(taken) + 3)
        if (candidate := f"{name}{joint}{number}") not in taken
    )
