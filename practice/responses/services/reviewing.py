"""The clinician's own side of a submission: read, a comment to its author, quality, and whether to bring it up."""

from __future__ import annotations

from sqlalchemy import select

from practice.access.actor import Actor
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Review
from practice.responses.queries.own import Sent
from practice.responses.services.care_list import note_homework


def review(
    sent: Sent,
    *,
    by: Actor,
    comment: str | None = None,
    quality: int | None = None,
    agenda: bool = False,
) -> Review:
    """Mark a submission as read. ``comment`` is for its author, who reads it beside the answers; ``quality`` is 0 to 10.

    Reviewing again replaces what was noted before.
    """
    submission, case = sent.submission, sent.case
    care = case.container("care")
    row = db.session.scalar(
        select(Review).where(Review.submission_id == submission.id, Review.container_id == care)
    )
    content = {"read_at": clock.now().isoformat(), "quality": quality, "agenda": agenda}
    if row is None:
        row = Review(
            container_id=care, submission_id=submission.id, content=content, made_by=by.user_id
        )
        db.session.add(row)
    else:
        row.content = content
    submission.comment = comment or None
    caseload.settle_attention(case, source=submission.id, by=by)
    if sent.side:
        note_homework(case, sent.side, by=by)
    audit.record("homework reviewed", by=by, couple=case.id, subject=submission.id)
    return row
