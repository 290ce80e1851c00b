"""Entering a partner's answers on their behalf: the record says who entered them, and from what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError

from practice.access.actor import Actor
from practice.assignments import services as assignments
from practice.audit import services as audit
from practice.catalogue.rules import only_asked
from practice.extensions import db
from practice.lib import clock
from practice.responses import rules
from practice.responses.models import Submission
from practice.responses.queries.entering import Entry
from practice.responses.queries.rounds import asked_fields
from practice.responses.services.care_list import no_longer_overdue, note_homework
from practice.responses.services.contact import keep_contact_choices
from practice.responses.services.sending import alert_the_care_team


def enter_for(
    entry: Entry,
    answers: Mapping[str, Any],
    *,
    by: Actor,
    form_key: UUID,
    paper_on: date | None,
    keep_back: Collection[str] = (),
) -> Submission:
    """Keep what one partner answered on paper as that partner's own submission; the same ``form_key`` again changes nothing.

    ``answers`` are clean answers by key to ``entry.fields``; a round that was sent before is corrected, never replaced. What
    its author may still do is the same as if they had sent it: keep parts back, correct it, take it back. The 24 hours before a
    release count from now.

    Raises :class:`rules.NotReady` if nothing is answered or the day on the paper (``paper_on``) cannot be, and
    :class:`practice.caseload.rules.NotOpen` while work of this kind is closed for the couple.
    """
    given = entry.given
    earlier = _already(given.assignment.container_id, form_key)
    if earlier is not None:
        return earlier
    assignments.check_gate(given.case, given.definition)
    origin = rules.origin_of_paper(paper_on, clock.today(by.zone))
    fields = {field.key for field in entry.fields}
    kept = {key: value for key, value in answers.items() if key in fields}
    kept = only_asked(asked_fields(given, kept, sexual=True), kept)
    if not kept:
        raise rules.NotReady("Nothing is filled in yet. Enter at least one answer.")
    row = Submission(
        container_id=given.assignment.container_id,
        assignment_id=given.id,
        occurrence=entry.key,
        answers=kept,
        scores=rules.snapshot(given.definition, kept),
        kept_back=rules.keys_kept_back(given.definition, keep_back),
        form_key=form_key,
        submitted_at=clock.now(),
        submitted_by=by.user_id,
        corrects_id=entry.previous.id if entry.previous else None,
        origin=origin,
    )
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        # Two requests at once: the other one was first, and its result is the answer.
        return db.session.scalars(_by_key(given.assignment.container_id, form_key)).one()
    audit.record(
        "homework entered", by=by, couple=given.case.id, subject=row.id, source=rules.PAPER
    )
    alert_the_care_team(given.case.couple, given.definition, row, entry.previous, by=by)
    no_longer_overdue(given.case, given.id, by=by)
    note_homework(given.case, entry.side, by=by)
    keep_contact_choices(given.case, entry.side, given.definition, kept, by=by)
    return row


def _already(container_id: UUID, form_key: UUID) -> Submission | None:
    return db.session.scalar(_by_key(container_id, form_key))


def _by_key(container_id: UUID, form_key: UUID) -> Select[Submission]:
    return select(Submission).where(
        Submission.form_key == form_key, Submission.container_id == container_id
    )
