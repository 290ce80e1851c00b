"""RDAS: agreement, satisfaction and shared activity in a couple."""

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
    Subscale,
    Threshold,
)

MEASURE = Measure(
    id="rdas",
    short_name="RDAS",
    name="Revised Dyadic Adjustment Scale",
    item_ranges=10 * ((0, 5),) + ((0, 4),) + 3 * ((0, 5),),
    aggregation=Aggregation.SUM,
    total_range=(0, 69),
    direction=Direction.HIGHER_BETTER,
    missing=MissingRule("complete", 14, "product choice"),
    licence=Licence(
        "permission",
        "text_pack",
        "journal text (AAMFT/Wiley); in wide free clinical use; ask before bundling",
    ),
    citation="Busby et al. 1995; Crane & Middleton 2000; Anderson et al. 2014",
    confidence=FactConfidence(structure="V", keys="V", cutoffs="V", norms="MH", change="V"),
    subscales=(
        Subscale("consensus", (1, 2, 3, 4, 5, 6), 0, 30, Direction.HIGHER_BETTER),
        Subscale("satisfaction", (7, 8, 9, 10), 0, 20, Direction.HIGHER_BETTER),
        Subscale("cohesion", (11, 12, 13, 14), 0, 19, Direction.HIGHER_BETTER),
    ),
    cutoffs=(
        CutOff("distressed (Crane & Middleton)", Threshold("<", 48), "V"),
        CutOff("distressed (Anderson, use with the RCI)", Threshold("<", 47.31), "V"),
        CutOff("consensus distressed", Threshold("<=", 21), "MH", scale="consensus"),
        CutOff("satisfaction distressed", Threshold("<=", 13), "MH", scale="satisfaction"),
        CutOff("cohesion distressed", Threshold("<=", 10), "MH", scale="cohesion"),
    ),
    functional=Threshold(">=", 47.31),
    change=ReliableChange(
        11.58,
        "published",
        "Anderson et al. 2014; crossing the cut-off and moving 12 or more points",
    ),
    norms=(
        Norm("non-distressed", 52.3, 6.6, "MH"),
        Norm("distressed", 41.6, 8.2, "MH"),
        Norm("all", 48, 9.0, "MH"),
    ),
    reliabilities=(Reliability("alpha", 0.9, "MH"),),
    notes=(
        "Store the number printed beside the chosen option, block by block; nothing is reversed.",
        "48 is the line to show; 47.31 is the line that belongs to the reliable change. Whole scores fall on the same side of both.",
        "48 itself counts as not distressed.",
    ),
)
