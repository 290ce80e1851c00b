"""ORS: how a person is doing in four areas of life, on four lines of 10 cm."""

from __future__ import annotations

from practice.measures.model import (
    Aggregation,
    CutOff,
    Direction,
    FactConfidence,
    Licence,
    Measure,
    MissingRule,
    ReliableChange,
    Threshold,
)

MEASURE = Measure(
    id="ors",
    short_name="ORS",
    name="Outcome Rating Scale",
    item_ranges=4 * ((0, 10),),
    aggregation=Aggregation.SUM,
    total_range=(0, 40),
    direction=Direction.HIGHER_BETTER,
    missing=MissingRule("complete", 4, "product choice"),
    licence=Licence(
        "paid_for_software", "score_only", "individual clinicians free after registration"
    ),
    citation="Miller & Duncan 2000",
    confidence=FactConfidence(structure="V", keys="V", cutoffs="V", change="V"),
    cutoffs=(CutOff("clinical range (adults)", Threshold("<=", 25), "V"),),
    functional=Threshold(">", 25),
    change=ReliableChange(5, "published", "authors"),
    notes=(
        "Lines are measured to a tenth of a centimetre. Exactly 25 counts as the clinical range.",
    ),
    answers_are_whole=False,
)
