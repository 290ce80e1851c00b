"""Builds the form that asks a page of questions, and reads answers back. No queries; bad input never raises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from flask_wtf import FlaskForm
from wtforms import Form

from practice.catalogue.definition import ExerciseDefinition, FieldDefinition
from practice.catalogue.fields import (
    SKIPPED,
    Answer,
    AnswerInvalid,
    behaviour_of,
    clean_answer,
    is_skipped,
)
from practice.catalogue.fields.inputs import tick_input
from practice.catalogue.fields.table import lines_possible
from practice.catalogue.rules.asking import is_asked

_NO_CONTENT = {"add", "out", "shown"}


class AnswerForm(Form):
    """A form over some questions of one exercise; only inputs of those questions are ever read."""

    # Names that no question can have: what is public here is an input.
    _definition: ClassVar[ExerciseDefinition]
    _possible: ClassVar[Sequence[FieldDefinition]] = ()
    _elsewhere: ClassVar[Mapping[str, Any] | None] = None
    _prefill: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["data"] = {**self._prefill, **(kwargs.get("data") or {})}
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self.take_lines_out()

    @property
    def possible_questions(self) -> Sequence[FieldDefinition]:
        """The questions that are in the form, asked now or not."""
        return self._possible

    @property
    def asked(self) -> Sequence[FieldDefinition]:
        """The questions whose condition is met by what stands in the form and on other pages; all, where no condition is looked at."""
        if self._elsewhere is None or not any(field.condition for field in self._possible):
            return self._possible
        answers = {**self._elsewhere, **_answers(self, self._possible)}
        return [f for f in self._possible if is_asked(self._definition, f, answers)]

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer by its type; an error stands at the input it is about, and what was typed stays."""
        fine = bool(super().validate(extra_validators))  # type: ignore[no-untyped-call]
        for field in self.asked:
            try:
                answer_in(self, field)
            except AnswerInvalid as invalid:
                place = self[_place(field, invalid.at)]
                place.errors = [*place.errors, invalid.message]
                fine = False
        return fine

    def skip_ticked(self, field: FieldDefinition) -> bool:
        """True when the person chose not to answer this question."""
        name = input_name(field.key, "skip")
        return field.skip and name in self and bool(self[name].data)

    def holds_aside(self, field: FieldDefinition) -> bool:
        """True when a skipped question also holds something typed, which its page then says aloud."""
        return self.skip_ticked(field) and any(
            content for suffix, content in _typed(self, field).items() if suffix not in _NO_CONTENT
        )

    def take_lines_out(self) -> None:
        """Take the line out whose button was pressed; those below it move up."""
        for field in self._possible:
            name = input_name(field.key, "out")
            if name not in self or self[name].data is None:
                continue
            for line in range(self[name].data, lines_possible(field)):
                for column in field.columns:
                    here = self[input_name(field.key, f"{line}__{column.key}")]
                    below = input_name(field.key, f"{line + 1}__{column.key}")
                    here.data = self[below].data if below in self else None
            shown = self[input_name(field.key, "shown")]
            shown.data = max(int(shown.data or 0) - 1, 0)

    def is_line_added(self, field: FieldDefinition) -> bool:
        """True when "Add another" of this table was pressed."""
        name = input_name(field.key, "add")
        return name in self and bool(self[name].data)

    def lines_of(self, field: FieldDefinition) -> range:
        """The lines of a table to render: those in use or asked for, at least ``min_rows`` and one."""
        if field.rows:
            return range(len(field.rows))
        shown = int(self[input_name(field.key, "shown")].data or 0)
        shown += self.is_line_added(field)
        possible = lines_possible(field)
        used = [line + 1 for line in range(possible) if _line_typed(self, field, line)]
        return range(min(possible, max(shown, field.min_rows, 1, *used)))


def build_form(
    definition: ExerciseDefinition,
    fields: Iterable[FieldDefinition],
    *,
    answers: Mapping[str, Answer],
    set_aside: Mapping[str, Answer] | None = None,
    base: type[Form] = FlaskForm,
    by_condition: bool = False,
) -> type[AnswerForm]:
    """Return a form class asking ``fields``, filled with ``answers``.

    ``by_condition``: of the questions with a condition those alone are asked, checked and read that are due by what stands in the
    form, and by ``answers`` to questions that are not in it.
    ``set_aside`` is what was typed in questions that were also skipped (see :func:`set_aside_from`), to show
    it again under the tick; ``base`` is the WTForms class that brings CSRF protection.
    """
    possible = tuple(fields)
    inputs: dict[str, Any] = {}
    prefill: dict[str, Any] = {}
    for field in possible:
        inputs.update(_inputs(field))
        prefill.update(_filled(field, answers.get(field.key), (set_aside or {}).get(field.key)))
    name = f"{definition.slug.title().replace('-', '')}Form"
    keys = {field.key for field in possible}
    members = {
        "_definition": definition,
        "_possible": possible,
        "_elsewhere": {k: v for k, v in answers.items() if k not in keys} if by_condition else None,
        "_prefill": prefill,
    }
    return type(name, (AnswerForm, base), {**inputs, **members})


def answers_from(form: AnswerForm) -> dict[str, Answer]:
    """Return the valid answers of a posted form by key; unanswered and invalid ones are absent."""
    return _answers(form, form.asked)


def _answers(form: AnswerForm, fields: Iterable[FieldDefinition]) -> dict[str, Answer]:
    found = {}
    for field in fields:
        try:
            answer = answer_in(form, field)
        except AnswerInvalid:
            continue
        if answer is not None:
            found[field.key] = answer
    return found


def answer_in(form: AnswerForm, field: FieldDefinition) -> Answer | None:
    """Return one answer; a ticked "I'd rather not answer" wins over anything typed. Raise ``AnswerInvalid``."""
    if form.skip_ticked(field):
        return dict(SKIPPED)
    return behaviour_of(field).answer_from_form(field, _typed(form, field))


def set_aside_from(form: AnswerForm) -> dict[str, Answer]:
    """Return what was typed in questions that were also skipped.

    It is no answer: a draft may keep it for its own author, so that unticking brings it back, and a
    submission never holds it.
    """
    found = {}
    for field in form.asked:
        if not form.skip_ticked(field):
            continue
        try:
            typed = behaviour_of(field).answer_from_form(field, _typed(form, field))
        except AnswerInvalid:
            continue
        if typed is not None:
            found[field.key] = typed
    return found


def clean_answers(
    fields: Iterable[FieldDefinition], raw: object
) -> tuple[dict[str, Answer], dict[str, str]]:
    """Return ``(answers, errors)`` of an autosave, both by key; keys that are not asked are an error.

    The key "" holds the error when ``raw`` is not a JSON object at all.
    """
    known = {field.key: field for field in fields}
    if not isinstance(raw, dict):
        return {}, {"": "These answers could not be read."}
    answers: dict[str, Answer] = {}
    errors: dict[str, str] = {}
    for key, value in raw.items():
        if key not in known:
            errors[str(key).encode(errors="replace").decode()] = "This question is not asked here."
            continue
        try:
            answer = clean_answer(known[key], value)
        except AnswerInvalid as invalid:
            errors[key] = invalid.message
        else:
            answers.update({} if answer is None else {key: answer})
    return answers, errors


def changes_lines(form: AnswerForm) -> bool:
    """Return whether a button of a table was pressed that only adds or takes out a line: the page is shown again."""
    return any(
        form.is_line_added(field)
        or (
            input_name(field.key, "out") in form
            and form[input_name(field.key, "out")].data is not None
        )
        for field in form.possible_questions
    )


def input_name(key: str, suffix: str) -> str:
    """Return the name (and id) of an input: ``key`` or ``key__suffix``."""
    return f"{key}__{suffix}" if suffix else key


def _inputs(field: FieldDefinition) -> dict[str, Any]:
    asked = behaviour_of(field).inputs(field)
    named = {input_name(field.key, suffix): made for suffix, made in asked.items()}
    return {**named, input_name(field.key, "skip"): tick_input()} if field.skip else named


def _filled(field: FieldDefinition, answer: Answer | None, aside: Answer | None) -> dict[str, Any]:
    skipped = is_skipped(answer)
    shown = aside if skipped else answer
    data = {input_name(field.key, "skip"): True} if skipped else {}
    if shown is None or is_skipped(shown):
        return data
    filled = behaviour_of(field).form_data_from_answer(field, shown)
    return {**data, **{input_name(field.key, suffix): value for suffix, value in filled.items()}}


def _place(field: FieldDefinition, at: str) -> str:
    """Return the input that an error belongs to: the one named, or the question's first."""
    suffixes = list(behaviour_of(field).inputs(field))
    return input_name(field.key, at if at in suffixes else suffixes[0])


def _typed(form: AnswerForm, field: FieldDefinition) -> dict[str, Any]:
    suffixes = behaviour_of(field).inputs(field)
    return {suffix: form[input_name(field.key, suffix)].data for suffix in suffixes}


def _line_typed(form: AnswerForm, field: FieldDefinition, line: int) -> bool:
    names = (input_name(field.key, f"{line}__{column.key}") for column in field.columns)
    return any(form[name].data for name in names)
