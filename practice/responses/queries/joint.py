"""A form of both: its wording now, and what is in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Standing
from practice.assignments.queries import Given
from practice.caseload.queries import Case
from practice.catalogue.definition import FieldDefinition
from practice.catalogue.rules import only_asked
from practice.extensions import db
from practice.measures.exercises.registry import scorer_for
from practice.responses import rules
from practice.responses.models import Draft, JointSignature, Submission
from practice.responses.queries.rounds import asked_fields


@dataclass(frozen=True)
class Wording:
    """One wording of a form of both. It is the same for whoever looks, so the digest is too."""

    fields: tuple[FieldDefinition, ...]
    answers: dict[str, Any]
    digest: str
    # What is still missing before it can come into force, in words for both; "" when nothing is.
    missing: str


@dataclass(frozen=True)
class Agreement:
    """A form of both as the care team sees it: who signed this wording, and whether it is in force."""

    given: Given
    draft: Draft | None
    wording: Wording | None
    signed: Mapping[str, JointSignature]
    in_force: Submission | None

    @property
    def case(self) -> Case:
        """The case it belongs to."""
        return self.given.case

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.given.standing

    @property
    def id(self) -> UUID:
        """The assignment's id."""
        return self.given.id

    @property
    def can_come_into_force(self) -> bool:
        """Whether both have signed this wording and nothing is missing from it."""
        return (
            self.wording is not None and set(self.signed) == {"a", "b"} and not self.wording.missing
        )


def wording(given: Given, key: str, answers: Mapping[str, Any]) -> Wording:
    """Return the wording that these answers make. Questions are not hidden here by anyone's own consent."""
    fields = asked_fields(given, answers, sexual=True)
    final = only_asked(fields, answers)
    return Wording(
        fields=fields,
        answers=final,
        digest=rules.wording_of(given.assignment.version_id, key, final),
        missing=_missing(given.definition.slug, final),
    )


def _missing(slug: str, answers: Mapping[str, Any]) -> str:
    for figure in scorer_for(slug).score_own(answers):
        if figure.key == "valid" and figure.value != "valid":
            return figure.words
    return ""


def agreement_of(given: Given) -> Agreement:
    """Return a form of both with its signatures, for the care team: the draft, or what is in force; three queries."""
    case = given.case
    draft = db.session.scalar(
        select(Draft)
        .where(Draft.assignment_id == given.id, Draft.container_id == case.container("couple"))
        .order_by(Draft.saved_at.desc())
        .limit(1)
    )
    now = wording(given, draft.occurrence, draft.answers["given"]) if draft else None
    return Agreement(
        given=given,
        draft=draft,
        wording=now,
        signed=signatures(case, given.id, now.digest) if now else {},
        in_force=in_force(given),
    )


def in_force(given: Given) -> Submission | None:
    """Return the newest wording that the clinician put in force."""
    return db.session.scalar(
        select(Submission)
        .where(Submission.assignment_id == given.id)
        .where(Submission.container_id == given.case.container("couple"))
        .order_by(Submission.submitted_at.desc(), Submission.id)
        .limit(1)
    )


def own_signature(given: Given, digest: str) -> JointSignature | None:
    """Return the acting partner's own signature under one wording."""
    return db.session.scalar(
        select(JointSignature).where(
            JointSignature.container_id == given.case.own_container,
            JointSignature.assignment_id == given.id,
            JointSignature.wording == digest,
        )
    )


def signatures(case: Case, assignment_id: UUID, digest: str) -> dict[str, JointSignature]:
    """Return who signed one wording, by side; finds only what lies in the open scope."""
    own = {case.container(f"partner_{side}"): side for side in "ab"}
    rows = db.session.scalars(
        select(JointSignature).where(
            JointSignature.container_id.in_(own),
            JointSignature.assignment_id == assignment_id,
            JointSignature.wording == digest,
        )
    )
    return {own[row.container_id]: row for row in rows}
