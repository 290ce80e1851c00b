"""The words a pathway is described in: frozen data.

Written as a JSON file (``definitions/<slug>.json``) or made in the browser, checked by ``schema.json`` and by
:mod:`practice.pathways.rules`, and never changed once published: what changes is a new version.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from practice.catalogue.definition import Schedule


class RuleKind(StrEnum):
    """When a step opens. "Previous" is always the same person's own first submission of the step before."""

    NONE = "none"
    AFTER_PREVIOUS = "after_previous"
    AFTER_PREVIOUS_PLUS_DELAY = "after_previous_plus_delay"
    FIXED_INTERVAL = "fixed_interval"
    CLINICIAN_OPENS = "clinician_opens"


class AssignTo(StrEnum):
    """Who takes a step: each alone, both on one form, or one of the two, whom the clinician chooses on opening it."""

    EACH = "each"
    JOINT = "joint"
    ONE = "one"


FOLLOWING = frozenset({RuleKind.AFTER_PREVIOUS, RuleKind.AFTER_PREVIOUS_PLUS_DELAY})


@dataclass(frozen=True, slots=True)
class Rule:
    """When a step opens; ``delay_days`` goes with the delay, ``days_from_start`` with the fixed interval."""

    kind: RuleKind
    delay_days: int | None = None
    days_from_start: int | None = None

    @property
    def follows(self) -> bool:
        """Whether the step before, sent by the same person, opens this one."""
        return self.kind in FOLLOWING


@dataclass(frozen=True, slots=True)
class Step:
    """One exercise of a pathway. ``planned_week`` and ``for_weeks`` are a plan for the clinician, never a promise."""

    exercise: str
    assign_to: AssignTo
    rule: Rule
    planned_week: int
    for_weeks: int
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class PathwayDefinition:
    """One pathway in one version. ``reading`` names cards; everything but the steps is for the clinician's eyes alone."""

    slug: str
    version: str
    title: str
    neutral_title: str
    purpose: str
    weeks: int
    steps: tuple[Step, ...]
    contraindications: tuple[str, ...] = ()
    reading: tuple[str, ...] = ()
    clinician_note: str = ""
