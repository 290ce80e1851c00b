"""Sending what was written, exactly once, and keeping parts of it back afterwards."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from practice.access.actor import Actor
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.caseload.models import Couple
from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.fields import is_answered
from practice.catalogue.rules import raises_alert
from practice.extensions import db
from practice.lib import clock
from practice.measures.exercises.registry import scorer_for
from practice.responses import rules
from practice.responses.models import Submission
from practice.responses.queries.own import Sent
from practice.responses.queries.rounds import Round
from practice.responses.services.care_list import no_longer_overdue, note_homework
from practice.responses.services.contact import keep_contact_choices


def send(
    found: Round,
    *,
    by: Actor,
    form_key: UUID,
    revision: int | None = None,
    keep_back: Collection[str] = (),
) -> Submission:
    """Send the draft of a round; the same ``form_key`` again returns the first result and changes nothing.

    ``revision`` is that of the draft the person looked at (None: whatever it is now). ``keep_back`` names reveal questions
    that stay with the care team. Raises :class:`rules.Stale` if the draft is another one by now or its round is closed, and :class:`rules.NotReady`
    if a question that must be answered is not.
    """
    earlier = already_sent(found, form_key)
    if earlier is not None:
        return earlier
    draft = found.draft
    if draft is None or draft.form_key != form_key or not found.is_open:
        raise rules.Stale
    if revision is not None and draft.revision != revision:
        raise rules.Stale
    answers = found.final_answers()
    _check_required(found, answers)
    previous = _previous(found)
    submission = Submission(
        container_id=found.given.assignment.container_id,
        assignment_id=found.given.id,
        occurrence=found.key,
        answers=answers,
        scores=rules.snapshot(found.given.definition, answers),
        kept_back=rules.keys_kept_back(found.given.definition, keep_back),
        form_key=form_key,
        submitted_at=clock.now(),
        submitted_by=by.user_id,
        corrects_id=found.sent_id,
    )
    try:
        with db.session.begin_nested():
            db.session.add(submission)
    except IntegrityError:
        # Two requests at once: the other one was first, and its result is the answer.
        return _first(form_key, submission.container_id)
    db.session.delete(draft)
    db.session.flush()
    audit.record("homework sent", by=by, couple=found.given.case.id, subject=submission.id)
    _tell_the_care_team(found, submission, previous, by)
    case = found.given.case
    keep_contact_choices(case, case.side, found.given.definition, answers, by=by)
    return submission


def already_sent(found: Round, form_key: UUID) -> Submission | None:
    """Return the submission that this form became, if it did."""
    return db.session.scalar(
        select(Submission).where(
            Submission.form_key == form_key,
            Submission.container_id == found.given.assignment.container_id,
        )
    )


def keep_back(sent: Sent, keys: Collection[str], *, by: Actor) -> None:
    """Keep more of one's own answers back. Nothing kept back is ever let go, by anyone.

    After a release this changes nothing of what is shown; it is recorded, and the clinician is told.
    """
    submission = sent.submission
    wished = rules.keys_kept_back(sent.definition, keys)
    submission.kept_back = sorted({*submission.kept_back, *wished})
    audit.record("answers kept back", by=by, couple=sent.case.id, subject=submission.id)
    caseload.raise_attention(
        sent.case.couple,
        kind="private",
        weight=caseload.WEIGHT_FIRST,
        source=submission.id,
        by=by,
    )


def _check_required(found: Round, answers: Mapping[str, Any]) -> None:
    missing = [
        f.prompt for f in found.fields if f.required and not is_answered(f, answers.get(f.key))
    ]
    if missing:
        raise rules.NotReady(f"Please answer this first: {missing[0]}")


def _previous(found: Round) -> Submission | None:
    """The same person's newest submission to this assignment, before this one."""
    assignment = found.given.assignment
    return db.session.scalar(
        select(Submission)
        .where(Submission.assignment_id == assignment.id)
        .where(Submission.container_id == assignment.container_id)
        .where(Submission.withdrawn_at.is_(None))
        .order_by(Submission.submitted_at.desc(), Submission.id)
        .limit(1)
    )


def _first(form_key: UUID, container_id: UUID) -> Submission:
    return db.session.scalars(
        select(Submission).where(
            Submission.form_key == form_key, Submission.container_id == container_id
        )
    ).one()


def _tell_the_care_team(
    found: Round, submission: Submission, previous: Submission | None, by: Actor
) -> None:
    couple, definition = found.given.case.couple, found.given.definition
    caseload.raise_attention(
        couple, kind="submission", weight=caseload.WEIGHT_SOON, source=submission.id, by=by
    )
    alert_the_care_team(couple, definition, submission, previous, by=by)
    if _is_a_dip(found, submission):
        caseload.raise_attention(
            couple, kind="dip", weight=caseload.WEIGHT_NOW, source=submission.id, by=by
        )
    no_longer_overdue(found.given.case, found.given.id, by=by)
    note_homework(found.given.case, found.given.case.side, by=by)


def alert_the_care_team(
    couple: Couple,
    definition: ExerciseDefinition,
    submission: Submission,
    previous: Submission | None,
    *,
    by: Actor,
) -> None:
    """Ask for a private look where an answer asks for one; what it says stands in no list."""
    before = previous.answers if previous else {}
    asks_for_a_look = any(
        raises_alert(f, submission.answers.get(f.key), before.get(f.key)) for f in definition.fields
    ) or bool(scorer_for(definition.slug).alerts(submission.answers, before or None))
    if asks_for_a_look:
        caseload.raise_attention(
            couple, kind="private", weight=caseload.WEIGHT_FIRST, source=submission.id, by=by
        )


def _is_a_dip(found: Round, submission: Submission) -> bool:
    """Whether the newest entry of a series falls well below the ones before, where the exercise says so."""
    rows = db.session.scalars(
        select(Submission)
        .where(Submission.assignment_id == found.given.id)
        .where(Submission.container_id == submission.container_id)
        .where(Submission.withdrawn_at.is_(None))
        .order_by(Submission.submitted_at, Submission.id)
    )
    entries = rules.entries(rows, found.given.case.actor.zone)
    figures = scorer_for(found.given.definition.slug).score_series(entries)
    return any(figure.key == "dip" and figure.value == "dip" for figure in figures)
