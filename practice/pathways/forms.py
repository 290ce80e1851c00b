"""Forms of pathways: their words, one step, the start for a couple, and a day to move to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from wtforms import RadioField, SelectField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from practice.assignments.forms import code_of, schedule_words
from practice.catalogue.definition import ExerciseDefinition, Gate, Schedule, ScheduleKind, Who
from practice.pathways.definition import AssignTo, Rule, RuleKind, Step
from practice.web.date_fields import DayField, check_plausible
from practice.web.forms import BaseForm, NameField, ProseField
from practice.web.number_fields import CountField, between

TITLE_LIMIT, TEXT_LIMIT = 120, 2000
MOST_WEEKS, MOST_DELAY = 52, 90
RULE_WORDS = {
    RuleKind.NONE: "On the first day",
    RuleKind.FIXED_INTERVAL: "So many days after the first day",
    RuleKind.AFTER_PREVIOUS: "For each, once they have sent the step before",
    RuleKind.AFTER_PREVIOUS_PLUS_DELAY: "For each, some days after they have sent the step before",
    RuleKind.CLINICIAN_OPENS: "When you open it",
}
TO_WORDS = {
    AssignTo.EACH: "Each alone",
    AssignTo.ONE: "One of the two; you choose which when you open it",
    AssignTo.JOINT: "Both, on one form",
}
_RHYTHMS = (
    Schedule(ScheduleKind.ONCE),
    Schedule(ScheduleKind.DAILY, 1),
    Schedule(ScheduleKind.TIMES_PER_WEEK, 2),
    Schedule(ScheduleKind.TIMES_PER_WEEK, 3),
    Schedule(ScheduleKind.EVERY_N_WEEKS, 1),
    Schedule(ScheduleKind.EVERY_N_WEEKS, 2),
    Schedule(ScheduleKind.EVERY_N_WEEKS, 3),
    Schedule(ScheduleKind.EVERY_N_WEEKS, 4),
    Schedule(ScheduleKind.BEFORE_SESSION),
    Schedule(ScheduleKind.AFTER_SESSION),
    Schedule(ScheduleKind.AS_NEEDED),
)


class WordsForm(BaseForm):
    """What a pathway is called and what it is for. All of it is for clinicians; no partner ever sees it."""

    title = NameField(
        "Title",
        validators=[
            DataRequired("Give it a title."),
            Length(max=TITLE_LIMIT, message=f"Keep this to {TITLE_LIMIT} characters."),
        ],
    )
    purpose = ProseField(
        "What it is for",
        validators=[Length(max=TEXT_LIMIT, message=f"Keep this to {TEXT_LIMIT} characters.")],
    )
    contraindications = ProseField(
        "When not to use it",
        validators=[Length(max=TEXT_LIMIT, message=f"Keep this to {TEXT_LIMIT} characters.")],
    )
    clinician_note = ProseField(
        "A note to yourself",
        validators=[Length(max=TEXT_LIMIT, message=f"Keep this to {TEXT_LIMIT} characters.")],
    )

    @property
    def words(self) -> dict[str, Any]:
        """The words as a draft holds them; each line of *when not to use it* is one reason."""
        lines = (self.contraindications.data or "").splitlines()
        return {
            "title": self.title.data or "",
            "purpose": (self.purpose.data or "").strip(),
            "contraindications": [line.strip() for line in lines if line.strip()][:20],
            "clinician_note": (self.clinician_note.data or "").strip(),
        }


class StepForm(BaseForm):
    """One step: for whom, when it opens, how often and for how long. The exercise is chosen before."""

    to = RadioField("For whom", validators=[InputRequired("Choose for whom this is.")])
    rule = RadioField("When it opens", validators=[InputRequired("Choose when it opens.")])
    days = CountField("How many days")
    planned_week = CountField("Planned for week", validators=[between(1, MOST_WEEKS, needed=True)])
    schedule = SelectField("How often")
    for_weeks = CountField("For how many weeks", validators=[between(1, MOST_WEEKS, needed=True)])

    def offer(self, exercise: ExerciseDefinition, *, is_first: bool, current: Schedule) -> None:
        """Set the choices that this exercise allows at its place."""
        self.to.choices = [SelectChoice(to.value, TO_WORDS[to]) for to in to_choices(exercise)]
        self.rule.choices = [
            SelectChoice(kind.value, RULE_WORDS[kind])
            for kind in rule_choices(exercise, is_first=is_first)
        ]
        rhythms = list(dict.fromkeys([*_RHYTHMS, *suggested_of(exercise, current)]))
        self.schedule.choices = [SelectChoice(code_of(one), schedule_words(one)) for one in rhythms]

    def keep_to_choices(self) -> None:
        """Before anything was sent, let what is shown as chosen be one of the choices: the first, if it is not."""
        if self.is_submitted():
            return
        for field in (self.to, self.rule, self.schedule):
            offered = [value for value, *_ in field.iter_choices()]
            if field.data not in offered:
                field.data = offered[0]

    def validate_rule(self, field: Any) -> None:
        """What one of the two takes is opened by the clinician: who it is, is chosen then."""
        if self.to.data == AssignTo.ONE and field.data != RuleKind.CLINICIAN_OPENS:
            raise ValidationError(
                "You choose which of the two, so this step opens when you open it."
            )

    def validate_days(self, field: Any) -> None:
        """Days are needed where the rule counts them."""
        if self.rule.data == RuleKind.AFTER_PREVIOUS_PLUS_DELAY:
            between(1, MOST_DELAY, needed=True)(self, field)
        elif self.rule.data == RuleKind.FIXED_INTERVAL:
            between(0, 7 * MOST_WEEKS - 1, needed=True)(self, field)

    def step(self, exercise: str) -> Step:
        """Return the step that was entered; the week of a fixed day follows from the day."""
        kind, days = RuleKind(self.rule.data), self.days.data
        is_fixed = kind is RuleKind.FIXED_INTERVAL
        is_delayed = kind is RuleKind.AFTER_PREVIOUS_PLUS_DELAY
        planned = 1 if kind is RuleKind.NONE else self.planned_week.data
        return Step(
            exercise=exercise,
            assign_to=AssignTo(self.to.data),
            rule=Rule(kind, days if is_delayed else None, days if is_fixed else None),
            planned_week=(days or 0) // 7 + 1 if is_fixed else planned or 1,
            for_weeks=self.for_weeks.data or 1,
            schedule=_schedule(self.schedule.data),
        )


class StartForm(BaseForm):
    """For whom a pathway starts and on which day."""

    sides = RadioField("For whom", validators=[InputRequired("Choose for whom this is.")])
    starts_on = DayField("First day", validators=[check_plausible])

    def offer(self, people: Iterable[tuple[str, str]]) -> None:
        """Set for whom it can start, as (value, words)."""
        self.sides.choices = [SelectChoice(value, words) for value, words in people]

    def shown(self, today: date) -> tuple[str, date]:
        """Return for whom and from when the plan is told: as entered where that can be used."""
        sides = self.sides.data if self.sides.data in ("ab", "a", "b") else "ab"
        usable = self.starts_on.data is not None and not self.starts_on.errors
        return sides, self.starts_on.data if usable and self.starts_on.data else today


class PlanForm(StartForm):
    """The same, asked in the address of the page: it only shows another plan, so it needs no token."""

    class Meta(StartForm.Meta):
        csrf = False


class MoveForm(BaseForm):
    """The day to which a step is moved."""

    day = DayField("New day", validators=[check_plausible])

    def __init__(self, *, today: date, **more: Any) -> None:
        super().__init__(**more)
        self.today = today

    def validate_day(self, field: Any) -> None:
        """A plan lies ahead."""
        if not field.errors and field.data is not None and field.data < self.today:
            raise ValidationError("Choose today or a later day.")


class TitleForm(BaseForm):
    """The title of a pathway that is begun."""

    title = NameField(
        "Title",
        validators=[
            DataRequired("Give it a title."),
            Length(max=TITLE_LIMIT, message=f"Keep this to {TITLE_LIMIT} characters."),
        ],
    )


def to_choices(exercise: ExerciseDefinition) -> list[AssignTo]:
    """Return who may take an exercise as a step."""
    if exercise.who is Who.JOINT:
        return [AssignTo.JOINT]
    if exercise.who is Who.ONE_PARTNER:
        return [AssignTo.ONE]
    return [AssignTo.EACH, AssignTo.ONE]


def rule_choices(exercise: ExerciseDefinition, *, is_first: bool) -> list[RuleKind]:
    """Return what may open an exercise as a step at its place."""
    open_to_rules = exercise.gates.fill is Gate.G0 and not exercise.gates.clinician_opens
    if exercise.who in (Who.JOINT, Who.ONE_PARTNER) or not open_to_rules:
        return [RuleKind.CLINICIAN_OPENS]
    return [kind for kind in RULE_WORDS if not (is_first and kind.value.startswith("after"))]


def suggested_of(exercise: ExerciseDefinition, current: Schedule) -> list[Schedule]:
    """Return rhythms offered beside the usual ones: the exercise's own, and the one chosen now."""
    return [s for s in (exercise.schedule, current) if s.kind is not ScheduleKind.CLINICIAN_OPENS]


def filled(step: Step) -> Mapping[str, Any]:
    """Return a step as its form shows it."""
    days = step.rule.delay_days if step.rule.delay_days is not None else step.rule.days_from_start
    return {
        "to": step.assign_to.value,
        "rule": step.rule.kind.value,
        "days": days,
        "planned_week": step.planned_week,
        "schedule": code_of(step.schedule),
        "for_weeks": step.for_weeks,
    }


def _schedule(code: str) -> Schedule:
    kind, _, n = code.partition(":")
    return Schedule(ScheduleKind(kind), int(n) if n else None)
