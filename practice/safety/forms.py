"""The forms of the private questions: one page of them, and the last step."""

from __future__ import annotations

from typing import Any

from wtforms import HiddenField, RadioField, SelectField, validators
from wtforms.fields.choices import SelectChoice

from practice.safety.rules import SKIPPED, Part, PrivateCheck
from practice.web.forms import BaseForm, ProseField

SKIP = "skip"
LONGEST_ANSWER = 4000


class PartForm(BaseForm):
    """One page of questions, built by :func:`part_form`; any of them may be left or skipped."""

    def answers(self, part: Part) -> dict[str, Any]:
        """Return what was answered on this page by key; what was left alone is absent, whatever was saved before."""
        given = ((q.key, self[q.key].data) for q in part.questions if self[q.key].raw_data)
        return {key: dict(SKIPPED) if data == SKIP else data for key, data in given if data}


def part_form(check: PrivateCheck, part: Part, answers: dict[str, Any]) -> PartForm:
    """Return the form of one page, filled with what was saved of it."""
    choices = [SelectChoice(value, label) for value, label in check.options]
    choices.append(SelectChoice(SKIP, "Skip this question"))
    fields: dict[str, Any] = {}
    for question in part.questions:
        if question.in_words:
            too_long = f"Use at most {LONGEST_ANSWER:,} characters. Nothing you typed is lost."
            fields[question.key] = ProseField(
                question.prompt, [validators.Length(max=LONGEST_ANSWER, message=too_long)]
            )
        else:
            fields[question.key] = RadioField(
                question.prompt, [validators.Optional()], choices=choices
            )
    asked: type[PartForm] = type("PartForm", (PartForm,), fields)
    return asked(data={key: SKIP if value == SKIPPED else value for key, value in answers.items()})


class SendForm(BaseForm):
    """Sending what was saved, under its one-time key."""

    form_key = HiddenField(validators=[validators.InputRequired(), validators.UUID()])


class ViewingForm(BaseForm):
    """Whether the author may read a check again in the own record."""

    allowed = SelectField(choices=[SelectChoice("yes", "Yes"), SelectChoice("no", "No")])
