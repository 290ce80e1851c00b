"""The pathways that a couple is on, for the care team alone: no partner's scope holds the container they lie in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.assignments import queries as assignments
from practice.assignments.queries import GivenSet
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.extensions import db
from practice.pathways.definition import PathwayDefinition, Step
from practice.pathways.models import PathwayRun, PathwayRunStep
from practice.pathways.queries.library import definition_of, definitions_of


@dataclass(frozen=True)
class RunFound:
    """A pathway that a couple is on, in the version it was started in."""

    case: Case
    run: PathwayRun
    definition: PathwayDefinition
    rows: tuple[PathwayRunStep, ...]

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.case.standing

    @property
    def id(self) -> UUID:
        """The run's id."""
        return self.run.id

    @property
    def is_running(self) -> bool:
        """Whether it was not stopped."""
        return self.run.stopped_at is None

    def step_of(self, row: PathwayRunStep) -> Step:
        """Return what a step is to be."""
        return self.definition.steps[row.number - 1]

    def set_ids(self) -> set[UUID]:
        """Return the sets that its steps were given as."""
        return {UUID(held) for row in self.rows for held in row.set_ids}


@dataclass(frozen=True)
class RunStepFound:
    """One step of a pathway that a couple is on."""

    found: RunFound
    row: PathwayRunStep

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.found.standing

    @property
    def id(self) -> UUID:
        """The step's id."""
        return self.row.id

    @property
    def step(self) -> Step:
        """What the step is to be."""
        return self.found.step_of(self.row)


def runs_of(case: Case) -> list[RunFound]:
    """Return all pathways that a couple is or was on, the newest first; three queries at most."""
    runs = db.session.scalars(
        select(PathwayRun)
        .where(PathwayRun.container_id == case.container("care"))
        .order_by(PathwayRun.made_at.desc(), PathwayRun.id)
    ).all()
    held: dict[UUID, list[PathwayRunStep]] = {run.id: [] for run in runs}
    for row in db.session.scalars(
        select(PathwayRunStep)
        .where(PathwayRunStep.container_id == case.container("care"))
        .where(PathwayRunStep.run_id.in_(held))
        .order_by(PathwayRunStep.number)
    ):
        held[row.run_id].append(row)
    definitions = definitions_of(run.version_id for run in runs)
    return [RunFound(case, run, definitions[run.version_id], tuple(held[run.id])) for run in runs]


def run_of(actor: Actor, couple_id: UUID, run_id: UUID) -> RunFound:
    """Load one pathway of a couple of the actor's caseload; raise :class:`NotFound`."""
    return run_in(caseload.case(actor, couple_id), run_id)


def run_in(case: Case, run_id: UUID) -> RunFound:
    """Return one pathway of an open case; raise :class:`NotFound`."""
    run = db.session.scalar(
        select(PathwayRun).where(
            PathwayRun.id == run_id, PathwayRun.container_id == case.container("care")
        )
    )
    if run is None:
        raise NotFound(run_id)
    rows = db.session.scalars(
        select(PathwayRunStep)
        .where(PathwayRunStep.container_id == case.container("care"))
        .where(PathwayRunStep.run_id == run_id)
        .order_by(PathwayRunStep.number)
    ).all()
    return RunFound(case, run, definition_of(run.version_id), tuple(rows))


def run_step_of(actor: Actor, couple_id: UUID, run_id: UUID, number: int) -> RunStepFound:
    """Load one step of a pathway of a couple of the actor's caseload; raise :class:`NotFound`."""
    found = run_of(actor, couple_id, run_id)
    for row in found.rows:
        if row.number == number:
            return RunStepFound(found, row)
    raise NotFound(number)


def sets_in(found: RunFound) -> dict[UUID, GivenSet]:
    """Return what the steps of a run were given as, by set."""
    wanted = found.set_ids()
    return {one.set_id: one for one in assignments.sets_of(found.case) if one.set_id in wanted}
