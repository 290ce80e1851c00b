"""CPQ-SF: how a couple handles problems: constructive talk, and who presses while who withdraws."""

from __future__ import annotations

from practice.measures.model import (
    Aggregation,
    Direction,
    FactConfidence,
    Licence,
    Measure,
    MissingRule,
    Subscale,
)

MEASURE = Measure(
    id="cpq-sf",
    short_name="CPQ-SF",
    name="Communication Patterns Questionnaire, Short Form",
    item_ranges=11 * ((1, 9),),
    aggregation=Aggregation.SUM,
    total_range=None,
    direction=Direction.MIXED,
    missing=MissingRule("complete", 11, "product choice"),
    licence=Licence("permission", "text_pack", "author-distributed; cite"),
    citation="Christensen & Heavey 1990; Futris et al. 2010",
    confidence=FactConfidence(structure="V", keys="V"),
    subscales=(
        Subscale("constructive", (2, 5, 7), 3, 27, Direction.HIGHER_BETTER),
        Subscale("self_demand", (3, 8, 10), 3, 27, Direction.HIGHER_WORSE),
        Subscale("partner_demand", (4, 9, 11), 3, 27, Direction.HIGHER_WORSE),
        Subscale("demand_withdraw_total", (3, 4, 8, 9, 10, 11), 6, 54, Direction.HIGHER_WORSE),
    ),
    notes=(
        "Two incompatible keys are in circulation: the printed labels decide, not the position.",
        "Change is described, scale by scale.",
    ),
    item_labels=("1", "2", "3a", "3b", "4", "5", "6", "7a", "7b", "8a", "8b"),
)
