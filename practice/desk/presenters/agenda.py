"""What the care team wants to bring up in the next session, as a list of links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import url_for

from practice.responses.queries import Sent


@dataclass(frozen=True)
class AgendaItem:
    """One submission to talk about: the exercise, whose it is ("" for a form of both), and where to read it."""

    submission_id: UUID
    title: str
    side: str
    name: str
    sent_at: datetime
    url: str


def agenda_items(found: Iterable[Sent]) -> list[AgendaItem]:
    """Return the items of an agenda in the order given."""
    return [_item(sent) for sent in found]


def _item(sent: Sent) -> AgendaItem:
    side = sent.side or ""
    return AgendaItem(
        submission_id=sent.id,
        title=sent.definition.title,
        side=side,
        name=sent.case.partners[side].first_name if side else "Both",
        sent_at=sent.submission.submitted_at,
        url=url_for("responses.review", couple_id=sent.case.id, submission_id=sent.id),
    )
