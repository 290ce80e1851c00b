"""The one act of the partner's side that no room below has: asking to talk before signing."""

from __future__ import annotations

from practice.access.actor import Actor
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.caseload.models import FirstQuestion
from practice.caseload.queries import Case
from practice.extensions import db


def ask_to_talk_first(case: Case, text_id: str, *, by: Actor, words: str = "") -> None:
    """Tell the care team, and nobody else, that this person would rather talk first, and what they ask (``words``).

    On the page it looks like not yet signed.
    """
    if words.strip():
        db.session.add(FirstQuestion(container_id=case.own_container, text_id=text_id, words=words))
    caseload.raise_attention(
        case.couple,
        kind="private",
        weight=caseload.WEIGHT_NOW,
        source=case.own.id,
        by=by,
        text_id=text_id,
    )
    audit.record("asked to talk first", by=by, couple=case.id)
