"""What the composed pages read across rooms; nothing here writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, func, select

from practice.assignments.models import Assignment
from practice.caseload import queries as cases
from practice.caseload import rules
from practice.caseload.models import AttentionItem, CaseloadLine
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import Kind
from practice.catalogue.models import Exercise, ExerciseVersion
from practice.db.limiting import made_once
from practice.extensions import db
from practice.lib import clock
from practice.measures import safety_check
from practice.measures.safety_check import SuggestedStatus
from practice.responses import queries as responses
from practice.responses.models import Submission
from practice.safety import queries as safety
from practice.treatment.models import TherapySession

MOST_HOMEWORK = 12
MOST_SESSIONS = 3


def next_joint_session(case: Case) -> datetime | None:
    """Return when the two come together next; sessions alone are nobody else's to see (D10)."""
    which = {"container": case.container("couple"), "now": clock.now()}
    found: datetime | None = db.session.scalar(_next_joint_session(), which)
    return found


@made_once
def _next_joint_session() -> Select[datetime]:
    # Made once: it stands above every page of a couple.
    return (
        select(TherapySession.starts_at)
        .where(TherapySession.container_id == bindparam("container"))
        .where(TherapySession.starts_at >= bindparam("now"))
        .order_by(TherapySession.starts_at)
        .limit(1)
    )


@dataclass(frozen=True)
class Given:
    """One of the newest pieces of homework: for whom (a, b or both), and when it last came back."""

    set_id: UUID
    title: str
    who: str
    starts_on: date
    due_on: date | None
    sent_at: datetime | None


@dataclass(frozen=True)
class Facts:
    """What the overview of one couple is made of, as stored."""

    attention: Sequence[AttentionItem]
    agreements: Mapping[str, rules.OwnAgreements]
    joined: frozenset[str]
    policy_id: str | None
    in_force: str
    line: CaseloadLine | None
    homework: Sequence[Given]
    sessions: Sequence[TherapySession]


def overview(case: Case) -> Facts:
    """Read the overview of one couple; the number of queries does not grow with its history."""
    choice = cases.policy_choice(case)
    return Facts(
        attention=cases.attention(case),
        agreements={side: cases.agreements_of(case, side) for side in "ab"},
        joined=cases.joined_sides(case),
        policy_id=choice.policy_id if choice else None,
        in_force=cases.policy_in_force(case),
        line=db.session.scalar(
            select(CaseloadLine).where(CaseloadLine.container_id == case.container("care"))
        ),
        homework=_homework(case),
        sessions=_sessions(case),
    )


def _owners(case: Case) -> dict[UUID, str]:
    return {
        case.container("couple"): "both",
        case.container("partner_a"): "a",
        case.container("partner_b"): "b",
    }


def _homework(case: Case) -> list[Given]:
    owners = _owners(case)
    rows = db.session.execute(
        select(Assignment, func.max(Submission.submitted_at))
        .outerjoin(
            Submission, and_(Submission.assignment_id == Assignment.id, *responses.that_count())
        )
        .join(ExerciseVersion, ExerciseVersion.id == Assignment.version_id)
        .join(Exercise, Exercise.id == ExerciseVersion.exercise_id)
        .where(Assignment.container_id.in_(owners), Assignment.withdrawn_at.is_(None))
        # The intake stands on a page of its own.
        .where(Exercise.kind != Kind.INTAKE)
        .group_by(Assignment.id)
        .order_by(Assignment.starts_on.desc(), Assignment.id)
        .limit(MOST_HOMEWORK)
    ).all()
    titles = catalogue.definitions(a.version_id for a, _ in rows)
    return [
        Given(
            a.set_id,
            titles[a.version_id].title,
            owners[a.container_id],
            a.starts_on,
            a.due_on,
            sent,
        )
        for a, sent in rows
    ]


def _sessions(case: Case) -> Sequence[TherapySession]:
    return db.session.scalars(
        select(TherapySession)
        .where(TherapySession.container_id.in_(_owners(case)))
        .where(TherapySession.starts_at >= clock.now())
        .order_by(TherapySession.starts_at)
        .limit(MOST_SESSIONS)
    ).all()


def session_with(case: Case, session: TherapySession) -> str:
    """Return with whom a session is: a, b or both."""
    return _owners(case)[session.container_id]


def suggested_status(case: Case) -> SuggestedStatus:
    """Return what both partners' newest private checks suggest (care team only; D3): never what is decided."""
    newest = {side: next(iter(safety.checks(case, side)), None) for side in "ab"}
    tiers = {side: check.answers["tier"] if check else None for side, check in newest.items()}
    return safety_check.suggested_status(tiers["a"], tiers["b"])
