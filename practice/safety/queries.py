"""Reading the restricted record: a partner reaches the own side's, the care team both; nobody else any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.caseload.models import AttentionItem
from practice.caseload.queries import Case, case, own_case
from practice.extensions import db
from practice.safety import rules
from practice.safety.models import SafetyCheck, SafetyDraft


def draft(case: Case) -> SafetyDraft | None:
    """Return what the acting partner saved with the button and has not sent."""
    return db.session.scalar(
        select(SafetyDraft)
        .where(SafetyDraft.container_id == own_container(case))
        .order_by(SafetyDraft.saved_at.desc())
        .limit(1)
    )


def sent_with(case: Case, form_key: UUID) -> SafetyCheck | None:
    """Return the acting partner's check that was sent under a one-time key."""
    return db.session.scalar(
        select(SafetyCheck)
        .where(SafetyCheck.container_id == own_container(case))
        .where(SafetyCheck.form_key == form_key)
    )


def last_sent_at(case: Case) -> datetime | None:
    """Return when the acting partner last sent a check."""
    return db.session.scalar(
        select(SafetyCheck.sent_at)
        .where(SafetyCheck.container_id == own_container(case))
        .order_by(SafetyCheck.sent_at.desc())
        .limit(1)
    )


def checks(case: Case, side: str) -> Sequence[SafetyCheck]:
    """Return all checks of one partner, newest first (care team, or that partner)."""
    return db.session.scalars(
        select(SafetyCheck)
        .where(SafetyCheck.container_id == case.container(f"safety_{side}"))
        .order_by(SafetyCheck.sent_at.desc(), SafetyCheck.id)
    ).all()


def viewable_checks(case: Case) -> Sequence[SafetyCheck]:
    """Return the acting partner's own checks that the clinician marked as safe to view (D5: hidden unless marked)."""
    return [one for one in checks(case, case.side) if one.answers.get("safe_to_view") is True]


def check_of(case: Case, check_id: UUID) -> SafetyCheck:
    """Return one check within the open scope; raise :class:`NotFound`."""
    found = db.session.scalar(
        select(SafetyCheck)
        .where(SafetyCheck.id == check_id)
        .where(SafetyCheck.container_id.in_([case.container(f"safety_{s}") for s in "ab"]))
    )
    if found is None:
        raise NotFound(check_id)
    return found


def private_items(case: Case) -> Sequence[AttentionItem]:
    """Return the couple's open private items, oldest first (care team only)."""
    rows = db.session.scalars(
        select(AttentionItem)
        .where(AttentionItem.container_id == case.container("care"))
        .where(AttentionItem.done_at.is_(None))
        .order_by(AttentionItem.made_at, AttentionItem.id)
    )
    return [item for item in rows if item.reason["kind"] == "private"]


def own_container(case: Case) -> UUID:
    """Return the id of the acting partner's container of the restricted record."""
    return case.container(f"safety_{case.side}")


@dataclass(frozen=True)
class OwnPart:
    """One page of the private questions, with the acting partner's case."""

    case: Case
    part: rules.Part

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing


def own_part(actor: Actor, key: str) -> OwnPart:
    """Load the acting partner's case and one page of questions; raise :class:`NotFound`."""
    part = rules.private_check().part(key)
    if part is None:
        raise NotFound(key)
    return OwnPart(own_case(actor), part)


@dataclass(frozen=True)
class OneCheck:
    """One check of a couple, with the case."""

    case: Case
    check: SafetyCheck

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing

    @property
    def id(self) -> UUID:
        """Return the check's id, for the access log."""
        return self.check.id


def one_check(actor: Actor, couple_id: UUID, check_id: UUID) -> OneCheck:
    """Load one check for the care team; raise :class:`NotFound`."""
    found = case(actor, couple_id)
    return OneCheck(found, check_of(found, check_id))


def own_check(actor: Actor, check_id: UUID) -> OneCheck:
    """Load an own check that is marked as safe to view; raise :class:`NotFound` for any other."""
    found = own_case(actor)
    check = next((one for one in viewable_checks(found) if one.id == check_id), None)
    if check is None:
        raise NotFound(check_id)
    return OneCheck(found, check)
