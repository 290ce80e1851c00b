"""The frozen data of what is printed, reports and worksheets, its blocks, and their canonical JSON."""

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
from practice.reports.document.printed import Printed, printed_from_json
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
from practice.reports.document.worksheet import (
    AskedOnPaper,
    Blank,
    BlankColumn,
    BlankTable,
    Boxes,
    BoxGroup,
    BoxGroups,
    CardText,
    Circles,
    Grid,
    GridRow,
    Lines,
    QuestionRun,
    Worksheet,
    WorksheetPart,
)

__all__ = [
    "NOT_FOR_COURT", "AskedOnPaper", "Blank", "BlankColumn", "BlankTable", "Block", "BoxGroup", "BoxGroups", "Boxes",
    "BulletList", "CardText", "ChartBlock", "Circles", "DocumentError", "Goal", "GoalBlock", "GoalLevel", "Grid", "GridRow",
    "Kind", "Letterhead", "Lines", "MeasureBlock", "MeasureRow", "Note", "Pair", "Paper", "Paragraph", "Participant",
    "Period", "Printed", "QuestionRun", "Quote", "ReportDocument", "Section", "SideBySide", "Table", "Worksheet",
    "WorksheetPart", "printed_from_json",
]  # fmt: skip
