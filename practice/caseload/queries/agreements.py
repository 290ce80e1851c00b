"""Policies, signatures, clearance and safe contact of one case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from practice.caseload import rules
from practice.caseload.models import (
    Clearance,
    FirstQuestion,
    PolicyChoice,
    SafeContact,
    Signature,
    Status,
)
from practice.caseload.queries.cases import Case
from practice.db.limiting import made_once
from practice.db.remembered import remembered
from practice.extensions import db
from practice.lib import clock


def policy_choice(case: Case) -> PolicyChoice | None:
    """Return the newest proposed policy of a couple."""
    return next(iter(_policy_choices(case)), None)


def policy_in_force(case: Case) -> str:
    """Return the id of the policy in force, or ``not_in_force``."""
    in_force = [(c.in_force_at, c.policy_id) for c in _policy_choices(case) if c.in_force_at]
    return max(in_force)[1] if in_force else rules.NOT_IN_FORCE


@made_once
def _policies() -> Select[PolicyChoice]:
    return (
        select(PolicyChoice)
        .where(PolicyChoice.container_id == bindparam("container"))
        .order_by(PolicyChoice.made_at.desc(), PolicyChoice.id)
    )


@remembered
def _policy_choices(case: Case) -> Sequence[PolicyChoice]:
    """Return every policy ever proposed to a couple, newest first: one or two."""
    return db.session.scalars(_policies(), {"container": case.container("couple")}).all()


def signatures(case: Case, side: str) -> Sequence[Signature]:
    """Return all signatures of one partner, newest first (only ever that partner or the care team can)."""
    return _signatures(case).get(side, [])


@made_once
def _signed() -> Select[Signature]:
    return (
        select(Signature)
        .where(Signature.container_id.in_(bindparam("containers", expanding=True)))
        .order_by(Signature.signed_at.desc(), Signature.id)
    )


@remembered
def _signatures(case: Case) -> dict[str, list[Signature]]:
    """Return the signatures of every side that the reader may open."""
    sides = _own_containers(case)
    found: dict[str, list[Signature]] = {side: [] for side in sides.values()}
    for row in db.session.scalars(_signed(), {"containers": list(sides)}):
        found[sides[row.container_id]].append(row)
    return found


def first_questions(case: Case) -> dict[str, list[FirstQuestion]]:
    """Return what each person asked before signing, by side, oldest first (care team only)."""
    sides = _own_containers(case)
    found: dict[str, list[FirstQuestion]] = {side: [] for side in sides.values()}
    for row in db.session.scalars(
        select(FirstQuestion)
        .where(FirstQuestion.container_id.in_(sides))
        .order_by(FirstQuestion.asked_at, FirstQuestion.id)
    ):
        found[sides[row.container_id]].append(row)
    return found


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
    return _safe_contacts(case).get(side)


@remembered
def _safe_contacts(case: Case) -> dict[str, SafeContact]:
    """Return the newest row of every side that the reader may open; older ones are few."""
    sides = _own_containers(case)
    rows = db.session.scalars(_contacts(), {"containers": list(sides)})
    return {sides[row.container_id]: row for row in rows}


@made_once
def _contacts() -> Select[SafeContact]:
    return (
        select(SafeContact)
        .where(SafeContact.container_id.in_(bindparam("containers", expanding=True)))
        .order_by(SafeContact.made_at)
    )


def _own_containers(case: Case) -> dict[UUID, str]:
    """Return the partners' own containers that the reader may open: the other partner's never is."""
    sides = "ab" if case.actor.is_staff else case.side
    return {case.container(f"partner_{side}"): side for side in sides}
