"""FSFI: six areas of sexual function; for licensed medical and sex-therapy settings."""

from __future__ import annotations

from practice.measures.model import (
    Aggregation,
    CutOff,
    Direction,
    FactConfidence,
    ItemFlag,
    Licence,
    Measure,
    MissingRule,
    Norm,
    Reliability,
    Subscale,
    Threshold,
)

MEASURE = Measure(
    id="fsfi",
    short_name="FSFI",
    name="Female Sexual Function Index",
    item_ranges=2 * ((1, 5),) + 12 * ((0, 5),) + 2 * ((1, 5),) + 3 * ((0, 5),),
    aggregation=Aggregation.WEIGHTED,
    total_range=(2, 36.0),
    direction=Direction.HIGHER_BETTER,
    missing=MissingRule("complete_per_subscale", 19, "product choice"),
    licence=Licence(
        "paid", "score_only", "Mapi/ePROVIDE for commercial; free non-commercial reported"
    ),
    citation="Rosen et al. 2000; Wiegel et al. 2005; Meston et al. 2020",
    confidence=FactConfidence(structure="V", keys="V", cutoffs="V", norms="MH"),
    subscales=(
        Subscale("desire", (1, 2), 1.2, 6, Direction.HIGHER_BETTER, weight=0.6),
        Subscale("arousal", (3, 4, 5, 6), 0, 6, Direction.HIGHER_BETTER, weight=0.3),
        Subscale("lubrication", (7, 8, 9, 10), 0, 6, Direction.HIGHER_BETTER, weight=0.3),
        Subscale("orgasm", (11, 12, 13), 0, 6, Direction.HIGHER_BETTER, weight=0.4),
        Subscale("satisfaction", (14, 15, 16), 0.8, 6, Direction.HIGHER_BETTER, weight=0.4),
        Subscale("pain", (17, 18, 19), 0, 6, Direction.HIGHER_BETTER, weight=0.4),
    ),
    cutoffs=(CutOff("below the usual screening line", Threshold("<=", 26.55), "V"),),
    norms=(
        Norm("controls", 30.5, 5.3, "MH"),
        Norm("arousal disorder", 19.2, 6.6, "MH"),
    ),
    reliabilities=(Reliability("retest", 0.88, "MH"),),
    flags=(ItemFlag((17, 18, 19), 1, 2, "pain: offer a medical review"),),
    no_activity_items=frozenset({*range(3, 15), 17, 18, 19}),
    notes=(
        "Final scored values, 5 best. A 0 in items 3-14 or 17-19 means no activity: the score is then not interpretable, and never a dysfunction.",
        "The pain flag is our own caution, not a published line: any of items 17-19 answered 1 or 2.",
    ),
)
