"""ISS: discord in the sexual relationship, from 0 to 100."""

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
    id="iss",
    short_name="ISS",
    name="Index of Sexual Satisfaction",
    item_ranges=25 * ((1, 7),),
    aggregation=Aggregation.PERCENT,
    total_range=(0, 100),
    direction=Direction.HIGHER_WORSE,
    missing=MissingRule("min_answered", 20, "author formula uses N answered"),
    licence=Licence("paid", "score_only", "WALMYR, per use"),
    citation="Hudson, Harrison & Crosscup 1981",
    confidence=FactConfidence(structure="V", keys="V", cutoffs="V", change="D"),
    reverse_items=frozenset({1, 2, 3, 9, 10, 12, 16, 17, 19, 21, 22, 23}),
    cutoffs=(
        CutOff("clinically significant discord", Threshold(">", 30), "V"),
        CutOff("severe", Threshold(">", 70), "MM"),
    ),
    functional=Threshold("<=", 30),
    change=ReliableChange(11.75, "derived", "published SEM 4.24"),
    reliabilities=(
        Reliability("alpha", 0.92, "V"),
        Reliability("SEM", 4.24, "V"),
    ),
    notes=("The score uses the number of items answered: (sum - N) x 100 / (6 x N).",),
)
