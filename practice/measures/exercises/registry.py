"""Which exercises have a scorer, and finding it by the exercise's slug."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from practice.measures.exercises.figure import Scorer

SCORED_SLUGS = (
    "er-feelings-log",
    "er-overwhelm-signals",
    "sc-topic-comfort",
    "sc-pleasure-guess",
    "df-i-position",
    "df-closeness-circles",
    "cc-timeout-agreement",
    "cc-softer-reach",
    "aa-daily-appreciation",
    "ib-balance-wheel",
    "ci-weekly-pulse",
)


def scorer_for(slug: str) -> Scorer:
    """The scorer of an exercise. An exercise without scores gets one that always answers ()."""
    return _load(slug) if slug in SCORED_SLUGS else Scorer(slug)


@cache
def _load(slug: str) -> Scorer:
    module = import_module(f"practice.measures.exercises.{slug.replace('-', '_')}")
    return cast("Scorer", module.SCORER)
