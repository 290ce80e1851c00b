"""CSI-16: how satisfied a person is with their relationship, on 16 items."""

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
    id="csi-16",
    short_name="CSI-16",
    name="Couples Satisfaction Index (16)",
    item_ranges=((0, 6),) + 15 * ((0, 5),),
    aggregation=Aggregation.SUM,
    total_range=(0, 81),
    direction=Direction.HIGHER_BETTER,
    missing=MissingRule("complete", 16, "no prorating published"),
    licence=Licence(
        "free_conditions",
        "text_pack",
        "free for clinical and research use; the grant is printed on the form itself",
    ),
    citation="Funk & Rogge 2007",
    confidence=FactConfidence(structure="V", keys="V", cutoffs="V", norms="MM", change="D"),
    cutoffs=(CutOff("notable dissatisfaction", Threshold("<", 51.5), "V"),),
    functional=Threshold(">=", 51.5),
    change=ReliableChange(
        6.66, "derived", "SD 17, r 0.98 (alpha; SD and alpha recalled); 1.96*sqrt(2)*SD*sqrt(1-r)"
    ),
    norms=(Norm("development sample (online)", 61, 17, "MM"),),
    reliabilities=(Reliability("alpha", 0.98, "MM"),),
    notes=(
        "Store the number printed beside the chosen option; nothing is reversed.",
        "No published reliable-change index is held: the one here is derived from a recalled SD and alpha.",
        "Bands other than the cut-off have no published source.",
    ),
)
