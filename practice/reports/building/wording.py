"""Small sentences and tables that several reports share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from practice.catalogue.fields import AnswerView
from practice.measures import registry
from practice.outcomes.rules import Course
from practice.reports.building.sources import Words
from practice.reports.document import Block, BulletList, Pair, Paragraph, Quote, SideBySide, Table


def plain(view: AnswerView | None) -> str:
    """Return an answer in one line of words."""
    if view is None:
        return ""
    if view.rows:
        return "; ".join(f"{label}: {words}" for label, words in view.rows)
    if view.items:
        return ", ".join(view.items)
    if view.lines:
        return "; ".join(" \u2013 ".join(cell for cell in line if cell) for line in view.lines)
    return view.text


def listed(caption: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """Return a plain table of words."""
    return Table(caption, columns, tuple(rows))


def facts_of(words: Sequence[Words], side: str) -> list[Block]:
    """Return one person's own answers: question and answer, in order."""
    rows = [(w.prompt, plain(w.of("a"))) for w in words]
    return (
        [listed("Question and answer", ("Question", "Your answer"), rows)] if rows and side else []
    )


def both(caption: str, words: Sequence[Words], names: dict[str, str]) -> list[Block]:
    """Return what both answered, side by side; what only one said stands as a quotation."""
    pairs = tuple(Pair(w.prompt, plain(w.a), plain(w.b)) for w in words if w.a and w.b)
    blocks: list[Block] = []
    if pairs:
        blocks.append(SideBySide(caption, names["a"], names["b"], pairs))
    for one in words:
        for side in ("a", "b"):
            other = one.b if side == "a" else one.a
            mine = one.of(side)
            if mine is not None and other is None:
                blocks.append(Paragraph(one.prompt))
                blocks.append(Quote(plain(mine), names[side], side))
    return blocks


def points(items: Iterable[str]) -> list[Block]:
    """Return short points, or nothing."""
    kept = tuple(i for i in items if i)
    return [BulletList(kept)] if kept else []


def sentence_of_change(measure_id: str, course: Course) -> str:
    """Return what became of one measure in one sentence, or nothing without two scores."""
    measure = registry.get(measure_id)
    change = Course(course.scored).change(measure)
    if change is None or course.baseline is None or course.now is None or not change.words:
        return ""
    first, last = course.scored[0].total, course.scored[-1].total
    return f"{measure.short_name} went from {first} to {last}: {change.words[0].lower()}{change.words[1:]}"
