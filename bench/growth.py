"""The same couples after many more weeks: every row of theirs once more, some weeks earlier, sealed anew.

For one question only: whether a page asks the database more often when there is more to show.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from practice.assignments.models import Assignment
from practice.audit import services as audit
from practice.caseload.models import AttentionItem, Clearance
from practice.db import scope
from practice.db.base import InContainer
from practice.extensions import db
from practice.outcomes.models import MeasureResult, SharedMeasure
from practice.reports.models import Report, ReportRelease
from practice.responses.models import Draft, Release, Review, Submission
from practice.safety.models import SafetyCheck
from practice.treatment.models import Goal, GoalRating, TherapySession

# In an order in which what others refer to comes first.
GROWING: tuple[type[InContainer], ...] = (
    Assignment,
    Draft,
    Submission,
    Review,
    Release,
    Goal,
    GoalRating,
    TherapySession,
    MeasureResult,
    SharedMeasure,
    Clearance,
    SafetyCheck,
    AttentionItem,
    Report,
    ReportRelease,
)
# Written once for each row and never shared between two.
_FRESH = frozenset({"form_key", "file_tag"})
_NOT_COPIED = frozenset({"corrects_id", "version"})


def grow(times: int, *, by: UUID) -> int:
    """Copy every growing row ``times`` over, inside a writing unit, and return how many rows were added."""
    with scope.opened(everything=True):
        originals = [(kind, db.session.scalars(select(kind)).all()) for kind in GROWING]
        for number in range(1, times + 1):
            _copy_all(originals, timedelta(weeks=number), {})
        audit.record("bench growth", by=by)
    return times * sum(len(rows) for _, rows in originals)


def _copy_all(originals: Any, earlier: timedelta, new_ids: dict[UUID, UUID]) -> None:
    for kind, rows in originals:
        for row in rows:
            if isinstance(row, Assignment):
                new_ids.setdefault(row.set_id, uuid4())
            new_ids[row.id] = uuid4()
            db.session.add(kind(**_values(row, earlier, new_ids)))
        db.session.flush()


def _values(row: InContainer, earlier: timedelta, new_ids: dict[UUID, UUID]) -> dict[str, Any]:
    sealed = type(row).sealed_names()
    names = [c.key for c in type(row).__mapper__.column_attrs if not c.key.endswith("_sealed")]
    plain = {n: _moved(n, getattr(row, n), earlier, new_ids) for n in names if n not in _NOT_COPIED}
    return plain | {name: getattr(row, name) for name in sealed}


def _moved(name: str, value: Any, earlier: timedelta, new_ids: dict[UUID, UUID]) -> Any:
    if name in _FRESH:
        return uuid4() if isinstance(value, UUID) else uuid4().hex[:8]
    if isinstance(value, UUID):
        return new_ids.get(value, value)
    return value - earlier if isinstance(value, date | datetime) else value
