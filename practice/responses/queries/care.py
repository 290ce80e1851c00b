"""What the care team reads of one couple: everything given and how it stands, one submission, and what to bring up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, func, or_, select

from practice.access.actor import Actor
from practice.assignments import queries as assignments
from practice.assignments.models import Assignment
from practice.assignments.queries import GivenSet
from practice.assignments.rules import Rhythm
from practice.caseload import queries as caseload
from practice.caseload.models import AttentionItem
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.extensions import db
from practice.responses.models import ClinicianRating, Draft, Release, Review, Submission
from practice.responses.queries.counted import set_aside_ids, that_count
from practice.responses.queries.own import Sent, submission_in
from practice.responses.queries.rhythms import rhythms_of

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
    set_aside: frozenset[UUID] = frozenset()
    # By assignment the newest submission that its author took back, and when.
    taken_back: dict[UUID, tuple[UUID, datetime]] = field(default_factory=dict)
    rhythms: dict[UUID, Rhythm] = field(default_factory=dict)


def overview(case: Case) -> Overview:
    """Return all homework of a couple and how it stands; eight queries, whatever the number of submissions."""
    containers = [case.container(kind) for kind in SHARED_WORK]
    sent: dict[UUID, list[tuple[str, UUID, datetime]]] = {}
    taken_back: dict[UUID, tuple[UUID, datetime]] = {}
    for assignment_id, occurrence, submission_id, at, withdrawn_at in db.session.execute(
        select(
            Submission.assignment_id,
            Submission.occurrence,
            Submission.id,
            Submission.submitted_at,
            Submission.withdrawn_at,
        )
        .where(Submission.container_id.in_(containers))
        .order_by(Submission.submitted_at, Submission.id)
    ):
        if withdrawn_at is None:
            sent.setdefault(assignment_id, []).append((occurrence, submission_id, at))
        else:
            taken_back[assignment_id] = (submission_id, withdrawn_at)
    drafted: dict[UUID, list[str]] = {}
    for assignment_id, occurrence in db.session.execute(
        select(Draft.assignment_id, Draft.occurrence).where(Draft.container_id.in_(containers))
    ):
        drafted.setdefault(assignment_id, []).append(occurrence)
    sets = assignments.sets_of(case)
    return Overview(
        case=case,
        sets=sets,
        standing={
            key: Standing(tuple(sent.get(key, ())), tuple(drafted.get(key, ())))
            for key in {*sent, *drafted}
        },
        unread=_unread_of(case),
        released=_released(case),
        set_aside=set_aside_ids(case),
        taken_back=taken_back,
        rhythms=rhythms_of(case, sets, {one: rows[0][2] for one, rows in sent.items()}),
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
    """Return what the same person sent to the same assignment up to this one, newest last; what does not count is left out."""
    submission = sent.submission
    return list(
        db.session.scalars(
            select(Submission)
            .where(Submission.assignment_id == submission.assignment_id)
            .where(Submission.container_id == submission.container_id)
            .where(Submission.submitted_at <= submission.submitted_at)
            .where(or_(Submission.id == submission.id, and_(*that_count())))
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
