"""GMSEX: overall satisfaction with the sexual relationship, on five pairs of opposites."""

from __future__ import annotations

from practice.measures.model import (
    Aggregation,
    Direction,
    FactConfidence,
    Licence,
    Measure,
    MissingRule,
    Norm,
    Reliability,
    ReliableChange,
)

MEASURE = Measure(
    id="gmsex",
    short_name="GMSEX",
    name="Global Measure of Sexual Satisfaction",
    item_ranges=5 * ((1, 7),),
    aggregation=Aggregation.SUM,
    total_range=(5, 35),
    direction=Direction.HIGHER_BETTER,
    missing=MissingRule("complete", 5, "product choice"),
    licence=Licence("permission", "text_pack", "authors/Handbook"),
    citation="Lawrance & Byers 1995",
    confidence=FactConfidence(structure="V", keys="V", norms="MM", change="D"),
    change=ReliableChange(
        5.26, "derived", "SD 6, r 0.9 (recalled SD and alpha); 1.96*sqrt(2)*SD*sqrt(1-r)"
    ),
    norms=(Norm("community", 28, 6, "MM"),),
    reliabilities=(
        Reliability("alpha", 0.9, "MM"),
        Reliability("retest", ".78-.84", "MM"),
    ),
    notes=(
        "7 stands at the positive end of every pair.",
        "Norms are recalled, and the reliable change is derived from them.",
    ),
)
