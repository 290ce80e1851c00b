"""What the person who fills something in sees: the questions of a page, and everything again before it is sent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from practice.caseload import rules as caseload_rules
from practice.catalogue.definition import FieldDefinition, Visibility
from practice.catalogue.fields import AnswerView, display
from practice.catalogue.presenters import ReadAnswer, read_answers
from practice.catalogue.rules import Part
from practice.responses.queries.own import Sent
from practice.responses.queries.rounds import Round
from practice.responses.rules import can_be_kept_back

UNWATCHED = "Your care team reads this on working days. Nobody watches around the clock."
_ORDER = (Visibility.OWN, Visibility.FLAG, Visibility.REVEAL, Visibility.JOINT)


@dataclass(frozen=True)
class Question:
    """One question to answer, and who will read the answer. ``is_due``: asked now, not only after another answer."""

    field: FieldDefinition
    who_sees: str
    is_due: bool = True


@dataclass(frozen=True)
class CheckLine:
    """One answer to look at once more; ``page`` is the number of the page to change it on."""

    key: str
    prompt: str
    view: AnswerView | None
    who_sees: str
    page: int
    may_keep_back: bool
    is_kept_back: bool


@dataclass(frozen=True)
class Difference:
    """One question whose two versions differ: what was saved elsewhere, and what was typed here."""

    prompt: str
    saved: AnswerView | None
    typed: AnswerView | None


def questions(
    found: Round, fields: Iterable[FieldDefinition], due: Collection[str]
) -> list[Question]:
    """Return the questions of one page; ``due`` names those asked now."""
    policy, stage = found.policy, _stage(found)
    return [Question(f, who_sees(f, policy, stage), f.key in due) for f in fields]


def who_sees(field: FieldDefinition, policy: str, stage: str) -> str:
    """Return the line above a field: a function of roles and rules, never of the other person."""
    return caseload_rules.who_sees_line(
        field.visibility.value, policy, stage, protected=field.protected
    )


def who_sees_summary(found: Round) -> list[str]:
    """Return each line that will stand above some field, once, for the first page of an exercise."""
    fields = sorted(found.fields, key=lambda f: _ORDER.index(f.visibility))
    lines = [who_sees(field, found.policy, _stage(found)) for field in fields]
    return list(dict.fromkeys(lines))


def care_team_words(clinician: str, others: Sequence[str]) -> str:
    """Return who the care team is, by name."""
    if not others:
        return f"Your care team is {clinician}."
    line = str(caseload_rules.texts()["who_sees_this"]["care_team_line"])
    return line.format(clinician=clinician, names=", ".join(others))


def check_lines(found: Round, keep_back: Collection[str] = ()) -> list[CheckLine]:
    """Return every question that is asked, with its answer, in the order asked."""
    answers, page_of = found.given_answers, _pages(found.pages)
    stage = _stage(found)
    return [
        CheckLine(
            key=field.key,
            prompt=field.prompt,
            view=display(field, answers.get(field.key)),
            who_sees=who_sees(field, found.policy, stage),
            page=page_of[field.key],
            may_keep_back=can_be_kept_back(found.given.definition, field),
            is_kept_back=field.key in keep_back,
        )
        for field in found.fields
    ]


def sent_lines(
    sent: Sent, fields: Iterable[FieldDefinition], policy: str, released: Collection[str]
) -> list[CheckLine]:
    """Return what was sent, with who can read each answer now."""
    submission, lines = sent.submission, []
    for field in fields:
        view = display(field, submission.answers.get(field.key))
        if view is None:
            continue
        is_kept = field.key in submission.kept_back
        is_open = (
            can_be_kept_back(sent.definition, field) and not is_kept and field.key not in released
        )
        lines.append(
            CheckLine(
                key=field.key,
                prompt=field.prompt,
                view=view,
                who_sees=who_sees(
                    field,
                    policy,
                    _stage_of_sent(sent, field.key, is_kept=is_kept, released=released),
                ),
                page=0,
                may_keep_back=is_open,
                is_kept_back=is_kept,
            )
        )
    return lines


def read(fields: Iterable[FieldDefinition], answers: Mapping[str, Any]) -> list[ReadAnswer]:
    """Return the answers there are, in the order asked, to be read as a whole."""
    return list(read_answers(fields, answers, with_unanswered=False))


def differences(
    fields: Iterable[FieldDefinition], saved: Mapping[str, Any], typed: Mapping[str, Any]
) -> list[Difference]:
    """Return the questions whose two versions differ."""
    return [
        Difference(f.prompt, display(f, saved.get(f.key)), display(f, typed.get(f.key)))
        for f in fields
        if saved.get(f.key) != typed.get(f.key)
    ]


def _stage(found: Round) -> str:
    return "together" if found.given.is_joint else "alone"


def _stage_of_sent(sent: Sent, key: str, *, is_kept: bool, released: Collection[str]) -> str:
    if sent.side is None:
        return "signed"
    if key in released:
        return "released"
    return "kept_back" if is_kept else "submitted"


def _pages(pages: Iterable[Part]) -> dict[str, int]:
    return {field.key: page.number for page in pages for field in page.fields}
