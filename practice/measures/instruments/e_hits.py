"""E-HITS: HITS with a fifth item; a private screen for one partner alone."""

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
    id="e-hits",
    short_name="E-HITS",
    name="Extended Hurt, Insult, Threaten, Scream",
    item_ranges=5 * ((1, 5),),
    aggregation=Aggregation.SUM,
    total_range=(5, 25),
    direction=Direction.HIGHER_WORSE,
    missing=MissingRule("complete", 5, "product choice"),
    licence=Licence("permission", "score_only", "K. Sherin; free clinical use on request"),
    citation="Iverson et al. 2015",
    confidence=FactConfidence(structure="V", keys="V", cutoffs="V"),
    cutoffs=(CutOff("positive", Threshold(">=", 7), "V"),),
    notes=("Filled in alone, in private. A negative screen is not proof of safety.",),
)
