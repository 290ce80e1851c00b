"""How questions are laid out on a phone: the large and the tender ones alone, small ones in blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from practice.catalogue.definition import FieldDefinition, FieldType

_ALONE = {
    FieldType.LONG_TEXT,
    FieldType.LIKERT_MATRIX,
    FieldType.EMOTION_WHEEL,
    FieldType.BODY_MAP,
    FieldType.TABLE,
    FieldType.CLINICIAN_RATING,
}
# What may follow on the page of the question that it depends on.
_SMALL = set(FieldType) - _ALONE - {FieldType.PREDICT} | {FieldType.LONG_TEXT}
_BLOCK = 5
_MANY_OPTIONS = 6


@dataclass(frozen=True, slots=True)
class Part:
    """One page of an exercise: "Part ``number`` of ``total``".

    ``fields`` are the questions on it now, ``may_follow`` those that come up on it when another one is answered so; ``possible``
    are both, in order.
    """

    number: int
    total: int
    fields: tuple[FieldDefinition, ...]
    possible: tuple[FieldDefinition, ...] = ()

    @property
    def may_follow(self) -> tuple[FieldDefinition, ...]:
        """The questions that an answer on this page may bring up on it."""
        return tuple(field for field in self.possible if field not in self.fields)


def parts(possible: Iterable[FieldDefinition], asked: Collection[str] | None = None) -> list[Part]:
    """Return the pages for the questions that may come up, in order; pages with nothing to ask now are left out.

    ``asked`` names those asked now (None: all). What stands together follows from ``possible`` alone, so that no answer moves
    another question to another page. A small question stands on the page of the one its condition looks at: with a script it
    appears there at once, without one when that page is saved. A large or tender one has the next page.
    """
    pages: list[list[FieldDefinition]] = []
    for field in possible:
        if pages and _fits(pages[-1], field):
            pages[-1].append(field)
        else:
            pages.append([field])
    shown = [
        (now, tuple(page))
        for page in pages
        if (now := tuple(f for f in page if asked is None or f.key in asked))
    ]
    return [Part(number, len(shown), *page) for number, page in enumerate(shown, start=1)]


def page_to_resume(pages: Sequence[Part], answers: Mapping[str, Any], last_written: str) -> int:
    """Return the number of the page to go on with: the one written on last, or the next once all of it is answered.

    ``last_written`` is the key of a question on the page written on last, "" when there is none. Leaving a question out by
    choice is an answer; one that was left empty is gone back to only while its page was the last.
    """
    here = next((p for p in pages if last_written in {f.key for f in p.fields}), None)
    if here is None:
        return 1
    is_done = all(field.key in answers for field in here.fields)
    return min(here.number + is_done, len(pages))


def stands_alone(field: FieldDefinition) -> bool:
    """True for a question that takes a page of its own."""
    return field.sensitive or field.picture is not None or field.answer_type in _ALONE


def _fits(page: list[FieldDefinition], field: FieldDefinition) -> bool:
    room = sum(map(_weight, page)) + _weight(field) <= _BLOCK
    if field.condition and field.condition.field in {earlier.key for earlier in page}:
        return room and is_small(field)
    return room and not (stands_alone(field) or stands_alone(page[-1]))


def is_small(field: FieldDefinition) -> bool:
    """True for a question that may follow on the page of the one it depends on."""
    return not field.sensitive and field.picture is None and field.answer_type in _SMALL


def _weight(field: FieldDefinition) -> int:
    is_large = len(field.options) > _MANY_OPTIONS or field.answer_type is FieldType.LONG_TEXT
    return 2 if is_large else 1
