"""RAS: general satisfaction with a relationship, on seven items."""

from __future__ import annotations

from practice.measures.model import (
    Aggregation,
    CutOff,
    Direction,
    FactConfidence,
    Licence,
    Measure,
    MissingRule,
    Reliability,
    Threshold,
)

MEASURE = Measure(
    id="ras",
    short_name="RAS",
    name="Relationship Assessment Scale",
    item_ranges=7 * ((1, 5),),
    aggregation=Aggregation.SUM,
    total_range=(7, 35),
    direction=Direction.HIGHER_BETTER,
    missing=MissingRule("min_answered", 6, "product choice"),
    licence=Licence("free_conditions", "text_pack", "published in a journal; free by custom"),
    citation="Hendrick 1988; Hendrick et al. 1998",
    confidence=FactConfidence(structure="V", keys="V", cutoffs="MM"),
    reverse_items=frozenset({4, 7}),
    cutoffs=(
        CutOff("satisfied", Threshold(">=", 4.0), "MM", scale="mean"),
        CutOff("possible distress", Threshold("<=", 3.5), "MM", scale="mean"),
    ),
    reliabilities=(
        Reliability("alpha", 0.86, "V"),
        Reliability("r with DAS", 0.8, "V"),
    ),
    notes=(
        "With one item skipped, the sum is the mean of the answered items times seven, rounded half up.",
        "The cut-offs are on the mean. Bands on the sum have no published source.",
    ),
    reports_mean=True,
)
