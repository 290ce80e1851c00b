"""PHQ-9: depressive symptoms in the past two weeks."""

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
    Reliability,
    ReliableChange,
    Threshold,
)

MEASURE = Measure(
    id="phq-9",
    short_name="PHQ-9",
    name="Patient Health Questionnaire (9)",
    item_ranges=9 * ((0, 3),),
    aggregation=Aggregation.SUM,
    total_range=(0, 27),
    direction=Direction.HIGHER_WORSE,
    missing=MissingRule("prorate", 7, "common practice; some scorers require all nine"),
    licence=Licence(
        "free", "may_bundle_with_notice", "no permission required (phqscreeners statement)"
    ),
    citation="Kroenke, Spitzer & Williams 2001",
    confidence=FactConfidence(structure="V", keys="V", cutoffs="V", change="V"),
    cutoffs=(
        CutOff("mild", Threshold(">=", 5), "V"),
        CutOff("moderate / caseness", Threshold(">=", 10), "V"),
        CutOff("moderately severe", Threshold(">=", 15), "V"),
        CutOff("severe", Threshold(">=", 20), "V"),
    ),
    functional=Threshold("<", 10),
    change=ReliableChange(
        6,
        "published",
        "NHS Talking Therapies: change of 6 or more is reliable; recovery also needs a final score below caseness (<10)",
    ),
    reliabilities=(
        Reliability("alpha", ".86-.89", "MH"),
        Reliability("retest", 0.84, "MH"),
        Reliability("sensitivity/specificity at >=10", ".77-.88 / .88-.94", "V"),
    ),
    flags=(ItemFlag((9,), 1, 3, "self-harm item: risk review"),),
    notes=(
        "The item on difficulty is not scored.",
        "Recovery needs a final score below caseness (10).",
    ),
)
