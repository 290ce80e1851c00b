"""How questions are laid out on a phone: the large and the tender ones alone, small ones in blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
_BLOCK = 5
_MANY_OPTIONS = 6


@dataclass(frozen=True, slots=True)
class Part:
    """One page of an exercise: "Part ``number`` of ``total``"."""

    number: int
    total: int
    fields: tuple[FieldDefinition, ...]


def parts(fields: Iterable[FieldDefinition]) -> list[Part]:
    """Return the pages for ``fields``, in order.

    A question never shares a page with the one its condition looks at, so that it can appear without a
    script once that page is saved.
    """
    pages: list[list[FieldDefinition]] = []
    for field in fields:
        if pages and _fits(pages[-1], field):
            pages[-1].append(field)
        else:
            pages.append([field])
    return [Part(number, len(pages), tuple(page)) for number, page in enumerate(pages, start=1)]


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
    if stands_alone(field) or stands_alone(page[-1]):
        return False
    if field.condition and field.condition.field in {earlier.key for earlier in page}:
        return False
    return sum(map(_weight, page)) + _weight(field) <= _BLOCK


def _weight(field: FieldDefinition) -> int:
    return 2 if len(field.options) > _MANY_OPTIONS else 1
