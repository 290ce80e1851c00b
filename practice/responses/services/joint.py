"""Signing a form of both, each from one's own account, and putting it in force by the clinician's act."""

from __future__ import annotations

from practice.access.actor import Actor
from practice.assignments import services as assignments
from practice.audit import services as audit
from practice.caseload import services as caseload
from practice.db import scope
from practice.extensions import db
from practice.lib import clock
from practice.responses import rules
from practice.responses.models import JointSignature, Submission
from practice.responses.queries import joint
from practice.responses.queries.joint import Agreement
from practice.responses.queries.rounds import Round


def sign_wording(found: Round, digest: str, *, signed_name: str, by: Actor) -> JointSignature:
    """Sign one wording for oneself alone; signing it again changes nothing. Only the care team learns of it.

    Raises :class:`rules.Stale` if the form reads differently by now.
    """
    given = found.given
    if found.draft is None or _digest(found) != digest:
        raise rules.Stale
    earlier = joint.own_signature(given, digest)
    if earlier is not None:
        return earlier
    signature = JointSignature(
        container_id=given.case.own_container,
        assignment_id=given.id,
        wording=digest,
        signed_name=signed_name,
        signed_at=clock.now(),
    )
    db.session.add(signature)
    db.session.flush()
    audit.record("wording signed", by=by, couple=given.case.id, subject=signature.id)
    if _both_signed(found, digest):
        caseload.raise_attention(
            given.case.couple, kind="joint", weight=caseload.WEIGHT_SOON, source=given.id, by=by
        )
    return signature


def discuss_in_session(found: Round, *, by: Actor) -> None:
    """Say that one would rather talk about it first: the care team is told, and for the other it looks like not yet signed."""
    caseload.raise_attention(
        found.given.case.couple,
        kind="private",
        weight=caseload.WEIGHT_FIRST,
        source=found.given.id,
        by=by,
    )


def put_in_force(agreement: Agreement, *, by: Actor) -> Submission:
    """Put a signed wording in force; both see it as such from now on.

    Raises :class:`rules.NotReady` unless both signed it and it still stands, and :class:`practice.caseload.rules.NotOpen` while work
    of its kind is closed for the couple.
    """
    draft, wording, case = agreement.draft, agreement.wording, agreement.case
    if agreement.given.assignment.withdrawn_at is not None:
        raise rules.NotReady("This form was taken back. Give it back first.")
    assignments.check_gate(case, agreement.given.definition)
    if draft is None or wording is None or not agreement.can_come_into_force:
        raise rules.NotReady(
            "Both have to sign this wording first, and nothing may be missing from it."
        )
    previous = agreement.in_force
    submission = Submission(
        container_id=case.container("couple"),
        assignment_id=agreement.id,
        occurrence=draft.occurrence,
        answers=wording.answers,
        scores=rules.snapshot(agreement.given.definition, wording.answers),
        kept_back=[],
        form_key=draft.form_key,
        submitted_at=clock.now(),
        submitted_by=by.user_id,
        corrects_id=previous.id if previous else None,
    )
    db.session.add(submission)
    db.session.delete(draft)
    db.session.flush()
    caseload.settle_attention(case, source=agreement.id, by=by)
    audit.record("agreement in force", by=by, couple=case.id, subject=submission.id)
    return submission


def _digest(found: Round) -> str:
    return joint.wording(found.given, found.key, found.given_answers).digest


def _both_signed(found: Round, digest: str) -> bool:
    """Whether there are two signatures. Asked for the care team's list alone: the one who signs never learns the answer."""
    case = found.given.case
    with scope.opened(case.container(f"partner_{side}") for side in "ab"):
        return len(joint.signatures(case, found.given.id, digest)) == 2
