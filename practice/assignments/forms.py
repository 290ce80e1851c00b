"""The form that gives homework: to whom, from when, by when, how often, and a line to go with it."""

from __future__ import annotations

from collections.abc import Iterable

from wtforms import BooleanField, DateField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from practice.catalogue.definition import Schedule, ScheduleKind
from practice.web.forms import BaseForm, ProseField

NOTE_LIMIT = 500
_RHYTHMS = (
    (Schedule(ScheduleKind.ONCE), "Once"),
    (Schedule(ScheduleKind.DAILY, 1), "Every day"),
    (Schedule(ScheduleKind.EVERY_N_WEEKS, 1), "Every week"),
    (Schedule(ScheduleKind.EVERY_N_WEEKS, 2), "Every 2 weeks"),
    (Schedule(ScheduleKind.EVERY_N_WEEKS, 4), "Every 4 weeks"),
    (Schedule(ScheduleKind.EVERY_N_WEEKS, 13), "Every 13 weeks"),
    (Schedule(ScheduleKind.AS_NEEDED), "Whenever it fits"),
)


class AssignForm(BaseForm):
    """Asks only what it must; the choices for ``to`` and ``schedule`` are passed in."""

    to = RadioField("For whom", validators=[InputRequired("Choose for whom this is.")])
    starts_on = DateField("From", validators=[InputRequired("Give the day on which this opens.")])
    due_on = DateField("Due", validators=[Optional()])
    schedule = SelectField("How often")
    note = ProseField(
        "A line to go with it",
        validators=[Length(max=NOTE_LIMIT, message=f"Keep this to {NOTE_LIMIT} characters.")],
    )
    again = BooleanField("Give it again all the same")

    def offer(self, people: Iterable[tuple[str, str]], suggested: Schedule) -> None:
        """Set the choices: (value, words) of people, and the rhythms, the suggested one among them."""
        self.to.choices = [SelectChoice(value, words) for value, words in people]
        self.schedule.choices = [
            SelectChoice(code_of(schedule), words) for schedule, words in _rhythms(suggested)
        ]

    @property
    def sides(self) -> tuple[str, ...]:
        """For whom: ``a``, ``b`` or both."""
        return tuple(self.to.data or "")

    @property
    def chosen_schedule(self) -> Schedule:
        """How often."""
        kind, _, n = self.schedule.data.partition(":")
        return Schedule(ScheduleKind(kind), int(n) if n else None)


def schedule_words(schedule: Schedule) -> str:
    """Return a rhythm in words."""
    known = {code_of(one): words for one, words in _RHYTHMS}
    count = schedule.n or 1
    return (
        known.get(code_of(schedule))
        or {
            ScheduleKind.DAILY: "Every day",
            ScheduleKind.EVERY_N_DAYS: f"Every {count} days",
            ScheduleKind.EVERY_N_WEEKS: f"Every {count} weeks",
            ScheduleKind.TIMES_PER_WEEK: f"{count} times a week",
            ScheduleKind.BEFORE_SESSION: "Before each session",
            ScheduleKind.AFTER_SESSION: "After each session",
            ScheduleKind.CLINICIAN_OPENS: "When you open it",
        }[schedule.kind]
    )


def _rhythms(suggested: Schedule) -> list[tuple[Schedule, str]]:
    if suggested.kind is ScheduleKind.CLINICIAN_OPENS:
        return [(suggested, schedule_words(suggested))]
    known = {code_of(one) for one, _ in _RHYTHMS}
    own = [] if code_of(suggested) in known else [(suggested, schedule_words(suggested))]
    return [*own, *_RHYTHMS]


def code_of(schedule: Schedule) -> str:
    """Return the value under which the form offers a rhythm."""
    return f"{schedule.kind.value}:{schedule.n}" if schedule.n else schedule.kind.value
