"""HITS: a four-item private screen for partner violence, for one partner alone."""

from __future__ import annotations

from practice.measures.model import (
    Aggregation,
    CutOff,
    Direction,
    FactConfidence,
    Licence,
    Measure,
    MissingRule,
    Threshold,
)

MEASURE = Measure(
    id="hits",
    short_name="HITS",
    name="Hurt, Insult, Threaten, Scream",
    item_ranges=4 * ((1, 5),),
    aggregation=Aggregation.SUM,
    total_range=(4, 20),
    direction=Direction.HIGHER_WORSE,
    missing=MissingRule("complete", 4, "product choice"),
    licence=Licence("permission", "score_only", "K. Sherin; free clinical use on request"),
    citation="Sherin et al. 1998",
    confidence=FactConfidence(structure="V", keys="V", cutoffs="V"),
    cutoffs=(
        CutOff("cautious default (VHA women)", Threshold(">=", 6), "V"),
        CutOff("original", Threshold(">=", 11), "V"),
    ),
    notes=(
        "Cut-offs differ between studies: the cautious line comes first.",
        "Filled in alone, in private. A negative screen is not proof of safety.",
    ),
)
