"""DERS-16: difficulties in handling strong feelings."""

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
    id="ders-16",
    short_name="DERS-16",
    name="Difficulties in Emotion Regulation Scale (16)",
    item_ranges=16 * ((1, 5),),
    aggregation=Aggregation.SUM,
    total_range=(16, 80),
    direction=Direction.HIGHER_WORSE,
    missing=MissingRule("complete", 16, "product choice"),
    licence=Licence("free_conditions", "text_pack", "free by custom; cite the authors"),
    citation="Bjureberg et al. 2016",
    confidence=FactConfidence(structure="V", keys="V"),
    subscales=(
        Subscale("clarity", (1, 2), 2, 10, Direction.HIGHER_WORSE),
        Subscale("goals", (3, 7, 15), 3, 15, Direction.HIGHER_WORSE),
        Subscale("impulse", (4, 8, 11), 3, 15, Direction.HIGHER_WORSE),
        Subscale("strategies", (5, 6, 12, 14, 16), 5, 25, Direction.HIGHER_WORSE),
        Subscale("nonacceptance", (9, 10, 13), 3, 15, Direction.HIGHER_WORSE),
    ),
    reliabilities=(
        Reliability("alpha", ".92-.95", "MH"),
        Reliability(
            "retest", "'good' in the abstract; .85 (recalled) or .91 (a repository) claimed", "ML"
        ),
    ),
    notes=(
        "No awareness scale and no reversed items. Bands have no published source.",
        "No norms are held: change is described.",
    ),
)
