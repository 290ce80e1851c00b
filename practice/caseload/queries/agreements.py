"""Policies, signatures, clearance and safe contact of one case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from practice.caseload import rules
from practice.caseload.models import Clearance, PolicyChoice, SafeContact, Signature, Status
from practice.caseload.queries.cases import Case
from practice.extensions import db
from practice.lib import clock


def policy_choice(case: Case) -> PolicyChoice | None:
    """Return the newest proposed policy of a couple."""
    return db.session.scalar(
        select(PolicyChoice)
        .where(PolicyChoice.container_id == case.container("couple"))
        .order_by(PolicyChoice.made_at.desc(), PolicyChoice.id)
        .limit(1)
    )


def policy_in_force(case: Case) -> str:
    """Return the id of the policy in force, or ``not_in_force``."""
    found = db.session.scalar(
        select(PolicyChoice.policy_id)
        .where(PolicyChoice.container_id == case.container("couple"))
        .where(PolicyChoice.in_force_at.is_not(None))
        .order_by(PolicyChoice.in_force_at.desc())
        .limit(1)
    )
    return found or rules.NOT_IN_FORCE


def signatures(case: Case, side: str) -> Sequence[Signature]:
    """Return all signatures of one partner, newest first (only ever that partner or the care team can)."""
    return db.session.scalars(
        select(Signature)
        .where(Signature.container_id == case.container(f"partner_{side}"))
        .order_by(Signature.signed_at.desc(), Signature.id)
    ).all()


def agreements_of(case: Case, side: str, now: datetime | None = None) -> rules.OwnAgreements:
    """Return which of one partner's signatures count now."""
    choice = policy_choice(case)
    policy_id = choice.policy_id if choice else None
    return rules.own_agreements(signatures(case, side), policy_id, now or clock.now())


def clearance(case: Case) -> Clearance | None:
    """Return the newest decision on the couple's status (care team only)."""
    return db.session.scalar(
        select(Clearance)
        .where(Clearance.container_id == case.container("care"))
        .order_by(Clearance.made_at.desc(), Clearance.id)
        .limit(1)
    )


def clearances(case: Case) -> Sequence[Clearance]:
    """Return all decisions on the couple's status, newest first."""
    return db.session.scalars(
        select(Clearance)
        .where(Clearance.container_id == case.container("care"))
        .order_by(Clearance.made_at.desc(), Clearance.id)
    ).all()


def status(case: Case) -> Status:
    """Return the couple's status: ``pending`` until the clinician decides."""
    newest = clearance(case)
    return Status(newest.decision["status"]) if newest else Status.PENDING


def safe_contact(case: Case, side: str) -> SafeContact | None:
    """Return how one partner may be reached."""
    return db.session.scalar(
        select(SafeContact)
        .where(SafeContact.container_id == case.container(f"partner_{side}"))
        .order_by(SafeContact.made_at.desc())
        .limit(1)
    )
