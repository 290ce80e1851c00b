"""What authors say of what they sent: how useful it was, and how much went into it."""

from __future__ import annotations

from sqlalchemy import select

from practice.assignments.queries import Given
from practice.extensions import db
from practice.responses.models import OwnRating, Submission
from practice.responses.queries.own import Sent


def own_rating_of(sent: Sent) -> OwnRating | None:
    """Return what the author said of a submission; a form of both has none."""
    return db.session.scalar(
        select(OwnRating)
        .where(OwnRating.submission_id == sent.id)
        .where(OwnRating.container_id == sent.submission.container_id)
    )


def newest_sent(given: Given, occurrence: str | None = None) -> Sent | None:
    """Return the newest submission to an assignment (of one round, when named), or None."""
    query = (
        select(Submission)
        .where(Submission.assignment_id == given.id, Submission.withdrawn_at.is_(None))
        .where(Submission.container_id == given.assignment.container_id)
        .order_by(Submission.submitted_at.desc(), Submission.id)
        .limit(1)
    )
    if occurrence:
        query = query.where(Submission.occurrence == occurrence)
    row = db.session.scalar(query)
    return Sent(given, row) if row else None
