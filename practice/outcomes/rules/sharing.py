"""What of a course can ever be shown to both: offered by kind of measure, opted into by each, released by the clinician.

Relationship measures and goal attainment are offered; sexual ones only while work with sexual content is open. Mood, risk,
attachment and the items of any measure are never offered (clinical workflow D9).
"""

from __future__ import annotations

from practice.caseload.rules import NotOpen, refusal
from practice.measures import registry

GOALS = "gas"
MAIN = ("csi-16", "csi-4")
"""The relationship measures the caseload shows, the first that was taken."""
RELATIONSHIP = (*MAIN, "rdas", "ras")
ALWAYS_OFFERED = (*RELATIONSHIP, GOALS)
SEXUAL = ("gmsex", "iss", "fsfi")
RESTRICTED = ("hits", "e-hits")
"""Screens for violence: kept with the restricted safety record and never beside the other measures."""


class NothingToShare(Exception):
    """One of the two has no score yet, so there is no course of both to show."""


def offered(*, sexual_work_open: bool) -> tuple[str, ...]:
    """Return what a partner may opt into. A function of the case alone: never of what was taken or chosen."""
    return ALWAYS_OFFERED + (SEXUAL if sexual_work_open else ())


def check_offered(measure_id: str, *, sexual_work_open: bool) -> None:
    """Raise :class:`NotOpen` unless sharing this measure is offered."""
    if measure_id not in offered(sexual_work_open=sexual_work_open):
        raise NotOpen(refusal("pair_work"))


def name_of(measure_id: str) -> str:
    """Return how a measure is called where people choose; ``gas`` is goal attainment."""
    return "Goal attainment" if measure_id == GOALS else registry.get(measure_id).name
