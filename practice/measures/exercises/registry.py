"""Which exercises have a scorer, and finding it by the exercise's slug."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from practice.measures.exercises.figure import Scorer

SCORED_SLUGS = (
    "er-feelings-log",
    "er-overwhelm-signals",
    "er-soothing-menu",
    "er-under-the-anger",
    "er-fair-observer",
    "sc-topic-comfort",
    "sc-touch-preferences",
    "sc-pleasure-guess",
    "sc-desire-conditions",
    "sc-desire-difference-plan",
    "sc-touch-steps",
    "sc-sexual-self-view",
    "df-i-position",
    "df-self-validation",
    "df-closeness-circles",
    "df-own-life",
    "df-hold-steady",
    "ei-small-disclosures",
    "ei-know-me-now",
    "ei-deeper-talk",
    "cc-loop-map",
    "cc-timeout-agreement",
    "cc-speaker-listener",
    "cc-complaint-to-request",
    "cc-after-argument",
    "cc-softer-reach",
    "cc-side-by-side",
    "aa-daily-appreciation",
    "aa-what-lands",
    "aa-holding-back",
    "ib-balance-wheel",
    "ib-meaning-of-closeness",
    "ib-values-and-spirit",
    "ib-something-new",
    "af-scripts",
    "af-reach-or-retreat",
    "hb-boundaries",
    "hb-hurt-and-repair",
    "hb-trust-ladder",
    "hb-worth-and-support",
    "st-stress-map",
    "st-carry-it-together",
    "ci-weekly-pulse",
    "ci-couple-meeting",
    "ci-daily-minute",
)


def scorer_for(slug: str) -> Scorer:
    """The scorer of an exercise. An exercise without scores gets one that always answers ()."""
    return _load(slug) if slug in SCORED_SLUGS else Scorer(slug)


@cache
def _load(slug: str) -> Scorer:
    module = import_module(f"practice.measures.exercises.{slug.replace('-', '_')}")
    return cast("Scorer", module.SCORER)
