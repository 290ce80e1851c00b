"""Reading answers for scoring. Absent, skipped, "rather not say" and out of range are all "no answer".

No answer is never a midpoint and never a zero.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from practice.measures.exercises.figure import Answers
from practice.measures.quantity import is_number

_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_WHOLE = re.compile(r"[+-]?[0-9]{1,6}")


def value_of(label: str) -> str:
    """The stored value of an option or row with this label ("not yet" -> "not_yet")."""
    return _NOT_ALPHANUMERIC.sub("_", label.lower()).strip("_")


def number(answers: Answers, key: str, low: float, high: float) -> float | None:
    """A rating or number from `low` to `high`."""
    return _in_range(answers.get(key), low, high)


def choice(answers: Answers, key: str) -> str | None:
    """The value of a single choice."""
    given = answers.get(key)
    if isinstance(given, bool) or not isinstance(given, str | int):
        return None
    return str(given) or None


def text(answers: Answers, key: str) -> str | None:
    """Words that were written; blank is no answer."""
    given = answers.get(key)
    return given.strip() or None if isinstance(given, str) else None


def picks(answers: Answers, key: str) -> tuple[str, ...] | None:
    """The values ticked, each once and in order; `None` if unanswered."""
    given = answers.get(key)
    if isinstance(given, str | bytes) or not isinstance(given, Sequence):
        return None
    return tuple(dict.fromkeys(str(one) for one in given if isinstance(one, str | int)))


def rows(answers: Answers, key: str, names: Sequence[str], low: int, high: int) -> dict[str, float]:
    """The answered rows of a matrix, in the order of `names`; other rows are left out."""
    given = answers.get(key)
    if not isinstance(given, Mapping):
        return {}
    read = {name: _in_range(given.get(name), low, high) for name in names}
    return {name: value for name, value in read.items() if value is not None}


def lines(answers: Answers, key: str) -> list[Mapping[str, object]]:
    """The lines of a table; a line is read with the functions above, by its columns."""
    given = answers.get(key)
    if isinstance(given, str | bytes) or not isinstance(given, Sequence):
        return []
    return [line for line in given if isinstance(line, Mapping)]


def _in_range(given: object, low: float, high: float) -> float | None:
    value = int(given) if isinstance(given, str) and _WHOLE.fullmatch(given.strip()) else given
    return value if is_number(value) and low <= value <= high else None
