"""My record: titles and dates of what is one's own, who can see what, and one's own choices."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from practice.access.actor import Capacity
from practice.accounts.models import User
from practice.caseload import rules as texts
from practice.caseload.models import CareTeamMember, SafeContact, Signature
from practice.caseload.presenters.record import contact_lines
from practice.lib import clock
from practice.outcomes.queries import OwnChoice
from practice.portal.presenters.addresses import address
from practice.reports.models import Report, ReportRelease
from practice.responses.queries import Sent
from practice.safety.models import SafetyCheck
from practice.safety.rules import private_check

REPORTS = {"R1": "A summary for both of you", "R2": "A summary for you", "R4": "A review for both of you", "R5": "A review for you"}  # fmt: skip
CAPACITIES = {
    Capacity.TREATING: "your clinician",
    Capacity.CO_THERAPIST: "works with your clinician",
    Capacity.COVER: "covers for your clinician",
    Capacity.SUPERVISOR: "supervises the work",
}


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One entry: its title, its date, and where it is read ("" where it is not); whether it was taken back."""

    title: str
    at: datetime
    url: str
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """One text signed: when, under which name, and whether the signature counts now."""

    title: str
    signed_name: str
    signed_at: datetime
    state: str
    url: str


@dataclass(frozen=True, slots=True)
class WhoSees:
    """The care team by name, and the lines of the visibility policy as they stand above every field."""

    team: tuple[tuple[str, str], ...]
    policy_line: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecordView:
    """The whole page."""

    writing: tuple[RecordLine, ...]
    copies: tuple[Copy, ...]
    who_sees: WhoSees
    contact: tuple[tuple[str, str], ...]
    shares: tuple[str, ...]
    reports: tuple[RecordLine, ...]
    words_url: str


def record_view(
    *,
    writing: Iterable[Sent],
    viewable: Iterable[SafetyCheck],
    signatures: Sequence[Signature],
    offered: Collection[str],
    who_sees: WhoSees,
    contact: SafeContact | None,
    sharing: Iterable[OwnChoice],
    reports: Iterable[tuple[Report, ReportRelease]],
) -> RecordView:
    """Return the page of one person's own record."""
    return RecordView(
        writing=_writing(writing, viewable),
        copies=tuple(_copy(one, is_offered=one.text_id in offered) for one in signatures),
        who_sees=who_sees,
        contact=tuple(contact_lines(contact)),
        shares=tuple(one.name for one in sharing if one.agreed),
        reports=tuple(
            RecordLine(
                REPORTS.get(report.kind, "A report for you"),
                given.released_at,
                address("reports.own_file", report_id=report.id),
            )
            for report, given in reports
        ),
        words_url=address("reports.own_words"),
    )


def _writing(writing: Iterable[Sent], viewable: Iterable[SafetyCheck]) -> tuple[RecordLine, ...]:
    lines = [
        *(
            RecordLine(
                one.definition.neutral_title,
                one.submission.submitted_at,
                address("responses.own_answers", submission_id=one.id),
                one.submission.withdrawn_at is not None,
            )
            for one in writing
        ),
        *(
            RecordLine(
                private_check().title,
                one.sent_at,
                address("safety.own_answers", check_id=one.id),
            )
            for one in viewable
        ),
    ]
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True))


def _copy(signature: Signature, *, is_offered: bool) -> Copy:
    now = clock.now()
    if signature.revoked_at is not None:
        state = "Taken back"
    elif not texts.is_current(signature, now):
        state = "Ended"
    else:
        state = "Signed"
    return Copy(
        texts.signed_text(signature.text_id)["title"],
        signature.signed_name,
        signature.signed_at,
        state,
        address("portal.agreement", text_id=signature.text_id) if is_offered else "",
    )


def who_sees_view(team: Sequence[tuple[CareTeamMember, User]], policy: str) -> WhoSees:
    """Return who can read what, by the same function that writes the line above every field."""
    asked = (
        ("What you answer alone", "own", "submitted", False),
        ("What may be shown later", "reveal", "submitted", False),
        ("Answers about safety and health", "own", "submitted", True),
        ("What you both write", "joint", "together", False),
    )
    return WhoSees(
        team=tuple((user.name, CAPACITIES[member.capacity]) for member, user in team),
        policy_line=texts.policy_line(policy),
        lines=tuple(
            (title, texts.who_sees_line(visibility, policy, stage, protected=protected))
            for title, visibility, stage, protected in asked
        ),
    )
