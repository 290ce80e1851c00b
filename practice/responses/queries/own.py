"""What the acting partner sent, and what was opened to both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.assignments.models import Asks, Assignment
from practice.assignments.queries import Given
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.caseload.rules import can_open
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition, Gate
from practice.extensions import db
from practice.responses.models import Release, Submission


@dataclass(frozen=True)
class Sent:
    """One submission with the assignment it answers."""

    given: Given
    submission: Submission

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.given.standing

    @property
    def id(self) -> UUID:
        """The submission's id."""
        return self.submission.id

    @property
    def case(self) -> Case:
        """The case it belongs to."""
        return self.given.case

    @property
    def definition(self) -> ExerciseDefinition:
        """The wording that was answered."""
        return self.given.definition

    @property
    def side(self) -> str | None:
        """Whose it is; None for a form of both."""
        return self.given.side


@dataclass(frozen=True)
class Shown:
    """What the clinician opened to both, with the case."""

    case: Case
    release: Release
    definition: ExerciseDefinition

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.case.standing

    @property
    def id(self) -> UUID:
        """The release's id."""
        return self.release.id


def own_submission(actor: Actor, submission_id: UUID) -> Sent:
    """Load what the acting partner sent, or what is in force for both; raise :class:`NotFound`."""
    case = caseload.own_case(actor)
    return submission_in(case, submission_id, [case.container("couple"), case.own_container])


def submission_in(case: Case, submission_id: UUID, containers: Sequence[UUID]) -> Sent:
    """Load one submission out of some containers of an open case; raise :class:`NotFound`."""
    row = db.session.execute(
        select(Submission, Assignment)
        .join(Assignment, Assignment.id == Submission.assignment_id)
        .where(Submission.id == submission_id, Submission.container_id.in_(containers))
    ).one_or_none()
    if row is None:
        raise NotFound(submission_id)
    submission, assignment = row
    return Sent(Given(case, assignment, catalogue.definition(assignment.version_id)), submission)


def is_corrected(sent: Sent) -> bool:
    """Return whether a later submission corrects this one."""
    found = db.session.scalar(
        select(Submission.id)
        .where(Submission.corrects_id == sent.id)
        .where(Submission.container_id == sent.submission.container_id)
        .limit(1)
    )
    return found is not None


def was_released(sent: Sent) -> bool:
    """Return whether anything was ever opened to both from the round that one's own submission belongs to."""
    is_reply = sent.given.assignment.asks is Asks.REPLY
    rows = db.session.scalars(
        select(Release)
        .where(Release.container_id == sent.case.container("couple"))
        .where(Release.set_id == sent.given.assignment.set_id)
    )
    if is_reply:
        return any(row.made_at >= sent.submission.submitted_at for row in rows)
    # A correction sent later does not undo that an earlier wording of the same round was opened.
    return any(row.content["occurrence"] == sent.submission.occurrence for row in rows)


def can_be_taken_back(sent: Sent) -> bool:
    """Return whether the author may still take a submission back: one's own, and before anything of it was opened to both."""
    return sent.side is not None and sent.submission.withdrawn_at is None and not was_released(sent)


def released_keys_of(sent: Sent) -> frozenset[str]:
    """Return the questions of one's own submission of which something is open to both now."""
    rows = db.session.scalars(
        select(Release)
        .where(Release.container_id == sent.case.container("couple"))
        .where(Release.set_id == sent.given.assignment.set_id, Release.closed_at.is_(None))
        .where(Release.made_at >= sent.submission.submitted_at)
    )
    is_reply = sent.given.assignment.asks is Asks.REPLY
    if not may_be_shown(sent.case, sent.definition):
        return frozenset()
    return frozenset(
        one["key"]
        for row in rows
        if is_reply or row.content["occurrence"] == sent.submission.occurrence
        for one in row.content["fields"]
        if one.get(sent.side or "") is not None
    )


def own_submissions(case: Case) -> list[Sent]:
    """Return all that the acting partner sent, newest first, without reading an answer; two queries."""
    rows = db.session.execute(
        select(Submission, Assignment)
        .join(Assignment, Assignment.id == Submission.assignment_id)
        .where(Submission.container_id == case.own_container)
        .order_by(Submission.submitted_at.desc(), Submission.id)
    ).all()
    definitions = catalogue.definitions(a.version_id for _, a in rows)
    return [Sent(Given(case, a, definitions[a.version_id]), s) for s, a in rows]


def shown(actor: Actor, release_id: UUID) -> Shown:
    """Load what was opened to both partners of the acting one's case; raise :class:`NotFound`."""
    case = caseload.own_case(actor)
    release = db.session.scalar(
        select(Release)
        .where(Release.id == release_id, Release.container_id == case.container("couple"))
        .where(Release.closed_at.is_(None))
    )
    if release is None:
        raise NotFound(release_id)
    definition = catalogue.definition(release.version_id)
    if not may_be_shown(case, definition):
        raise NotFound(release_id)
    return Shown(case, release, definition)


def everything_shown(case: Case) -> list[Shown]:
    """Return all that is open to both partners of a case, newest first; two queries."""
    rows = db.session.scalars(
        select(Release)
        .where(Release.container_id == case.container("couple"), Release.closed_at.is_(None))
        .order_by(Release.made_at.desc(), Release.id)
    ).all()
    definitions = catalogue.definitions(r.version_id for r in rows)
    found = [Shown(case, row, definitions[row.version_id]) for row in rows]
    return [one for one in found if may_be_shown(case, one.definition)]


def may_be_shown(case: Case, definition: ExerciseDefinition) -> bool:
    """Return whether answers to an exercise may stand open now: what was shown closes when the clinician closes its work (D3)."""
    gate = definition.gates.show
    return gate is not Gate.NEVER and can_open(
        gate.value,
        shared_work_open=case.couple.shared_work_open,
        sexual_work_open=case.couple.sexual_work_open,
    )


def closed_again(found: Shown) -> frozenset[str]:
    """Return the questions of a kind that the clinician has closed since: nothing of them stands open any more."""
    couple, definition = found.case.couple, found.definition
    gates = {f.key: f.show_gate.value for f in definition.fields if f.show_gate is not None}
    gates |= dict.fromkeys(found.release.content.get("sexual", ()), Gate.G2.value)
    return frozenset(
        key
        for key, gate in gates.items()
        if not can_open(
            gate,
            shared_work_open=couple.shared_work_open,
            sexual_work_open=couple.sexual_work_open,
        )
    )


def own_answers_to(found: Shown) -> Submission | None:
    """Return the acting partner's own submission to what is shown, to compare own guesses with what was released."""
    release, case = found.release, found.case
    return db.session.scalar(
        select(Submission)
        .join(Assignment, Assignment.id == Submission.assignment_id)
        .where(Assignment.set_id == release.set_id, Submission.container_id == case.own_container)
        .where(Submission.occurrence == release.content["occurrence"])
        .where(Submission.submitted_at <= release.made_at, Assignment.asks == Asks.ALONE)
        .where(Submission.withdrawn_at.is_(None))
        .order_by(Submission.submitted_at.desc(), Submission.id)
        .limit(1)
    )
