"""What the partner's pages read besides what the rooms below offer: only the own and the couple's container."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Capacity, Standing
from practice.access.decide import NotFound
from practice.accounts import queries as accounts
from practice.assignments.models import Assignment
from practice.assignments.queries import Given
from practice.caseload import queries as cases
from practice.caseload import rules as texts
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.extensions import db
from practice.outcomes import queries as outcomes
from practice.outcomes.models import SharedMeasure
from practice.portal import rules
from practice.responses.models import Submission
from practice.responses.queries import Sent


@dataclass(frozen=True)
class OwnAgreement:
    """One text that the acting partner may read and sign."""

    case: Case
    text_id: str

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing


def own_agreement(actor: Actor, text_id: str) -> OwnAgreement:
    """Load a text that is offered to the acting partner; raise :class:`NotFound`."""
    case = cases.own_case(actor)
    if text_id not in text_ids(case):
        raise NotFound(text_id)
    return OwnAgreement(case, text_id)


def text_ids(case: Case) -> tuple[str, ...]:
    """Return the texts everyone of a couple is offered, in the order to read them."""
    choice = cases.policy_choice(case)
    policy = (choice.policy_id,) if choice else ()
    return (texts.INFORMED_CONSENT, *policy, texts.SEXUAL_CONSENT)


def wording(case: Case) -> rules.Wording:
    """Return what stands in the gaps of the texts, as of this practice and care team."""
    here, team = accounts.installation(), cases.care_team(case)
    treating = next(user for member, user in team if member.capacity is Capacity.TREATING)
    supervisors = [u.name for member, u in team if member.capacity is Capacity.SUPERVISOR]
    return rules.Wording(
        clinician=treating.name,
        practice=here.practice_name,
        licence=treating.credentials,
        supervisor=" and ".join(supervisors),
        phone=here.phone,
        hours=here.hours,
    )


def agreed_together(case: Case) -> list[Sent]:
    """Return the forms of both that are in force, newest first: of each only the wording that holds now."""
    rows = db.session.execute(
        select(Submission, Assignment)
        .join(Assignment, Assignment.id == Submission.assignment_id)
        .where(Submission.container_id == case.container("couple"))
        .order_by(Submission.submitted_at, Submission.id)
    ).all()
    newest = {assignment.id: (submission, assignment) for submission, assignment in rows}
    definitions = catalogue.definitions(given.version_id for _, given in newest.values())
    return [
        Sent(Given(case, given, definitions[given.version_id]), submission)
        for submission, given in reversed(newest.values())
    ]


@dataclass(frozen=True)
class OneCourse:
    """One course open to both, with the acting partner's case."""

    case: Case
    row: SharedMeasure

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing

    @property
    def id(self) -> UUID:
        """Return the course's id, for the access log."""
        return self.row.id


def shared_course(actor: Actor, item_id: UUID) -> OneCourse:
    """Load a course that is open to both now; raise :class:`NotFound` for any other."""
    case = cases.own_case(actor)
    row = next((one for one in outcomes.shared(case) if one.id == item_id), None)
    if row is None:
        raise NotFound(item_id)
    return OneCourse(case, row)
