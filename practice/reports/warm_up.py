"""The pages that a rendering process sets before its first job, so that its children find everything loaded.

They use every face, every way of laying out and a chart: what is loaded here is shared by all children, what is
missing here each child would load again.
"""

from __future__ import annotations

from datetime import date

from practice.reports.charts import CutOff, Series, Trend
from practice.reports.document import (
    AskedOnPaper,
    BlankColumn,
    BlankTable,
    Boxes,
    BulletList,
    ChartBlock,
    Circles,
    Grid,
    GridRow,
    Letterhead,
    Lines,
    MeasureBlock,
    MeasureRow,
    Note,
    Paragraph,
    Participant,
    Period,
    QuestionRun,
    Quote,
    ReportDocument,
    Section,
    Worksheet,
    WorksheetPart,
)
from practice.reports.document.worksheet import Control

_FIRST, _LAST = date(2026, 1, 5), date(2026, 6, 1)


def warm_up_page() -> ReportDocument:
    """Return a small report about nobody."""
    course = Trend(
        "Course", (_FIRST, _LAST), (Series("a", "A", (1, 2)), Series("b", "B", (2, 1))), 0, 3,
        CutOff(1.5, "below", "Below"),
    )  # fmt: skip
    rows = (MeasureRow("A", "a", 2, 1), MeasureRow("B", "b", 1, 2))
    blocks = (
        Paragraph("Text."),
        Quote("Words.", "A", "a"),
        ChartBlock("Caption.", course),
        MeasureBlock("Measure", 0, 3, "higher", rows, _LAST, _FIRST),
        BulletList(("Point.",), numbered=True),
        Note("Note."),
    )
    return ReportDocument(
        kind="R6",
        title="Page",
        neutral_title="Notes",
        letterhead=Letterhead("Practice", ("Line",)),
        participants=(Participant("A", "they/them"),),
        date=_LAST,
        purpose="Purpose.",
        readers="Readers.",
        lead=("Lead.",),
        sections=(Section("one", "Section", "Sentence.", blocks),),
        left_out_sentence="Sentence.",
        period=Period(_FIRST, _LAST),
    )


def warm_up_worksheet() -> Worksheet:
    """Return a small worksheet about nothing."""
    controls: tuple[Control, ...] = (
        Lines(1),
        Boxes(("Box",)),
        Circles(("0", "1"), "Low", "High"),
        Grid((GridRow("Line"),), ("0", "1")),
        BlankTable((BlankColumn("Column"),), empty_rows=1),
    )
    asked = tuple(AskedOnPaper(n, "Question?", c) for n, c in enumerate(controls, start=1))
    part = WorksheetPart("", (QuestionRun("Line.", asked),))
    return Worksheet("Notes", Letterhead("Practice"), ("Lead.",), (part,))
