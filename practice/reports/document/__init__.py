"""The frozen data of a report, its blocks, and their canonical JSON."""

from __future__ import annotations

from practice.reports.document.blocks import (
    Block,
    BulletList,
    ChartBlock,
    Goal,
    GoalBlock,
    GoalLevel,
    MeasureBlock,
    MeasureRow,
    Note,
    Pair,
    Paragraph,
    Quote,
    SideBySide,
    Table,
)
from practice.reports.document.codec import DocumentError
from practice.reports.document.report import (
    NOT_FOR_COURT,
    Kind,
    Letterhead,
    Paper,
    Participant,
    Period,
    ReportDocument,
    Section,
)

__all__ = [
    "NOT_FOR_COURT", "Block", "BulletList", "ChartBlock", "DocumentError", "Goal", "GoalBlock", "GoalLevel",
    "Kind", "Letterhead", "MeasureBlock", "MeasureRow", "Note", "Pair", "Paper", "Paragraph", "Participant",
    "Period", "Quote", "ReportDocument", "Section", "SideBySide", "Table",
]  # fmt: skip
