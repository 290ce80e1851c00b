"""The forms for what a whole form is: begun, brought in from a file, its settings, and the acts on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_wtf.file import FileField
from wtforms import BooleanField, HiddenField, RadioField, SelectField
from wtforms.validators import DataRequired, InputRequired, Length

from practice.own_forms.forms.parts import LABEL, TEXT, Json, Refused, choices_of, whole_in
from practice.web.forms import BaseForm, NameField, ProseField

_LONG_LABEL = Length(max=LABEL, message=f"Keep this to {LABEL} characters.")
_LONG_TEXT = Length(max=TEXT, message=f"Keep this to {TEXT:,} characters.")
WHO = (
    ("each_privately", "Each alone"),
    ("reveal", "Each alone, then shown to both when you release it"),
    ("joint", "Both together, on one form"),
    ("one_partner", "One partner alone"),
)
FILL = (
    ("G0", "Once the person’s own consent is signed (G0)"),
    ("G1", "Once shared work is cleared (G1)"),
    ("G2", "Once shared work is cleared and both have consented to sexual content (G2)"),
)
SHOW = (
    ("never", "Never"),
    ("G1", "Once shared work is cleared (G1)"),
    ("G2", "Once both have also consented to sexual content (G2)"),
)
SCHEDULES = (
    ("once", "Once"),
    ("daily", "Every day"),
    ("every_n_days", "Every so many days"),
    ("every_n_weeks", "Every so many weeks"),
    ("times_per_week", "So many times a week"),
    ("before_session", "Before each session"),
    ("after_session", "After each session"),
    ("as_needed", "Whenever it fits"),
    ("clinician_opens", "When you open it"),
)
_COUNTED = {"every_n_days": "days", "every_n_weeks": "weeks", "times_per_week": "times"}


class ActForm(BaseForm):
    """An act on the form as it was when the page was made."""

    revision = HiddenField()


class NewForm(BaseForm):
    """A form begun from nothing or as a copy."""

    title = NameField("Title", validators=[DataRequired("Give the form a title."), _LONG_LABEL])
    copy_of = SelectField("Begin with", validate_choice=False)

    def offer(self, exercises: Iterable[tuple[str, str]]) -> None:
        """Set what can be copied: (id, words)."""
        self.copy_of.choices = choices_of([("", "Nothing"), *exercises])


class FileForm(BaseForm):
    """A definition brought in from a file."""

    file = FileField("File", description="A definition in the format of the catalogue (.json).")


class SettingsForm(BaseForm):
    """What stands around the questions."""

    revision = HiddenField()
    title = NameField("Title", validators=[DataRequired("Give the form a title."), _LONG_LABEL])
    neutral_title = NameField(
        "Title on the partners’ side",
        description="Nobody looking over a shoulder should learn anything from it.",
        validators=[DataRequired("Give the title that the partners see."), _LONG_LABEL],
    )
    module = NameField(
        "Where it stands in the library",
        description="A module that is there already, or one of your own.",
        validators=[DataRequired("Say where it stands in the library."), _LONG_LABEL],
    )
    purpose = ProseField(
        "What it is for", validators=[DataRequired("Say in a sentence what it is for."), _LONG_TEXT]
    )
    minutes = NameField("Minutes it takes")
    who = RadioField(
        "Who takes part",
        choices=choices_of(WHO),
        validators=[InputRequired("Choose who takes part.")],
    )
    fill = RadioField(
        "When it can be filled in",
        choices=choices_of(FILL),
        validators=[InputRequired("Choose one.")],
    )
    show = RadioField(
        "When answers can be shown to the other partner",
        description="Only answers that can be shown at all, and only when you release them.",
        choices=choices_of(SHOW),
        validators=[InputRequired("Choose one.")],
    )
    clinician_opens = BooleanField("It waits, closed, until you open it")
    needs = BooleanField("The whole form is about sexual content")
    schedule = SelectField("How often you suggest it", choices=choices_of(SCHEDULES))
    schedule_n = NameField("How many", description="Days, weeks or times, where it says “so many”.")
    content_note = ProseField(
        "What to know before opening it",
        description="Shown on the first page, before any question.",
        validators=[_LONG_TEXT],
    )
    contraindications = ProseField("When not to use it", validators=[_LONG_TEXT])

    def taken(self) -> Json | None:
        """Return the settings that were typed; None when a message stands at an input."""
        try:
            minutes = self._minutes()
            schedule = self._schedule()
        except Refused as refused:
            self.refuse(self[refused.at], refused.message)
            return None
        gates: Json = {"fill": self.fill.data, "show": self.show.data}
        if self.clinician_opens.data:
            gates["clinician_opens"] = True
        return {
            **{name: self[name].data for name in ("title", "neutral_title", "module", "who")},
            **{name: self[name].data or None for name in ("content_note", "contraindications")},
            "purpose": self.purpose.data,
            "minutes": minutes,
            "gates": gates,
            "needs": "sexual_content_consent" if self.needs.data else None,
            "schedule": schedule,
        }

    def _minutes(self) -> int:
        message = "Give a number of minutes from 1 to 120."
        try:
            minutes = whole_in(self.data, "minutes", 1, 120)
        except Refused as refused:
            raise Refused("minutes", message) from refused
        if minutes is None:
            raise Refused("minutes", message)
        return minutes

    def _schedule(self) -> Json:
        kind = self.schedule.data
        if kind not in _COUNTED:
            return {"kind": kind}
        count = whole_in(self.data, "schedule_n", 1, 60)
        if count is None:
            raise Refused("schedule_n", f"Say how many {_COUNTED[kind]}.")
        return {"kind": kind, "n": count}


def settings_data(draft: Json) -> dict[str, Any]:
    """Return what the inputs hold for a form as it stands."""
    names = ("title", "neutral_title", "module", "purpose", "who")
    gates, schedule = draft["gates"], draft["schedule"]
    return {
        **{name: draft[name] for name in names},
        **{name: draft.get(name, "") for name in ("content_note", "contraindications")},
        "minutes": str(draft["minutes"]),
        "fill": gates["fill"],
        "show": gates["show"],
        "clinician_opens": gates.get("clinician_opens", False),
        "needs": bool(draft.get("needs")),
        "schedule": schedule["kind"],
        "schedule_n": str(schedule.get("n") or ""),
    }
