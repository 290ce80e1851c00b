"""ECR-S: anxiety and avoidance in close relationships; two scale means and no total."""

from __future__ import annotations

from practice.measures.model import (
    Aggregation,
    Direction,
    FactConfidence,
    Licence,
    Measure,
    MissingRule,
    Reliability,
    Subscale,
)

MEASURE = Measure(
    id="ecr-s",
    short_name="ECR-S",
    name="Experiences in Close Relationships, Short Form",
    item_ranges=12 * ((1, 7),),
    aggregation=Aggregation.MEAN,
    total_range=None,
    direction=Direction.HIGHER_WORSE,
    missing=MissingRule("complete", 12, "product choice"),
    licence=Licence("permission", "text_pack", "journal"),
    citation="Wei et al. 2007",
    confidence=FactConfidence(structure="V", keys="V"),
    reverse_items=frozenset({1, 5, 8, 9}),
    subscales=(
        Subscale("avoidance", (1, 3, 5, 7, 9, 11), 1, 7, Direction.HIGHER_WORSE),
        Subscale("anxiety", (2, 4, 6, 8, 10, 12), 1, 7, Direction.HIGHER_WORSE),
    ),
    reliabilities=(
        Reliability("alpha anxiety/avoidance (N=851)", ".78/.84", "V"),
        Reliability("r between scales", 0.19, "V"),
        Reliability("retest", ".80-.83", "MH"),
    ),
    notes=(
        "Two scale means from 1 to 7 and no total. Not the ECR-12, with which it is often confused.",
    ),
)
