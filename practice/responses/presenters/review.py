"""One submission for the care team: answers in the order asked, what changed since last time, and the figures in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from practice.catalogue.definition import Visibility
from practice.catalogue.fields import AnswerView, display
from practice.measures.exercises.figure import Figure
from practice.measures.exercises.registry import scorer_for
from practice.responses.models import Submission
from practice.responses.queries.own import Sent
from practice.responses.queries.rounds import asked_fields
from practice.responses.rules import as_figures, day_on_paper, entries
from practice.web.templating import day

# Said only where it is not the rule that its author and the care team alone can read an answer.
_READERS = {
    Visibility.FLAG: "Some answers here bring you a private notice",
    Visibility.REVEAL: "Can be released",
    Visibility.JOINT: "Both read this",
}


@dataclass(frozen=True)
class ReviewLine:
    """One question with its answer, and what it was last time where that differs."""

    prompt: str
    view: AnswerView | None
    before: AnswerView | None
    has_changed: bool
    readers: str


@dataclass(frozen=True)
class FigureLine:
    """One figure in words; ``value`` is "" for a label that is all words."""

    label: str
    value: str
    words: str


@dataclass(frozen=True)
class ReviewPage:
    """What stands at the left of a review."""

    lines: tuple[ReviewLine, ...]
    figures: tuple[FigureLine, ...]
    compared_with: Submission | None
    is_correction: bool


def review_page(sent: Sent, history: Sequence[Submission]) -> ReviewPage:
    """Return a submission as a page. ``history``: what the same person sent to the same assignment, this one last."""
    earlier = [row for row in history if row.id != sent.id]
    before = earlier[-1] if earlier else None
    answers, last = sent.submission.answers, before.answers if before else {}
    kept = set(sent.submission.kept_back)
    lines = tuple(
        ReviewLine(
            prompt=field.prompt,
            view=display(field, answers.get(field.key)),
            before=display(field, last.get(field.key)),
            has_changed=before is not None and answers.get(field.key) != last.get(field.key),
            readers="Kept back by its author"
            if field.key in kept
            else _READERS.get(field.visibility, ""),
        )
        for field in asked_fields(sent.given, answers, sexual=True)
    )
    own = as_figures(sent.submission.scores)
    told = {figure.key for figure in own}
    over_time = [f for f in _of_the_series(sent, history) if f.key not in told]
    return ReviewPage(
        lines=lines,
        figures=tuple(_line(f) for f in (*own, *over_time)),
        compared_with=before,
        is_correction=sent.submission.corrects_id is not None,
    )


def origin_words(submission: Submission, names: Mapping[UUID, str], whom: str = "") -> str:
    """Return who entered a submission for its author (``whom``) and from what; "" for what its author wrote here."""
    on = day_on_paper(submission.origin)
    if on is None:
        return ""
    name = names.get(submission.submitted_by, "your care team")
    entered = day(submission.submitted_at, year=True)
    entered_for = f"Entered for {whom} by" if whom else "Entered by"
    return f"{entered_for} {name} from paper of {day(on, year=True)}, on {entered}."


def figure_lines(figures: Iterable[Figure]) -> list[FigureLine]:
    """Return figures in words."""
    return [_line(figure) for figure in figures]


def _line(figure: Figure) -> FigureLine:
    value = figure.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        unit = {"points": "", None: "", "%": " %"}.get(figure.unit, f" {figure.unit}")
        shown = f"{value:g}{unit}"
    else:
        shown = ""
    return FigureLine(figure.label, shown, figure.words)


def _of_the_series(sent: Sent, history: Sequence[Submission]) -> Iterable[Figure]:
    """The newest week of what is worked out over several entries, and all that is not of a week."""
    figures = scorer_for(sent.definition.slug).score_series(entries(history, sent.case.actor.zone))
    newest = max((f.period for f in figures if f.period), default=None)
    return [f for f in figures if f.period in (newest, None)]
