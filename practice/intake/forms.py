"""The form with which a clinician gives the intake."""

from __future__ import annotations

from collections.abc import Iterable

from wtforms import RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, ValidationError

from practice.intake import rules
from practice.web.forms import BaseForm


class GiveForm(BaseForm):
    """Which parts, and to whom; made by :func:`give_form`."""

    to: RadioField
    parts = SelectMultipleField("Parts to open")

    def validate_parts(self, field: SelectMultipleField) -> None:
        """At least one part."""
        if not field.data:
            raise ValidationError("Choose at least one part.")

    @property
    def sides(self) -> tuple[str, ...]:
        """``a``, ``b`` or both."""
        return tuple(self.to.data)

    @property
    def stages(self) -> frozenset[int]:
        """The numbers of the parts chosen."""
        return frozenset(int(part) for part in self.parts.data or ())


def give_form(people: Iterable[tuple[str, str]], minutes: dict[int, int]) -> GiveForm:
    """Return the form for these people (value, words); ``minutes`` of each part stand beside its name."""
    to = RadioField(
        "For whom",
        [InputRequired("Choose for whom.")],
        choices=[SelectChoice(value, words) for value, words in people],
        default="ab",
    )
    made: type[GiveForm] = type("GiveForm", (GiveForm,), {"to": to})
    form = made(parts=[str(stage) for stage in sorted(rules.FIRST_STAGES)])
    form.parts.choices = [
        SelectChoice(str(stage), f"{stage}. {words} (about {minutes[stage]} minutes)")
        for stage, words in rules.STAGES.items()
    ]
    return form
