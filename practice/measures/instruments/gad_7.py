"""GAD-7: anxiety symptoms in the past two weeks."""

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
    ReliableChange,
    Threshold,
)

MEASURE = Measure(
    id="gad-7",
    short_name="GAD-7",
    name="Generalised Anxiety Disorder scale (7)",
    item_ranges=7 * ((0, 3),),
    aggregation=Aggregation.SUM,
    total_range=(0, 21),
    direction=Direction.HIGHER_WORSE,
    missing=MissingRule("prorate", 6, "common practice"),
    licence=Licence("free", "may_bundle_with_notice", "no permission required, as for the PHQ-9"),
    citation="Spitzer et al. 2006",
    confidence=FactConfidence(structure="V", keys="V", cutoffs="V", change="V"),
    cutoffs=(
        CutOff("mild", Threshold(">=", 5), "V"),
        CutOff("NHS caseness", Threshold(">=", 8), "V"),
        CutOff("moderate", Threshold(">=", 10), "V"),
        CutOff("severe", Threshold(">=", 15), "V"),
    ),
    functional=Threshold("<", 8),
    change=ReliableChange(
        4,
        "published",
        "NHS Talking Therapies: change of 4 or more is reliable; recovery also needs <8",
    ),
    reliabilities=(
        Reliability("alpha", 0.92, "MH"),
        Reliability("sensitivity/specificity at >=10", ".89/.82", "V"),
    ),
    notes=(
        "Recovery needs a final score below caseness (8).",
        "A known misprint carries wrong response anchors: compare with the official sheet.",
    ),
)
