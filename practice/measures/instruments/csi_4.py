"""CSI-4: relationship satisfaction on four items, for frequent use."""

from __future__ import annotations

from practice.measures.model import (
    Aggregation,
    CutOff,
    Direction,
    FactConfidence,
    Licence,
    Measure,
    MissingRule,
    Norm,
    Reliability,
    ReliableChange,
    Threshold,
)

MEASURE = Measure(
    id="csi-4",
    short_name="CSI-4",
    name="Couples Satisfaction Index (4)",
    item_ranges=((0, 6),) + 3 * ((0, 5),),
    aggregation=Aggregation.SUM,
    total_range=(0, 21),
    direction=Direction.HIGHER_BETTER,
    missing=MissingRule("complete", 4, "no prorating published"),
    licence=Licence(
        "free_conditions", "text_pack", "free for clinical and research use, as the longer forms"
    ),
    citation="Funk & Rogge 2007",
    confidence=FactConfidence(structure="V", keys="V", cutoffs="V", norms="MM", change="D"),
    cutoffs=(CutOff("notable dissatisfaction", Threshold("<", 13.5), "V"),),
    functional=Threshold(">=", 13.5),
    change=ReliableChange(
        2.72, "derived", "SD 4, r 0.94 (alpha; recalled); 1.96*sqrt(2)*SD*sqrt(1-r)"
    ),
    norms=(Norm("development sample", 16, 4, "MM"),),
    reliabilities=(Reliability("alpha", 0.94, "MM"),),
    notes=(
        "Items 1, 12, 19 and 22 of the CSI-32.",
        "The reliable change is derived from a recalled SD and alpha.",
    ),
)
