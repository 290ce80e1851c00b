"""Which steps a run has, and to whom each goes."""

from __future__ import annotations

from practice.pathways.definition import AssignTo, PathwayDefinition, Step


def steps_for(pathway: PathwayDefinition, sides: str) -> list[tuple[int, Step]]:
    """Return (number from 1, step) of what a run for ``ab``, ``a`` or ``b`` has: what both write needs both."""
    return [
        (number, step)
        for number, step in enumerate(pathway.steps, start=1)
        if sides == "ab" or step.assign_to is not AssignTo.JOINT
    ]


def left_out(pathway: PathwayDefinition, sides: str) -> list[Step]:
    """Return the steps that a run for these sides leaves out."""
    kept = {number for number, _ in steps_for(pathway, sides)}
    return [step for number, step in enumerate(pathway.steps, start=1) if number not in kept]
