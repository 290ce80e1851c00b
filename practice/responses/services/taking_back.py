"""Taking back what one sent, before anything of it is opened to both: from then on it counts as not answered, and is kept."""

from __future__ import annotations

from sqlalchemy import select

from practice.access.actor import Actor
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.extensions import db
from practice.lib import clock
from practice.responses import rules
from practice.responses.models import Submission
from practice.responses.queries.own import Sent, can_be_taken_back
from practice.responses.services.care_list import note_homework

TOO_LATE = "Something of this is open to both of you, so it cannot be taken back any more. Ask your clinician."


def take_back(sent: Sent, *, by: Actor) -> None:
    """Take a submission back, with every version of the same round; the second time changes nothing.

    For the other partner it looks like not answered, before and after. The care team keeps it, marked as taken back, and is told in
    the words of every private item. Raises :class:`rules.NotReady` once something of the round was opened to both.
    """
    if sent.submission.withdrawn_at is not None:
        return
    if not can_be_taken_back(sent):
        raise rules.NotReady(TOO_LATE)
    case, submission = sent.case, sent.submission
    for version in db.session.scalars(
        select(Submission)
        .where(Submission.assignment_id == submission.assignment_id)
        .where(Submission.occurrence == submission.occurrence)
        .where(Submission.container_id == submission.container_id)
        .where(Submission.withdrawn_at.is_(None))
    ):
        version.withdrawn_at = clock.now()
    db.session.flush()
    audit.record("answers taken back", by=by, couple=case.id, subject=submission.id)
    caseload.raise_attention(
        case.couple,
        kind="private",
        weight=caseload.WEIGHT_FIRST,
        source=submission.id,
        by=by,
    )
    note_homework(case, case.side, by=by)
