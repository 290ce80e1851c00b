"""What the partner's pages read besides what the rooms below offer: only the own and the couple's container."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Capacity, Standing
from practice.access.decide import NotFound
from practice.accounts import queries as accounts
from practice.assignments.models import Assignment
from practice.caseload import queries as cases
from practice.caseload import rules as texts
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition
from practice.extensions import db
from practice.outcomes import queries as outcomes
from practice.outcomes.models import SharedMeasure
from practice.portal import rules
from practice.reports.models import Report, ReportRelease
from practice.responses.models import Release, Submission


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


@dataclass(frozen=True)
class Written:
    """Something that was sent, with the wording it was asked in."""

    submission: Submission
    definition: ExerciseDefinition


def own_writing(case: Case) -> list[Written]:
    """Return what the acting partner sent alone, newest first."""
    return _with_definitions(_submissions(case.own_container))


def joint_agreements(case: Case) -> list[Written]:
    """Return what both wrote and put in force, newest first; what a later wording replaces is left out."""
    rows = _submissions(case.container("couple"))
    replaced = {row.corrects_id for row in rows}
    return _with_definitions([row for row in rows if row.id not in replaced])


def _submissions(container: UUID) -> Sequence[Submission]:
    return db.session.scalars(
        select(Submission)
        .where(Submission.container_id == container)
        .order_by(Submission.submitted_at.desc(), Submission.id)
    ).all()


def _with_definitions(rows: Sequence[Submission]) -> list[Written]:
    wanted = {row.assignment_id for row in rows}
    pairs = db.session.execute(
        select(Assignment.id, Assignment.version_id).where(Assignment.id.in_(wanted))
    )
    versions = {pair.id: pair.version_id for pair in pairs}
    definitions = catalogue.definitions(versions.values())
    return [Written(row, definitions[versions[row.assignment_id]]) for row in rows]


@dataclass(frozen=True)
class OneWriting:
    """One thing written, with the acting partner's case."""

    case: Case
    written: Written

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing

    @property
    def id(self) -> UUID:
        """Return the submission's id, for the access log."""
        return self.written.submission.id


def own_written(actor: Actor, submission_id: UUID) -> OneWriting:
    """Load one's own submission; raise :class:`NotFound` for any other."""
    case = cases.own_case(actor)
    return OneWriting(case, _one(own_writing(case), submission_id))


def joint_written(actor: Actor, item_id: UUID) -> OneWriting:
    """Load what both put in force; raise :class:`NotFound` for any other."""
    case = cases.own_case(actor)
    return OneWriting(case, _one(joint_agreements(case), item_id))


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


def _one(rows: list[Written], submission_id: UUID) -> Written:
    found = next((one for one in rows if one.submission.id == submission_id), None)
    if found is None:
        raise NotFound(submission_id)
    return found


def releases(case: Case) -> list[tuple[Release, ExerciseDefinition]]:
    """Return the comparisons the clinician opened and has not closed, newest first."""
    rows = db.session.scalars(
        select(Release)
        .where(Release.container_id == case.container("couple"), Release.closed_at.is_(None))
        .order_by(Release.made_at.desc(), Release.id)
    ).all()
    definitions = catalogue.definitions(row.version_id for row in rows)
    return [(row, definitions[row.version_id]) for row in rows]


def own_reports(case: Case) -> list[tuple[ReportRelease, str]]:
    """Return what was given to the acting partner and not taken back, each with its kind, newest first."""
    rows = db.session.scalars(
        select(ReportRelease)
        .where(ReportRelease.container_id == case.own_container)
        .where(ReportRelease.revoked_at.is_(None))
        .order_by(ReportRelease.released_at.desc(), ReportRelease.id)
    ).all()

    kinds = db.session.execute(
        select(Report.id, Report.kind).where(Report.id.in_([row.report_id for row in rows]))
    )
    kind_of = {report.id: report.kind for report in kinds}
    return [(row, kind_of.get(row.report_id, "")) for row in rows]


def homework(case: Case) -> list[Any]:
    """x"""
    return []
