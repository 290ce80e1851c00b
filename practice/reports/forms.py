"""Forms for reports."""

from __future__ import annotations

from wtforms import RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from practice.web.forms import BaseForm, ProseField


class CompileForm(BaseForm):
    """Which report to compile; the choices depend on the couple's names."""

    what = RadioField("Which report?", [InputRequired("Choose a report.")], choices=[])

    def offer(self, names: dict[str, str]) -> None:
        """Offer every kind of report, the individual ones by name."""
        self.what.choices = [
            SelectChoice("R4", "Progress report for both"),
            SelectChoice("R1", "Intake report for both"),
            *(SelectChoice(f"R5-{s}", f"Progress report for {n} alone") for s, n in names.items()),
            *(SelectChoice(f"R2-{s}", f"Intake addendum for {n} alone") for s, n in names.items()),
            SelectChoice("R3", "Case file for the care team"),
        ]

    @property
    def chosen(self) -> tuple[str, str | None]:
        """Return kind and person."""
        kind, _, side = str(self.what.data).partition("-")
        return kind, side or None


class EditForm(BaseForm):
    """What the clinician may write in a draft."""

    lead = ProseField(
        "Opening sentences, one a line",
        [Length(max=2000, message="Keep it under 2,000 characters.")],
    )
    next_steps = ProseField(
        "What comes next", [Length(max=4000, message="Keep it under 4,000 characters.")]
    )


class WordsForm(BaseForm):
    """One's own words, each to be quoted or not."""

    agreed = SelectMultipleField(
        "These may be quoted",
        choices=[],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
