"""The forms that give homework and change it: to whom, from when, by when, how often, and a line to go with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from practice.assignments.rules import MOST_DAYS, MOST_ROUNDS, REASONS
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.web.date_fields import DayField, check_plausible
from practice.web.forms import BaseForm, NameField, ProseField
from practice.web.number_fields import CountField, between

NOTE_LIMIT = 500
NAME_LIMIT = 80
_RHYTHMS = (
    (Schedule(ScheduleKind.ONCE), "Once"),
    (Schedule(ScheduleKind.DAILY, 1), "Every day"),
    (Schedule(ScheduleKind.EVERY_N_WEEKS, 1), "Every week"),
    (Schedule(ScheduleKind.EVERY_N_WEEKS, 2), "Every 2 weeks"),
    (Schedule(ScheduleKind.EVERY_N_WEEKS, 4), "Every 4 weeks"),
    (Schedule(ScheduleKind.EVERY_N_WEEKS, 13), "Every 13 weeks"),
    (Schedule(ScheduleKind.BEFORE_SESSION), "Before each session"),
    (Schedule(ScheduleKind.AFTER_SESSION), "After each session"),
    (Schedule(ScheduleKind.AS_NEEDED), "Whenever it fits"),
)
# Rhythms whose number is entered beside them, with the most it can be.
_COUNTED = {
    ScheduleKind.EVERY_N_DAYS: ("Every so many days", MOST_DAYS),
    ScheduleKind.EVERY_N_WEEKS: ("Every so many weeks", 52),
    ScheduleKind.TIMES_PER_WEEK: ("So many times a week", 14),
}
_MOST_DAYS_BEFORE = 28


class LimitsForm(BaseForm):
    """By when, for how long and how often at most; a day before the first one is refused."""

    due_on = DayField("Due")
    window = CountField("Open for how many days", validators=[between(1, MOST_DAYS)])
    most = CountField("How many times at most", validators=[between(1, MOST_ROUNDS)])
    ends_on = DayField("Last day on which it opens")

    def validate_due_on(self, field: Any) -> None:
        """The due date does not lie before the start."""
        self._check_after_start(field, "The due date is before the start. Choose a later one.")

    def validate_ends_on(self, field: Any) -> None:
        """The last day does not lie before the start."""
        self._check_after_start(field, "The last day is before the start. Choose a later one.")

    def _check_after_start(self, field: Any, message: str) -> None:
        if field.errors or field.data is None:
            return
        check_plausible(self, field)
        start = self.first_day
        if start is not None and field.data < start:
            raise ValidationError(message)

    @property
    def first_day(self) -> Any:
        """The day on which it first opens, if that is known."""
        raise NotImplementedError


class AssignForm(LimitsForm):
    """Asks only what it must; the choices for ``to`` and ``schedule`` are passed in."""

    to = RadioField("For whom", validators=[InputRequired("Choose for whom this is.")])
    starts_on = DayField("From", validators=[check_plausible])
    schedule = SelectField("How often")
    every = CountField("How many")
    note = ProseField(
        "A line to go with it",
        validators=[Length(max=NOTE_LIMIT, message=f"Keep this to {NOTE_LIMIT} characters.")],
    )
    again = BooleanField("Give it again all the same")

    def offer(self, people: Iterable[tuple[str, str]], suggested: Schedule) -> None:
        """Set the choices: (value, words) of people, and the rhythms, the suggested one among them."""
        self.to.choices = [SelectChoice(value, words) for value, words in people]
        self.schedule.choices = [SelectChoice(*one) for one in rhythm_choices(suggested)]

    def validate_every(self, field: Any) -> None:
        """A number stands where the rhythm needs one."""
        if field.errors:
            return
        kind, n = _read(self.schedule.data)
        if n is None and kind in _COUNTED:
            most = _COUNTED[kind][1]
            if field.data is None or not 1 <= field.data <= most:
                raise ValidationError(f"Enter a whole number from 1 to {most}.")
        elif kind is ScheduleKind.BEFORE_SESSION:
            between(1, _MOST_DAYS_BEFORE)(self, field)

    @property
    def first_day(self) -> Any:
        """The day on which it first opens."""
        return self.starts_on.data

    @property
    def sides(self) -> tuple[str, ...]:
        """For whom: ``a``, ``b`` or both."""
        return tuple(self.to.data or "")

    @property
    def chosen_schedule(self) -> Schedule:
        """How often."""
        kind, n = _read(self.schedule.data)
        needs_number = kind in _COUNTED or kind is ScheduleKind.BEFORE_SESSION
        return Schedule(kind, n if n is not None or not needs_number else self.every.data)


class ForWhomForm(BaseForm):
    """For whom something is changed: ``whom`` is offered where each partner has a part of their own."""

    whom = RadioField("For whom", validators=[InputRequired("Choose for whom this is.")])

    def offer(self, people: Iterable[tuple[str, str]]) -> None:
        """Set for whom it may be changed, as (value, words)."""
        self.whom.choices = [SelectChoice(value, words) for value, words in people]


class ChangeForm(LimitsForm, ForWhomForm):
    """Changes by when, for how long and how often at most; ``starts_on`` is the day on which it first opens."""

    starts_on: date | None = None

    @property
    def first_day(self) -> Any:
        """The day on which it first opens."""
        return self.starts_on


class FromDayForm(ForWhomForm):
    """A day from which something holds."""

    day = DayField("From", validators=[check_plausible])


class SeveralForm(BaseForm):
    """To which couples of one's own caseload a starter set is given, and its first day."""

    couples = SelectMultipleField(
        "To whom", validators=[InputRequired("Choose at least one couple.")]
    )
    starts_on = DayField("First day", validators=[check_plausible])

    def offer_couples(self, couples: Iterable[tuple[str, str]]) -> None:
        """Set the couples to choose from, as (id, names)."""
        self.couples.choices = [SelectChoice(*one) for one in couples]


class AssignSeveralForm(AssignForm, SeveralForm):
    """To which couples one exercise is given, and how."""


class SaveSetForm(BaseForm):
    """The name of a set of one's own, and which of the exercises a couple has go into it."""

    name = NameField(
        "Name of the set",
        validators=[
            InputRequired("Give it a name."),
            Length(max=NAME_LIMIT, message=f"Keep this to {NAME_LIMIT} characters."),
        ],
    )
    chosen = SelectMultipleField(
        "What goes into it", validators=[InputRequired("Choose at least one exercise.")]
    )

    def offer(self, given: Iterable[tuple[str, str]]) -> None:
        """Set what there is to choose, as (id of the set, title)."""
        self.chosen.choices = [SelectChoice(*one) for one in given]


class PassedForm(BaseForm):
    """What got in the way: one reason, and a few words if wanted."""

    reason = RadioField(
        "What got in the way",
        choices=[SelectChoice(*one) for one in REASONS.items()],
        validators=[InputRequired("Choose one, or “I'd rather not say”.")],
    )
    words = ProseField(
        "A few words about it",
        validators=[Length(max=NOTE_LIMIT, message=f"Keep this to {NOTE_LIMIT} characters.")],
    )


def schedule_words(schedule: Schedule) -> str:
    """Return a rhythm in words."""
    known = {code_of(one): words for one, words in _RHYTHMS}
    count = schedule.n or 1
    days = "a day" if count == 1 else f"{count} days"
    return (
        known.get(code_of(schedule))
        or {
            ScheduleKind.DAILY: "Every day",
            ScheduleKind.EVERY_N_DAYS: "Every day" if count == 1 else f"Every {count} days",
            ScheduleKind.EVERY_N_WEEKS: f"Every {count} weeks",
            ScheduleKind.TIMES_PER_WEEK: "Once a week" if count == 1 else f"{count} times a week",
            ScheduleKind.BEFORE_SESSION: f"From {days} before each session",
            ScheduleKind.AFTER_SESSION: "After each session",
            ScheduleKind.CLINICIAN_OPENS: "When you open it",
        }[schedule.kind]
    )


def rhythm_choices(suggested: Schedule) -> list[tuple[str, str]]:
    """Return the rhythms to choose from, as (value, words): the suggested one first where it is none of the usual."""
    if suggested.kind is ScheduleKind.CLINICIAN_OPENS:
        return [(code_of(suggested), schedule_words(suggested))]
    usual = [(code_of(one), words) for one, words in _RHYTHMS]
    own = (code_of(suggested), schedule_words(suggested))
    counted = [(kind.value, words) for kind, (words, _) in _COUNTED.items()]
    first = [] if own in usual else [own]
    # What is counted stands before the sessions, next to the other rhythms of days and weeks.
    return [*first, *usual[:6], *counted, *usual[6:]]


def code_of(schedule: Schedule) -> str:
    """Return the value under which the form offers a rhythm."""
    return f"{schedule.kind.value}:{schedule.n}" if schedule.n else schedule.kind.value


def _read(code: str | None) -> tuple[ScheduleKind, int | None]:
    """Read a value of :func:`code_of` that the form itself offered; anything else is taken for once."""
    kind, _, n = (code or "").partition(":")
    try:
        return ScheduleKind(kind), int(n) if n else None
    except ValueError:
        return ScheduleKind.ONCE, None
