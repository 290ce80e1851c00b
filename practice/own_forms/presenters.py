"""Forms in the making as pages show them: questions and scores in words, what is still to mend, and the preview of each partner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from practice.catalogue.definition import (
    Audience,
    ExerciseDefinition,
    FieldDefinition,
    FieldType,
    Stage,
    Who,
    WrittenBy,
)
from practice.catalogue.loading.building import build
from practice.catalogue.rules import Part, parts, with_partner_names
from practice.catalogue.rules.scoring import ends_of, rows_of
from practice.measures.quantity import written
from practice.own_forms.forms.everywhere import VISIBILITY, WRITTEN_BY
from practice.own_forms.forms.question import Kind
from practice.own_forms.forms.score import KINDS, Countable
from practice.own_forms.rules.soundness import Problem
from practice.reports.building.worksheet import who_sees_under_every_policy

Json = Mapping[str, Any]
_WORDS = dict(VISIBILITY)


@dataclass(frozen=True)
class QuestionLine:
    """One question in the list of a form."""

    key: str
    prompt: str
    kind: str
    readers: str
    marks: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class ScoreLine:
    """One score in the list of a form."""

    key: str
    label: str
    words: str
    problems: tuple[str, ...]


@dataclass(frozen=True)
class PreviewQuestion:
    """One question as a partner will see it."""

    field: FieldDefinition
    who_sees: str
    asked_if: str


@dataclass(frozen=True)
class PreviewPart:
    """One page of the preview, under the heading of its stage."""

    heading: str
    part: Part
    questions: tuple[PreviewQuestion, ...]


def question_lines(
    draft: Json, kinds: Mapping[FieldType, Kind], problems: Iterable[Problem]
) -> list[QuestionLine]:
    """Return the questions of a draft, each with what is to mend in it."""
    wrong = list(problems)
    prompts = {field["key"]: field["prompt"] for field in draft["fields"]}
    return [
        QuestionLine(
            key=field["key"],
            prompt=field["prompt"],
            kind=kinds[FieldType(field["type"])].name,
            readers=_WORDS[field["visibility"]],
            marks=tuple(_marks(field, prompts)),
            problems=tuple(
                p.reason for p in wrong if (p.kind, p.key) == ("question", field["key"])
            ),
        )
        for field in draft["fields"]
    ]


def score_lines(draft: Json, problems: Iterable[Problem]) -> list[ScoreLine]:
    """Return the scores of a draft, each with what is to mend in it."""
    wrong = list(problems)
    labels = {score["key"]: score["label"] for score in draft.get("scores", ())}
    return [
        ScoreLine(
            key=score["key"],
            label=score["label"],
            words=_score_words(score, labels),
            problems=tuple(p.reason for p in wrong if (p.kind, p.key) == ("score", score["key"])),
        )
        for score in draft.get("scores", ())
    ]


def countable(draft: Json) -> list[Countable]:
    """Return everything in a draft that has points and can be counted."""
    found = []
    for raw in draft["fields"]:
        field = build(FieldDefinition, raw)
        labels = {row.value: row.label for row in field.rows}
        if field.by is WrittenBy.PARTNER:
            continue
        for row in rows_of(field):
            if (ends := ends_of(field, row)) is not None:
                name = f"{field.key}.{row}" if row else field.key
                words = f"{field.prompt[:80]}: {labels[row]}" if row else field.prompt[:120]
                found.append(Countable(name, words, f"{written(ends[0])} to {written(ends[1])}"))
    return found


def preview(draft: Json, side: str) -> list[PreviewPart]:
    """Return the pages that one partner gets, as far as the form is made; nothing of it can be sent."""
    definition = build(ExerciseDefinition, draft)
    audience = Audience.AUTHOR
    if definition.who is Who.ONE_PARTNER and side == "b":
        audience = Audience.PARTNER
    mine = [field for field in definition.fields if field.by is audience]
    if audience is Audience.AUTHOR and definition.who is not Who.ONE_PARTNER:
        mine += [field for field in definition.fields if field.by is Audience.PARTNER]
    groups = [(heading, [f for f in mine if _heading(f) == heading]) for heading in _HEADINGS]
    return [
        PreviewPart(heading, part, tuple(_previewed(definition, field) for field in part.fields))
        for heading, fields in groups
        for part in parts(with_partner_names(f, "Partner A", "Partner B") for f in fields)
    ]


_ALONE, _TOGETHER = "Alone", "Together, on one form"
_REPLY = "After the release, about what the other wrote"
_HEADINGS = (_ALONE, _TOGETHER, _REPLY)


def _heading(field: FieldDefinition) -> str:
    if field.by is WrittenBy.PARTNER:
        return _REPLY
    return _TOGETHER if field.stage is Stage.TOGETHER else _ALONE


def _previewed(definition: ExerciseDefinition, field: FieldDefinition) -> PreviewQuestion:
    return PreviewQuestion(field, who_sees_under_every_policy(field), _asked_if(definition, field))


def _asked_if(definition: ExerciseDefinition, field: FieldDefinition) -> str:
    condition = field.condition
    if condition is None:
        return ""
    earlier = {one.key: one for one in definition.fields}.get(condition.field)
    if earlier is None:
        return "Asked after an answer to a question that is no longer here."
    labels = {"true": "agreed"} | {option.value: option.label for option in earlier.options}
    answers = " or ".join(f"“{labels.get(value, value)}”" for value in condition.any_of)
    return f"Asked only when “{earlier.prompt}” was answered with {answers}."


def _marks(field: Json, prompts: Mapping[str, str]) -> Iterable[str]:
    written_by = "reply" if field.get("by") == "partner" else field.get("by")
    if written_by or field.get("stage"):
        yield dict(WRITTEN_BY).get(str(written_by), dict(WRITTEN_BY)["together"])
    if condition := field.get("condition"):
        yield f"Only after some answers to “{prompts.get(condition['field'], '…')}”"
    if field.get("required"):
        yield "Has to be answered"
    if field.get("sensitive"):
        yield "Page of its own"
    if field.get("protected"):
        yield "You may not bring it up"
    if field.get("needs"):
        yield "Sexual content"
    if field.get("alert"):
        yield "Some answers bring you a private notice"


def _score_words(score: Json, labels: Mapping[str, str]) -> str:
    count = len(score["items"])
    of = "1 answer" if count == 1 else f"{count} answers"
    words = f"{dict(KINDS)[score['kind']]}: {of}"
    if score.get("part_of"):
        words = f"{words}, part of “{labels.get(score['part_of'], '…')}”"
    if score.get("bands"):
        words = f"{words}, in {len(score['bands'])} ranges"
    return f"{words}."
