"""An author's own word on what they sent: for their record and their care team, never for the other."""

from __future__ import annotations

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.audit import services as audit
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import OwnRating
from practice.responses.queries.own import Sent
from practice.responses.queries.ratings import own_rating_of


def rate(sent: Sent, *, useful: int | None, effort: int | None, by: Actor) -> OwnRating:
    """Keep how useful a submission was to its author and how much went into it, each from 0 to 10 or left out.

    It replaces what was said before. Raises :class:`NotFound` for a form of both, which has no one author.
    """
    if sent.side is None:
        raise NotFound(sent.id)
    content = {"useful": useful, "effort": effort}
    row = own_rating_of(sent)
    if row is None:
        row = OwnRating(
            container_id=sent.submission.container_id, submission_id=sent.id, content=content
        )
        db.session.add(row)
    else:
        row.content, row.given_at = content, clock.now()
    db.session.flush()
    audit.record("homework rated", by=by, couple=sent.case.id, subject=sent.id)
    return row
