"""Forms for goals, ratings and sessions."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from wtforms import IntegerField, RadioField, SelectField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from practice.treatment.rules import LEVEL_WORDS
from practice.web.date_fields import ClockField, DayField, check_not_in_future, check_plausible
from practice.web.forms import BaseForm, NameField, ProseField

_SHORT = Length(max=300, message="Keep this to 300 characters.")


class MinutesField(IntegerField):
    """A length in whole minutes."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)  # type: ignore[no-untyped-call]

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read a length of at most four figures; blank is None."""
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if not typed:
            return
        if len(typed) > 4 or not typed.isdecimal():
            raise ValidationError("Enter the minutes as a whole number, such as 50.")
        self.data = int(typed)


class GoalForm(BaseForm):
    """A goal in words, its weight, and what its levels look like."""

    owner = RadioField("Whose goal is it?", [InputRequired("Choose whose goal it is.")])
    text = NameField(
        "The goal, in their own words",
        [DataRequired("Write the goal."), Length(max=200, message="Keep this to 200 characters.")],
    )
    weight = RadioField(
        "Weight",
        [InputRequired("Choose a weight.")],
        choices=[SelectChoice("1", "1"), SelectChoice("2", "2"), SelectChoice("3", "3")],
    )
    level_2 = NameField(LEVEL_WORDS[2], [_SHORT])
    level_1 = NameField(LEVEL_WORDS[1], [_SHORT])
    level_0 = NameField(LEVEL_WORDS[0], [_SHORT])
    level_minus_1 = NameField(LEVEL_WORDS[-1], [_SHORT])
    level_minus_2 = NameField(LEVEL_WORDS[-2], [_SHORT])
    setback = ProseField(
        "An expected setback", [Length(max=500, message="Keep this to 500 characters.")]
    )

    def __init__(self, *, names: dict[str, str], **more: Any) -> None:
        super().__init__(**more)
        self.owner.choices = [SelectChoice(owner, words) for owner, words in names.items()]

    @property
    def level_fields(self) -> list[Any]:
        """Return the level fields, best first."""
        return [
            self.level_2,
            self.level_1,
            self.level_0,
            self.level_minus_1,
            self.level_minus_2,
        ]

    @property
    def levels(self) -> dict[int | str, str]:
        """Return what was written about the levels."""
        return {n: f.data or "" for n, f in zip((2, 1, 0, -1, -2), self.level_fields, strict=True)}


class RatingForm(BaseForm):
    """The level agreed on a day."""

    rated_on = DayField("Date", [check_not_in_future])
    level = RadioField("Where do they stand?", [InputRequired("Choose a level.")])

    def __init__(self, *, levels: dict[int, str], today: date, **more: Any) -> None:
        super().__init__(**more)
        self.today = today
        self.level.choices = [SelectChoice(str(n), words) for n, words in levels.items()]


class SessionForm(BaseForm):
    """When a session is, for how long, and with whom."""

    kind = SelectField("Who comes", [InputRequired("Choose who comes.")])
    day = DayField("Date", [check_plausible])
    at = ClockField("Time", [InputRequired("Enter the time.")])
    minutes = MinutesField(
        "Minutes",
        [
            InputRequired("Enter how long it lasts."),
            NumberRange(5, 480, message="A session lasts 5 to 480 minutes."),
        ],
    )

    def __init__(self, *, names: dict[str, str], **more: Any) -> None:
        super().__init__(**more)
        self.kind.choices = [SelectChoice(kind, words) for kind, words in names.items()]

    @property
    def time_of_day(self) -> time:
        """Return the time that was entered."""
        found: time = self.at.data
        return found
