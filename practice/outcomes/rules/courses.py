"""One person's course on one measure: which results count, and what became of the score.

A result is never changed. A correction is a new row that names the one it replaces; a result set aside is replaced by a row
without figures. What counts is every row that no other row replaces and that is not itself such a mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from practice.measures.change import Change, Outcome, change_between
from practice.measures.model import Measure


class ResultLike(Protocol):
    """What these rules need of a stored result."""

    id: Any
    taken_on: Any
    made_at: Any
    corrects_id: Any

    @property
    def content(self) -> Any:
        """The sealed figures."""


Row = TypeVar("Row", bound=ResultLike)


@dataclass(frozen=True)
class Reading:
    """One result as it counts: the figures computed when it was entered.

    ``total`` is None when there is no score; ``reason`` then says why. ``answers`` is None for a score-only entry.
    """

    id: UUID
    taken_on: date
    made_at: datetime
    way: str
    total: float | None
    mean: float | None
    subscales: Mapping[str, float | None]
    answers: tuple[float | None, ...] | None
    bands: tuple[str, ...]
    flags: tuple[str, ...]
    reason: str | None
    corrected: bool

    @property
    def is_complete(self) -> bool:
        """Whether every item was answered, so that profiles can be compared."""
        return self.answers is not None and None not in self.answers


@dataclass(frozen=True)
class Course:
    """One person's readings on one measure, in order of time."""

    readings: tuple[Reading, ...] = ()

    @property
    def scored(self) -> tuple[Reading, ...]:
        """The readings that have a total."""
        return tuple(r for r in self.readings if r.total is not None)

    @property
    def baseline(self) -> Reading | None:
        """The first reading with a total; the first of all where none has one."""
        return next(iter(self.scored or self.readings), None)

    @property
    def now(self) -> Reading | None:
        """The last reading, with or without a score."""
        return self.readings[-1] if self.readings else None

    @property
    def previous(self) -> Reading | None:
        """The reading before the last, where it is not the baseline itself."""
        if len(self.readings) < 3:
            return None
        before = self.readings[-2]
        return None if before is self.baseline else before

    def change(self, measure: Measure) -> Change | None:
        """Classify baseline to now; None with fewer than two readings (or only the baseline has a place in time)."""
        if self.baseline is None or self.now is None or self.baseline is self.now:
            return None
        return change_between(measure, self.baseline.total, self.now.total)


def current_rows(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that count: replaced by none, not set aside; in order of time."""
    replaced = {row.corrects_id for row in rows if row.corrects_id is not None}
    counting = [r for r in rows if r.id not in replaced and not r.content.get("set_aside")]
    return sorted(counting, key=lambda r: (r.taken_on, r.made_at, str(r.id)))


def reading_of(row: ResultLike) -> Reading:
    """Return a stored result as a reading."""
    held: dict[str, Any] = row.content
    answers = held.get("answers")
    return Reading(
        id=row.id,
        taken_on=row.taken_on,
        made_at=row.made_at,
        way=held["way"],
        total=held["total"],
        mean=held.get("mean"),
        subscales=held.get("subscales") or {},
        answers=None if answers is None else tuple(answers),
        bands=tuple(held.get("bands") or ()),
        flags=tuple(held.get("flags") or ()),
        reason=held.get("reason"),
        corrected=row.corrects_id is not None,
    )


def course_of(rows: Iterable[ResultLike]) -> Course:
    """Return the course of one person's results on one measure."""
    return Course(tuple(reading_of(row) for row in current_rows(list(rows))))


def deteriorated(measure: Measure, course: Course, result_id: UUID) -> bool:
    """Return whether this result is the latest and reliably worse than the start or than the reading before it."""
    now = course.now
    if now is None or now.id != result_id:
        return False
    earlier = [r for r in course.readings[:-1] if r.total is not None]
    return any(
        change_between(measure, before.total, now.total).outcome is Outcome.DETERIORATED
        for before in (earlier[:1] + earlier[-1:])
    )
