"""The clinician's own side of a submission: read, a comment to its author, quality, and whether to bring it up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor
from practice.access.decide import can
from practice.access.permissions import Permission
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Review
from practice.responses.queries.care import submission_of
from practice.responses.queries.own import Sent
from practice.responses.queries.queue import may_be_read_at_once
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
    submission = sent.submission
    submission.comment = comment or None
    content = {"read_at": clock.now().isoformat(), "quality": quality, "agenda": agenda}
    row = _keep(sent, content, by=by)
    _seen(sent, by=by)
    return row


def mark_read(actor: Actor, ids: Collection[UUID]) -> int:
    """Mark several as read at once and return how many were; nothing else that was noted is touched.

    What should be read first is left out, and so is what is not of the actor's own caseload or not theirs to review.
    """
    count = 0
    for couple_id, submission_id in may_be_read_at_once(actor, ids):
        sent = submission_of(actor, couple_id, submission_id)
        if not can(sent.standing, Permission.RESPONSE_REVIEW):
            continue
        noted = _noted(sent)
        content = dict(noted.content) if noted else {"quality": None, "agenda": False}
        _keep(sent, {**content, "read_at": clock.now().isoformat()}, by=actor)
        _seen(sent, by=actor)
        count += 1
    return count


def mark_unread(sent: Sent, *, by: Actor) -> None:
    """Put a submission back among what is to be read; what was noted stays."""
    caseload.raise_attention(
        sent.case.couple,
        kind="submission",
        weight=caseload.WEIGHT_SOON,
        source=sent.id,
        by=by,
    )
    audit.record("homework to be read again", by=by, couple=sent.case.id, subject=sent.id)


def bring_up(sent: Sent, *, wanted: bool, by: Actor) -> None:
    """Put a submission on the agenda of the next session, or take it off; what else was noted stays."""
    noted = _noted(sent)
    content = dict(noted.content) if noted else {"quality": None}
    _keep(sent, {**content, "agenda": wanted}, by=by)
    audit.record(
        "put on the agenda" if wanted else "taken off the agenda",
        by=by,
        couple=sent.case.id,
        subject=sent.id,
    )


def _noted(sent: Sent) -> Review | None:
    return db.session.scalar(
        select(Review).where(
            Review.submission_id == sent.id, Review.container_id == sent.case.container("care")
        )
    )


def _keep(sent: Sent, content: Mapping[str, object], *, by: Actor) -> Review:
    row = _noted(sent)
    if row is None:
        row = Review(
            container_id=sent.case.container("care"),
            submission_id=sent.id,
            content=dict(content),
            made_by=by.user_id,
        )
        db.session.add(row)
    else:
        row.content = dict(content)
    return row


def _seen(sent: Sent, *, by: Actor) -> None:
    caseload.settle_attention(sent.case, source=sent.id, by=by)
    if sent.side:
        note_homework(sent.case, sent.side, by=by)
    audit.record("homework reviewed", by=by, couple=sent.case.id, subject=sent.id)
