"""Reading pathways: the ready-made ones and a clinician's own, and those that a couple is on."""

from __future__ import annotations

from practice.pathways.queries.had import steps_had
from practice.pathways.queries.library import (
    Listed,
    PathwayFound,
    Startable,
    StepFound,
    cards_named,
    definition_of,
    exercises,
    exercises_of,
    own,
    own_pathway,
    own_pathway_step,
    pathway,
    ready_made,
    startable,
)
from practice.pathways.queries.running import (
    RunFound,
    RunStepFound,
    run_in,
    run_of,
    run_step_of,
    runs_of,
    sets_in,
)

__all__ = [
    "Listed",
    "PathwayFound",
    "RunFound",
    "RunStepFound",
    "Startable",
    "StepFound",
    "cards_named",
    "definition_of",
    "exercises",
    "exercises_of",
    "own",
    "own_pathway",
    "own_pathway_step",
    "pathway",
    "ready_made",
    "run_in",
    "run_of",
    "run_step_of",
    "runs_of",
    "sets_in",
    "startable",
    "steps_had",
]
