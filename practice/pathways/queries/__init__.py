"""Reading pathways: the ready-made ones and a clinician's own, and those that a couple is on."""

from __future__ import annotations

from practice.pathways.queries.library import (
    Listed,
    PathwayFound,
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

__all__ = [
    "Listed",
    "PathwayFound",
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
    "startable",
]
