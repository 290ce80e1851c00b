"""Saving what is being written: compare-and-set on the revision, so that nothing is ever written over unseen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from practice.access.actor import Actor
from practice.audit import services as audit
from practice.catalogue.definition import FieldDefinition
from practice.extensions import db
from practice.lib import clock
from practice.responses import rules
from practice.responses.models import Draft
from practice.responses.queries.own import Sent
from practice.responses.queries.rounds import Round


def save_draft(
    found: Round,
    fields: Iterable[FieldDefinition],
    answers: Mapping[str, Any],
    *,
    by: Actor,
    revision: int,
    aside: Mapping[str, Any] | None = None,
    writer: rules.Writer | None = None,
    holder: bytes | None = None,
) -> Draft:
    """Save the answers to ``fields``, replacing those given before; other questions stay as they are.

    ``revision`` is that of the draft the page showed, ``writer`` the page itself: the same page may try again after a lost reply.
    What is held already is not saved again. ``holder`` names who holds a form of both. Raises :class:`rules.Conflict` if somebody
    else changed the draft, :class:`rules.HeldElsewhere` if it is being written in another place.
    """
    draft = found.draft or _draft_now(found)
    _check_hold(draft, holder)
    now = draft.revision if draft else 0
    last = rules.LastWriter.read(draft.answers.get("writer")) if draft else None
    wanted = _with_page(draft, [field.key for field in fields], answers, aside or {})
    verdict = rules.verdict(now, last, revision, writer)
    if draft is not None and (verdict is rules.Verdict.LATE or _holds(draft, wanted, revision)):
        return draft
    if verdict is rules.Verdict.CONFLICT:
        raise rules.Conflict
    draft = draft or _new_draft(found)
    saved_by = rules.next_writer(now, last, writer)
    draft.answers = {**wanted, "writer": saved_by.as_json()} if saved_by else wanted
    draft.revision = now + 1
    draft.saved_at = clock.now()
    if holder is not None:
        draft.held_by, draft.held_until = holder, clock.now() + rules.HOLD
    try:
        db.session.flush()
    except StaleDataError as overtaken:
        raise rules.Conflict from overtaken
    audit.record("draft saved", by=by, couple=found.given.case.id, subject=draft.id)
    return draft


def _with_page(
    draft: Draft | None,
    keys: Sequence[str],
    answers: Mapping[str, Any],
    aside: Mapping[str, Any],
) -> dict[str, Any]:
    """Return what a draft holds once one page of it is replaced; ``at`` names the page written on last by a question on it."""
    before = draft.answers if draft else {"given": {}, "aside": {}}
    given = {k: v for k, v in before["given"].items() if k not in keys}
    kept_aside = {k: v for k, v in before["aside"].items() if k not in keys}
    return {
        "given": {**given, **answers},
        "aside": {**kept_aside, **aside},
        "at": keys[0] if keys else "",
    }


def _holds(draft: Draft, wanted: Mapping[str, Any], revision: int) -> bool:
    """Whether an older page asks for what is held already: a form that was sent twice, or two that say the same."""
    same = (draft.answers[name] == wanted[name] for name in ("given", "aside"))
    return draft.revision != revision and all(same)


def fill_in(found: Round, answers: Mapping[str, Any], *, by: Actor) -> Draft:
    """Save answers to the whole round at once (demonstration course, tests)."""
    return save_draft(found, found.given.definition.fields, answers, by=by, revision=found.revision)


def let_go(found: Round, *, by: Actor) -> None:
    """Stop holding a form of both, so that the other may write."""
    draft = found.draft
    if draft is not None and draft.held_by is not None:
        draft.held_by = draft.held_until = None
        audit.record("form let go", by=by, couple=found.given.case.id, subject=draft.id)


def start_correction(sent: Sent, *, by: Actor) -> Draft:
    """Start a correction of what was sent: a new draft with the same answers; what was sent stays as it is."""
    submission = sent.submission
    draft = db.session.scalar(
        select(Draft).where(
            Draft.assignment_id == submission.assignment_id,
            Draft.occurrence == submission.occurrence,
            Draft.container_id == submission.container_id,
        )
    )
    if draft is None:
        draft = _make(submission.container_id, submission.assignment_id, submission.occurrence)
        draft.answers = {"given": dict(submission.answers), "aside": {}}
        db.session.add(draft)
    audit.record("correction started", by=by, couple=sent.case.id, subject=submission.id)
    return draft


def _draft_now(found: Round) -> Draft | None:
    """The draft that this unit of work has made since the round was read, if it has.

    A draft that was there is in ``found``, and is what the database holds: writing units follow one another
    (:mod:`practice.db.transaction`), and the round was read in this one.
    """
    assignment = found.given.assignment
    return db.session.scalar(
        select(Draft).where(
            Draft.assignment_id == assignment.id,
            Draft.occurrence == found.key,
            Draft.container_id == assignment.container_id,
        )
    )


def _check_hold(draft: Draft | None, holder: bytes | None) -> None:
    if draft is None or holder is None:
        return
    if rules.is_held_elsewhere(draft.held_by, draft.held_until, holder, clock.now()):
        raise rules.HeldElsewhere


def _new_draft(found: Round) -> Draft:
    assignment = found.given.assignment
    draft = _make(assignment.container_id, assignment.id, found.key)
    try:
        with db.session.begin_nested():
            db.session.add(draft)
    except IntegrityError as taken:
        # Two first saves at once: the other one was first.
        raise rules.Conflict from taken
    return draft


def _make(container_id: UUID, assignment_id: UUID, occurrence: str) -> Draft:
    return Draft(
        container_id=container_id,
        assignment_id=assignment_id,
        occurrence=occurrence,
        answers={"given": {}, "aside": {}},
        revision=0,
        form_key=uuid4(),
        saved_at=clock.now(),
    )
