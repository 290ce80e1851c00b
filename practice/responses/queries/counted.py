"""Which submissions count: not those that may not be their author's own answer, nor those their author took back."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, select

from practice.caseload.queries import Case
from practice.db import scope
from practice.extensions import db
from practice.responses.models import SetAside, Submission
from practice.responses.queries.own import Sent


def that_count() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions on submissions that scores, charts and comparisons rest on, for the care team's own pages.

    Where the care container is out of reach, what is set aside cannot be told: its author's pages stay as they are.
    """
    aside = select(SetAside.submission_id).where(SetAside.undone_at.is_(None))
    return (Submission.withdrawn_at.is_(None), Submission.id.not_in(aside))


def set_aside_ids(case: Case) -> frozenset[UUID]:
    """Return what is set aside of a couple's submissions: ids alone, whatever scope a report has been narrowed to."""
    care = case.container("care")
    with scope.opened([care]):
        rows = db.session.scalars(
            select(SetAside.submission_id).where(
                SetAside.container_id == care, SetAside.undone_at.is_(None)
            )
        )
        return frozenset(rows)


def set_aside_of(sent: Sent) -> list[SetAside]:
    """Return how often a submission was set aside, newest last: who, when, why, and whether it was undone."""
    return list(
        db.session.scalars(
            select(SetAside)
            .where(SetAside.submission_id == sent.id)
            .where(SetAside.container_id == sent.case.container("care"))
            .order_by(SetAside.made_at, SetAside.id)
        )
    )
