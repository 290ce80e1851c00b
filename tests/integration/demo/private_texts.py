"""What is private of one partner, read out of every sealed field there is: nobody has to remember the new table."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from practice.caseload import rules as texts
from practice.catalogue.models import ExerciseVersion
from practice.db import keys, scope
from practice.db.base import InContainer
from practice.extensions import Root, db
from practice.measures import registry
from practice.reports.models import Report
from practice.safety import rules as safety
from tests.factories.crawl import squeeze
from tests.factories.house import House

SHORTEST = 6
# Names of options, kinds, dates and digests: no words of a person.
_CODED = re.compile(r"[a-z0-9_.:-]+|\d{4}-\d\d-\d\d[T0-9:.+-]*|[0-9a-f-]{32,}")


@dataclass(frozen=True)
class Private:
    """Texts and row ids that one partner must never meet."""

    texts: tuple[str, ...]
    ids: tuple[str, ...]

    def found_in(self, squeezed: str) -> list[str]:
        """Return what of it stands in a text without spaces."""
        held = [text for text in self.texts if squeeze(text) in squeezed]
        return held + [row for row in self.ids if row in squeezed]


def private_from(house: House, couple: UUID, reader: str) -> Private:
    """Return what is private from the partner on side ``reader``: the other's own, both safety records but the own, and care."""
    other = "b" if reader == "a" else "a"
    kinds = (f"partner_{other}", f"safety_{other}", "care")
    hidden = {scope.container_id(couple, kind) for kind in kinds}
    open_to_reader = {
        scope.container_id(couple, k) for k in ("couple", f"partner_{reader}", f"safety_{reader}")
    }
    with house.reading(), scope.opened(everything=True):
        keys.load({*hidden, *open_to_reader})
        mine = squeeze("\n".join([*_own_words(open_to_reader), *_vocabulary()]))
        words = {w for row in _rows(hidden) for w in _words(row) if squeeze(w) not in mine}
        ids = {str(row.id) for row in _rows(hidden)}
    return Private(tuple(sorted(words)), tuple(sorted(ids)))


def _rows(containers: Iterable[UUID]) -> Iterator[InContainer]:
    wanted = list(containers)
    for mapper in Root.registry.mappers:
        if issubclass(mapper.class_, InContainer):
            found = mapper.class_
            yield from db.session.scalars(select(found).where(found.container_id.in_(wanted)))


def _own_words(containers: Iterable[UUID]) -> Iterator[str]:
    """What the reader may read. Not from reports: these are what is examined."""
    for row in _rows(containers):
        if not isinstance(row, Report):
            yield from _words(row)


def _words(row: InContainer) -> Iterator[str]:
    for name in type(row).sealed_names():
        yield from (w for w in _strings(getattr(row, name)) if _is_text(w))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (s for held in value.values() for s in _strings(held))
    elif isinstance(value, list | tuple):
        yield from (s for held in value for s in _strings(held))


def _is_text(word: str) -> bool:
    return len(squeeze(word)) >= SHORTEST and not _CODED.fullmatch(word)


def _vocabulary() -> Iterator[str]:
    """What the product itself says to anyone."""
    yield json.dumps(texts.texts(), ensure_ascii=False)
    yield repr(safety.private_check())
    yield from (repr(measure) for measure in registry.all_measures())
    for definition in db.session.scalars(select(ExerciseVersion.definition)):
        yield json.dumps(definition, ensure_ascii=False)
    yield from names()


def names() -> Iterator[str]:
    """Names that both know."""
    from practice.cli.demo.cases import COUPLES
    from practice.cli.demo.people import HOURS, NEUTRAL_NAME, PHONE, PRACTICE

    yield from (PRACTICE, NEUTRAL_NAME, PHONE, HOURS, "Dr. Imani Reyes, LMFT")
    yield from (p.name for c in COUPLES for p in (c.a, c.b))
