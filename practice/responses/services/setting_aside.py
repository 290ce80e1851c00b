"""Setting a submission aside as "may not be their own answer", and taking it in again. Neither partner sees anything of it."""

from __future__ import annotations

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import SetAside
from practice.responses.queries.counted import set_aside_of
from practice.responses.queries.own import Sent
from practice.responses.queries.pairs import releases_of
from practice.responses.services.care_list import note_homework
from practice.responses.services.releasing import close


def set_aside(sent: Sent, *, reason: str, by: Actor) -> SetAside:
    """Take a submission out of scores, charts, reports, comparisons and releases, and say why; the record itself stays.

    What stands open to both of the same round is closed, on both sides at once. Setting aside twice changes nothing. Raises
    :class:`NotFound` for a form of both, which each signed alone.
    """
    if sent.side is None:
        raise NotFound(sent.id)
    standing = _standing(sent)
    if standing is not None:
        return standing
    row = SetAside(
        container_id=sent.case.container("care"),
        submission_id=sent.id,
        reason=reason,
        made_at=clock.now(),
        made_by=by.user_id,
    )
    db.session.add(row)
    db.session.flush()
    audit.record("homework set aside", by=by, couple=sent.case.id, subject=sent.id)
    for release in releases_of(sent):
        close(release, sent.case, by=by)
    caseload.settle_attention(sent.case, source=sent.id, by=by)
    note_homework(sent.case, sent.side, by=by)
    return row


def take_in_again(sent: Sent, *, by: Actor) -> None:
    """Let a submission count again. What was closed meanwhile stays closed: showing it is an act of its own."""
    row = _standing(sent)
    if row is None:
        return
    row.undone_at, row.undone_by = clock.now(), by.user_id
    db.session.flush()
    audit.record("homework taken in again", by=by, couple=sent.case.id, subject=sent.id)
    if sent.side:
        note_homework(sent.case, sent.side, by=by)


def _standing(sent: Sent) -> SetAside | None:
    return next((row for row in set_aside_of(sent) if row.undone_at is None), None)
