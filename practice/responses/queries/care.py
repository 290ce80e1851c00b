"""What the care team reads: everything given to a couple and how it stands, one submission, and what is still unread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.assignments import queries as assignments
from practice.assignments.models import Assignment
from practice.assignments.queries import GivenSet
from practice.caseload import queries as caseload
from practice.caseload.models import AttentionItem, CareTeamMember, Couple, Partner
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition
from practice.db import keys, scope
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import ClinicianRating, Draft, Release, Review, Submission
from practice.responses.queries.own import Sent, submission_in

PAGE_SIZE = 25
SHARED_WORK = ("couple", "partner_a", "partner_b")


@dataclass(frozen=True)
class Standing:
    """How one assignment stands: what was sent of it and what is being written."""

    sent: tuple[tuple[str, UUID, datetime], ...] = ()
    drafted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Overview:
    """All homework of a couple and how it stands on each side; for the care team alone."""

    case: Case
    sets: Sequence[GivenSet]
    standing: dict[UUID, Standing] = field(default_factory=dict)
    unread: frozenset[UUID] = frozenset()
    released: dict[UUID, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Unread:
    """One submission that nobody of the care team has read."""

    couple_id: UUID
    submission_id: UUID
    submitted_at: datetime
    partner: Partner | None
    partners: dict[str, Partner]
    definition: ExerciseDefinition


def overview(case: Case) -> Overview:
    """Return all homework of a couple and how it stands; seven queries, whatever the number of submissions."""
    containers = [case.container(kind) for kind in SHARED_WORK]
    sent: dict[UUID, list[tuple[str, UUID, datetime]]] = {}
    for assignment_id, occurrence, submission_id, at in db.session.execute(
        select(
            Submission.assignment_id, Submission.occurrence, Submission.id, Submission.submitted_at
        )
        .where(Submission.container_id.in_(containers))
        .order_by(Submission.submitted_at, Submission.id)
    ):
        sent.setdefault(assignment_id, []).append((occurrence, submission_id, at))
    drafted: dict[UUID, list[str]] = {}
    for assignment_id, occurrence in db.session.execute(
        select(Draft.assignment_id, Draft.occurrence).where(Draft.container_id.in_(containers))
    ):
        drafted.setdefault(assignment_id, []).append(occurrence)
    return Overview(
        case=case,
        sets=assignments.sets_of(case),
        standing={
            key: Standing(tuple(sent.get(key, ())), tuple(drafted.get(key, ())))
            for key in {*sent, *drafted}
        },
        unread=_unread_of(case),
        released=_released(case),
    )


def _unread_of(case: Case) -> frozenset[UUID]:
    rows = db.session.scalars(
        select(AttentionItem.source).where(
            AttentionItem.container_id == case.container("care"), AttentionItem.done_at.is_(None)
        )
    )
    return frozenset(row for row in rows if row is not None)


def _released(case: Case) -> dict[UUID, int]:
    rows = db.session.execute(
        select(Release.set_id, func.count())
        .where(Release.container_id == case.container("couple"), Release.closed_at.is_(None))
        .group_by(Release.set_id)
    )
    return dict(rows.all())


def submission_of(actor: Actor, couple_id: UUID, submission_id: UUID) -> Sent:
    """Load one submission of a couple of the actor's caseload; raise :class:`NotFound`."""
    case = caseload.case(actor, couple_id)
    return submission_in(case, submission_id, [case.container(kind) for kind in SHARED_WORK])


def history_of(sent: Sent) -> list[Submission]:
    """Return what the same person sent to the same assignment up to this one, newest last."""
    submission = sent.submission
    return list(
        db.session.scalars(
            select(Submission)
            .where(Submission.assignment_id == submission.assignment_id)
            .where(Submission.container_id == submission.container_id)
            .where(Submission.submitted_at <= submission.submitted_at)
            .order_by(Submission.submitted_at, Submission.id)
        )
    )


def review_of(sent: Sent) -> Review | None:
    """Return what the care team noted about a submission."""
    return db.session.scalar(
        select(Review).where(
            Review.submission_id == sent.id, Review.container_id == sent.case.container("care")
        )
    )


def newest_rating(case: Case, assignment_id: UUID) -> ClinicianRating | None:
    """Return the newest rating of readiness for an assignment."""
    return db.session.scalar(
        select(ClinicianRating)
        .where(ClinicianRating.container_id == case.container("care"))
        .where(ClinicianRating.assignment_id == assignment_id)
        .order_by(ClinicianRating.made_at.desc(), ClinicianRating.id)
        .limit(1)
    )


def agenda(case: Case) -> list[Sent]:
    """Return the submissions that the care team wants to bring up in session, newest first."""
    noted = db.session.scalars(
        select(Review).where(Review.container_id == case.container("care"))
    ).all()
    wanted = [row.submission_id for row in noted if row.content.get("agenda")]
    rows = db.session.execute(
        select(Submission, Assignment)
        .join(Assignment, Assignment.id == Submission.assignment_id)
        .where(Submission.id.in_(wanted))
        .order_by(Submission.submitted_at.desc())
    ).all()
    definitions = catalogue.definitions(a.version_id for _, a in rows)
    return [
        Sent(assignments.Given(case, a, definitions[a.version_id]), submission)
        for submission, a in rows
    ]


def unread_count(actor: Actor) -> int:
    """Return how many submissions of the actor's caseload nobody has read."""
    with scope.opened(everything=True):
        return db.session.scalar(select(func.count()).select_from(_unread(actor).subquery())) or 0


def unread(actor: Actor, page: int = 1, size: int = PAGE_SIZE) -> list[Unread]:
    """Return one page of what is unread in the actor's own caseload, the oldest first; five queries, whatever the size."""
    if page < 1:
        raise NotFound(page)
    with scope.opened(everything=True):
        # Ids and times alone are read here, over the actor's own couples; no sealed field is opened.
        rows = db.session.execute(
            _unread(actor)
            .order_by(Submission.submitted_at, Submission.id)
            .limit(size)
            .offset((page - 1) * size)
        ).all()
    couples = {row[0] for row in rows}
    scope.open_for(scope.container_id(couple, "couple") for couple in couples)
    keys.load(scope.container_id(couple, "couple") for couple in couples)
    partners = _partners(couples)
    definitions = catalogue.definitions(row[4] for row in rows)
    return [
        Unread(
            couple_id=couple_id,
            submission_id=submission_id,
            submitted_at=at,
            partner=_whose(couple_id, container_id, partners[couple_id]),
            partners=partners[couple_id],
            definition=definitions[version_id],
        )
        for couple_id, submission_id, at, container_id, version_id in rows
    ]


def next_unread(actor: Actor, after: Submission) -> tuple[UUID, UUID] | None:
    """Return (couple, submission) of the next unread one, the oldest first."""
    with scope.opened(everything=True):
        row = db.session.execute(
            _unread(actor)
            .where(Submission.id != after.id)
            .order_by(Submission.submitted_at, Submission.id)
            .limit(1)
        ).first()
    return (row[0], row[1]) if row else None


def _unread(actor: Actor) -> Select[UUID, UUID, datetime, UUID, UUID]:
    return (
        select(
            CareTeamMember.couple_id,
            Submission.id,
            Submission.submitted_at,
            Submission.container_id,
            Assignment.version_id,
        )
        .join(AttentionItem, AttentionItem.source == Submission.id)
        .join(CareTeamMember, CareTeamMember.care_id == AttentionItem.container_id)
        .join(Assignment, Assignment.id == Submission.assignment_id)
        .where(CareTeamMember.user_id == actor.user_id, CareTeamMember.left_at.is_(None))
        .where(AttentionItem.done_at.is_(None), AttentionItem.shows_from <= clock.now())
        # One submission may have two open items: to be read, and to be looked at in private.
        .distinct()
    )


def _partners(couples: Iterable[UUID]) -> dict[UUID, dict[str, Partner]]:
    found: dict[UUID, dict[str, Partner]] = {}
    for partner in db.session.scalars(
        select(Partner).join(Couple, Couple.id == Partner.couple_id).where(Couple.id.in_(couples))
    ):
        found.setdefault(partner.couple_id, {})[partner.side] = partner
    return found


def _whose(couple_id: UUID, container_id: UUID, partners: dict[str, Partner]) -> Partner | None:
    for side, partner in partners.items():
        if scope.container_id(couple_id, f"partner_{side}") == container_id:
            return partner
    return None
