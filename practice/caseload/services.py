"""Acts on a case: opening it, agreements, clearance, attention. Nothing here commits."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from practice.access.actor import Actor, Capacity, Role
from practice.accounts import services as accounts
from practice.audit import services as audit
from practice.caseload import queries, rules
from practice.caseload.models import (
    AttentionItem,
    CareTeamMember,
    CaseloadLine,
    Clearance,
    Container,
    Couple,
    Partner,
    PolicyChoice,
    SafeContact,
    Signature,
    Stage,
    Status,
)
from practice.caseload.queries import Case
from practice.db import keys, scope
from practice.db.scope import CONTAINER_KINDS
from practice.extensions import db
from practice.lib import clock

RESCREEN_DAYS = 90
# A case without any measure is worth a word after two weeks.
NO_BASELINE_AFTER = timedelta(days=14)
# Unlike reasons share a weight, so that a number on disk says nothing about what happened.
WEIGHT_SOON, WEIGHT_NOW, WEIGHT_FIRST = 1, 3, 8


def open_case(
    *,
    by: Actor,
    a: tuple[str, str],
    b: tuple[str, str],
    policy_id: str,
) -> Couple:
    """Open a case for two people, each (name, pronouns), with all six containers and their keys.

    The opener becomes the treating clinician. The case starts ``pending``, with nothing shared open.
    """
    couple = Couple(id=uuid4(), made_by=by.user_id)
    db.session.add(couple)
    db.session.flush()
    for kind in CONTAINER_KINDS:
        container = couple.container(kind)
        db.session.add(Container(id=container, couple_id=couple.id, kind=kind))
        keys.create(container)
    db.session.flush()
    for side, (name, pronouns) in (("a", a), ("b", b)):
        db.session.add(Partner(couple_id=couple.id, side=side, name=name, pronouns=pronouns))
    join_care_team(couple, by.user_id, Capacity.TREATING, by=by)
    scope.open_for(couple.container(k) for k in CONTAINER_KINDS)
    audit.record("case opened", by=by, couple=couple.id)
    propose_policy(queries.case(by, couple.id), policy_id, by=by)
    raise_attention(
        couple,
        kind="no_baseline",
        weight=WEIGHT_SOON,
        source=couple.id,
        by=by,
        shows_from=clock.now() + NO_BASELINE_AFTER,
    )
    return couple


def join_care_team(couple: Couple, user_id: UUID, capacity: Capacity, *, by: Actor) -> None:
    """Let a member of the practice work with a couple in a capacity."""
    db.session.add(
        CareTeamMember(
            couple_id=couple.id,
            care_id=couple.container("care"),
            user_id=user_id,
            capacity=capacity,
        )
    )
    db.session.flush()
    audit.record(
        "care team joined", by=by, couple=couple.id, subject=user_id, capacity=capacity.value
    )


def end_care_team(case: Case, *, by: Actor) -> None:
    """Let everyone of the practice leave a couple: it is on nobody's caseload any more."""
    now = clock.now()
    for member, _ in queries.care_team(case):
        member.left_at = now
        audit.record(
            "care team left",
            by=by,
            couple=case.id,
            subject=member.user_id,
            capacity=member.capacity.value,
        )


def invite_partner(case: Case, side: str, *, by: Actor) -> accounts.NewInvitation:
    """Invite one partner; link and code are shown to the clinician once, to be handed over by the safe route."""
    partner = case.partners[side]
    return accounts.invite(
        by=by, role=Role.PARTNER, name=partner.name, partner_id=partner.id, couple=case.id
    )


def propose_policy(case: Case, policy_id: str, *, by: Actor) -> PolicyChoice:
    """Choose the confidentiality policy of a couple; it comes into force after both have signed, by the clinician's act."""
    text = rules.policy_text(policy_id)
    choice = PolicyChoice(
        container_id=case.container("couple"),
        policy_id=policy_id,
        version=text["version"],
        made_by=by.user_id,
    )
    db.session.add(choice)
    audit.record("policy proposed", by=by, couple=case.id, subject=choice.id, policy=policy_id)
    return choice


def both_signed_policy(case: Case) -> bool:
    """Return whether both signatures under the proposed policy count now (care team only)."""
    return all(queries.agreements_of(case, side).policy_signed for side in "ab")


def put_policy_in_force(case: Case, *, by: Actor) -> None:
    """Put the proposed policy in force. Raises :class:`rules.NotOpen` until both have signed."""
    choice = queries.policy_choice(case)
    if choice is None or not both_signed_policy(case):
        raise rules.NotOpen("Both signatures are needed first.")
    choice.in_force_at, choice.in_force_by = clock.now(), by.user_id
    settle_attention(case, kind="agreements", by=by)
    audit.record("policy in force", by=by, couple=case.id, subject=choice.id)


def sign(case: Case, text_id: str, *, signed_name: str, by: Actor) -> Signature:
    """Sign a text for oneself alone. It opens one's own forms and changes nothing of the other's."""
    text = rules.signed_text(text_id)
    months = text.get("renew_after_months")
    signature = Signature(
        container_id=case.own_container,
        text_id=text_id,
        version=text["version"],
        signed_name=signed_name,
        ends_at=clock.now() + timedelta(days=round(months * 30.44)) if months else None,
    )
    db.session.add(signature)
    audit.record("signed", by=by, couple=case.id, subject=signature.id)
    raise_attention(case.couple, kind="agreements", weight=WEIGHT_SOON, source=case.id, by=by)
    return signature


def revoke_signature(case: Case, text_id: str, *, by: Actor) -> None:
    """Take one's own consent back; it counts from now on, and only the clinician is told."""
    now = clock.now()
    for signature in queries.signatures(case, case.side):
        if signature.text_id == text_id and rules.is_current(signature, now):
            signature.revoked_at = now
            audit.record("signature taken back", by=by, couple=case.id, subject=signature.id)
    raise_attention(case.couple, kind="private", weight=WEIGHT_FIRST, source=case.id, by=by)


def note_safe_contact(case: Case, side: str, ways: dict[str, Any], *, by: Actor) -> SafeContact:
    """Keep how one partner may be reached; the newest row counts, earlier ones stay."""
    row = SafeContact(container_id=case.container(f"partner_{side}"), ways=ways, made_by=by.user_id)
    db.session.add(row)
    audit.record("safe contact noted", by=by, couple=case.id, subject=row.id)
    return row


def decide_status(case: Case, status: Status, *, rationale: str, by: Actor) -> Clearance:
    """Decide the couple's status with a dated rationale. Opening and closing shared work follows from it, and only from it."""
    row = Clearance(
        container_id=case.container("care"),
        made_by=by.user_id,
        decision={"status": status.value, "rationale": rationale},
    )
    db.session.add(row)
    case.couple.shared_work_open = status is Status.CLEARED
    if status is not Status.CLEARED:
        case.couple.sexual_work_open = False
    if case.couple.stage is Stage.NEW and status is not Status.PENDING:
        case.couple.stage = Stage.ACTIVE
    settle_attention(case, kind="clearance", by=by)
    # One clock runs: what an earlier decision wrote ahead gives way to this one's.
    settle_attention(case, kind="rescreen", by=by)
    due = clock.now() + timedelta(days=RESCREEN_DAYS)
    raise_attention(
        case.couple, kind="rescreen", weight=WEIGHT_SOON, source=row.id, shows_from=due, by=by
    )
    audit.record("status decided", by=by, couple=case.id, subject=row.id)
    return row


def open_sexual_work(case: Case, *, is_open: bool, by: Actor) -> None:
    """Open or close work with sexual content. Opening needs ``cleared`` and both current consents; else :class:`rules.NotOpen`."""
    if is_open:
        both = all(queries.agreements_of(case, side).sexual for side in "ab")
        if not case.couple.shared_work_open or not both:
            raise rules.NotOpen(rules.refusal("pair_work"))
    case.couple.sexual_work_open = is_open
    audit.record("sexual work opened" if is_open else "sexual work closed", by=by, couple=case.id)


# Attention: written down to the caseload by the rooms above --------------------------------------------------------------------


def raise_attention(
    couple: Couple,
    *,
    kind: str,
    weight: int,
    source: UUID,
    by: Actor,
    shows_from: datetime | None = None,
    **words: Any,
) -> None:
    """Write down why a couple needs its clinician; one open item per source and kind.

    A partner's act writes here although no partner can read it: the care container is opened for this one row.
    """
    care = couple.container("care")
    keys.load([care])
    db.session.flush()
    with scope.opened([care]):
        for earlier in db.session.scalars(
            select(AttentionItem).where(
                AttentionItem.container_id == care,
                AttentionItem.source == source,
                AttentionItem.done_at.is_(None),
            )
        ):
            if earlier.reason["kind"] == kind:
                return
        db.session.add(
            AttentionItem(
                container_id=care,
                weight=weight,
                reason={"kind": kind, **words},
                source=source,
                shows_from=shows_from or clock.now(),
                made_at=clock.now(),
            )
        )
        db.session.flush()
    audit.record("attention", by=by, couple=couple.id)


def settle_attention(
    case: Case, *, by: Actor, kind: str | None = None, source: UUID | None = None
) -> None:
    """Mark open items of a kind or a source as seen to (also those that would only show later)."""
    for item in db.session.scalars(
        select(AttentionItem).where(
            AttentionItem.container_id == case.container("care"), AttentionItem.done_at.is_(None)
        )
    ):
        if (kind is None or item.reason["kind"] == kind) and (
            source is None or item.source == source
        ):
            item.done_at, item.done_by = clock.now(), by.user_id
    audit.record("attention settled", by=by, couple=case.id)


def note_on_caseload(couple: Couple, change: dict[str, Any], *, by: Actor) -> None:
    """Change what the caseload shows of a couple; ``change`` replaces whole entries of the summary."""
    care = couple.container("care")
    keys.load([care])
    db.session.flush()
    with scope.opened([care]):
        line = db.session.scalar(select(CaseloadLine).where(CaseloadLine.container_id == care))
        if line is None:
            db.session.add(CaseloadLine(container_id=care, summary=dict(change)))
        else:
            line.summary = {**line.summary, **change}
        db.session.flush()
    audit.record("caseload line", by=by, couple=couple.id)
