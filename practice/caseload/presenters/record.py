"""The record of a couple in words: agreement, signatures, accounts, contact and team. For the care team alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from practice.access.actor import Capacity
from practice.accounts.models import Invitation, User
from practice.caseload import rules
from practice.caseload.forms import MESSAGES, OWN_BILLS, SHARED_DEVICE, WAYS
from practice.caseload.models import (
    CareTeamMember,
    FirstQuestion,
    PolicyChoice,
    SafeContact,
    Signature,
)
from practice.caseload.queries import Case
from practice.lib import clock
from practice.web.templating import day

_CAPACITIES = {
    Capacity.TREATING: "Treating clinician",
    Capacity.CO_THERAPIST: "Co-therapist",
    Capacity.COVER: "Covering clinician",
    Capacity.SUPERVISOR: "Supervisor",
}


@dataclass(frozen=True)
class Agreement:
    """The agreement between the two, as it stands."""

    title: str
    short: str
    state: str
    is_in_force: bool
    is_signed_by_both: bool


@dataclass(frozen=True)
class Consent:
    """One text and how one person stands to it."""

    title: str
    state: str
    is_current: bool


@dataclass(frozen=True)
class Person:
    """One of the two."""

    side: str
    name: str
    first_name: str
    pronouns: str
    has_joined: bool
    invitation: str
    has_invitation: bool
    consents: list[Consent]
    questions: list[tuple[str, str]]
    contact: list[tuple[str, str]]


@dataclass(frozen=True)
class RecordView:
    """The whole page."""

    agreement: Agreement | None
    people: list[Person]
    team: list[tuple[str, str]]


def record_view(
    case: Case,
    *,
    choice: PolicyChoice | None,
    in_force: str,
    signatures: Mapping[str, Sequence[Signature]],
    joined: frozenset[str],
    invitations: Mapping[UUID, Invitation],
    contacts: Mapping[str, SafeContact | None],
    questions: Mapping[str, Sequence[FirstQuestion]],
    team: Sequence[tuple[CareTeamMember, User]],
) -> RecordView:
    """Put what was read into words."""
    policy_id = choice.policy_id if choice else None
    people = []
    for side in "ab":
        partner = case.partners[side]
        invitation = invitations.get(partner.id)
        people.append(
            Person(
                side=side,
                name=partner.name,
                first_name=partner.first_name,
                pronouns=partner.pronouns,
                has_joined=side in joined,
                invitation=_invitation(side in joined, invitation),
                has_invitation=invitation is not None,
                consents=_consents(signatures[side], policy_id),
                questions=[(_about(one), one.words) for one in questions[side]],
                contact=contact_lines(contacts[side]),
            )
        )
    signed = all(
        rules.own_agreements(signatures[side], policy_id, clock.now()).policy_signed
        for side in "ab"
    )
    return RecordView(_agreement(choice, in_force, signed=signed), people, _team(team))


def _about(question: FirstQuestion) -> str:
    title = rules.signed_text(question.text_id)["title"]
    return f"{title}, {day(question.asked_at, year=True)}"


def _agreement(choice: PolicyChoice | None, in_force: str, *, signed: bool) -> Agreement | None:
    if choice is None:
        return None
    states = rules.texts()["signature_states"]
    is_in_force = choice.in_force_at is not None
    state = states["in_force" if is_in_force else "not_in_force"]
    if choice.in_force_at is not None:
        state += f" since {day(choice.in_force_at, year=True)}"
    elif in_force not in (rules.NOT_IN_FORCE, choice.policy_id):
        state += f"; until then: {rules.policy_text(in_force)['title']}"
    text = rules.policy_text(choice.policy_id)
    return Agreement(text["title"], text["short"], state, is_in_force, signed)


def _invitation(joined: bool, invitation: Invitation | None) -> str:
    if joined:
        return "Has an account"
    if invitation is not None:
        return f"Invited; the link works until {day(invitation.expires_at)}"
    return "Not invited yet"


def _consents(signatures: Sequence[Signature], policy_id: str | None) -> list[Consent]:
    wanted = [rules.INFORMED_CONSENT, *([policy_id] if policy_id else []), rules.SEXUAL_CONSENT]
    return [_consent(text_id, signatures) for text_id in wanted]


def _consent(text_id: str, signatures: Sequence[Signature]) -> Consent:
    title = str(rules.signed_text(text_id)["title"])
    newest = next((s for s in signatures if s.text_id == text_id), None)
    if newest is None:
        return Consent(title, "Not signed", is_current=False)
    if newest.revoked_at is not None:
        return Consent(
            title, f"Taken back on {day(newest.revoked_at, year=True)}", is_current=False
        )
    if not rules.is_current(newest, clock.now()):
        return Consent(title, f"Ran out on {day(newest.ends_at, year=True)}", is_current=False)
    until = f", until {day(newest.ends_at, year=True)}" if newest.ends_at else ""
    return Consent(title, f"Signed {day(newest.signed_at, year=True)}{until}", is_current=True)


def contact_lines(contact: SafeContact | None) -> list[tuple[str, str]]:
    """Return how one person may be reached, as (what, words); empty until somebody asked."""
    if contact is None:
        return []
    ways: dict[str, Any] = contact.ways
    held = [
        ("Safe ways", ", ".join(WAYS.get(w, w) for w in ways.get("ways", []))),
        ("Addresses and numbers", ways.get("details", "")),
        ("Hours", ways.get("hours", "")),
        ("Name the caller gives", ways.get("caller", "")),
        ("A message may be left", MESSAGES.get(ways.get("message_ok", ""), "")),
        (
            "Someone else can open phone or mail",
            SHARED_DEVICE.get(ways.get("shared_device", ""), ""),
        ),
        ("Bills to an address of one’s own", OWN_BILLS.get(ways.get("bill_address", ""), "")),
        ("Anything else", ways.get("note", "")),
    ]
    return [(what, words) for what, words in held if words]


def _team(team: Sequence[tuple[CareTeamMember, User]]) -> list[tuple[str, str]]:
    return [(user.name, _CAPACITIES[member.capacity]) for member, user in team]
