"""Forms for entering and correcting results. Item fields carry a number and a range, never an item's wording."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from wtforms import RadioField, SelectField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from practice.measures.model import Aggregation, Measure
from practice.measures.quantity import is_number, written
from practice.web.date_fields import DayField, check_not_in_future
from practice.web.forms import BaseForm, ProseField

_MOST_CHARACTERS = 12


class FigureField(StringField):
    """One number from ``low`` to ``high``; blank is None. A decimal comma is read as a point."""

    def __init__(
        self, label: str, *, low: float, high: float, whole: bool = True, **options: Any
    ) -> None:
        super().__init__(label, **options)  # type: ignore[no-untyped-call]
        self.low, self.high, self.whole = low, high, whole
        self.data: float | None = None

    @property
    def range_words(self) -> str:
        """Return the range as "0 to 5"."""
        return f"{written(self.low)} to {written(self.high)}"

    def process_data(self, value: Any) -> None:
        """Take a figure that is already known."""
        self.data = value

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed."""
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = self._figure(typed) if typed else None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else written(self.data)

    def _figure(self, typed: str) -> float:
        kind = "whole number" if self.whole else "number"
        refused = ValidationError(
            f"{self.label.text}: enter a {kind} from {self.range_words}, or leave it blank."
        )
        try:
            value = float(typed.replace(",", ".")) if len(typed) <= _MOST_CHARACTERS else None
        except ValueError:
            raise refused from None
        if not is_number(value) or not self.low <= value <= self.high:
            raise refused
        if self.whole and value != int(value):
            raise refused
        return int(value) if value == int(value) else value


class ChooseForm(BaseForm):
    """Whose result, of which measure, entered how."""

    side = RadioField("Whose result is it?", [InputRequired("Choose one of the two.")])
    measure = SelectField("Measure", [InputRequired("Choose a measure.")])
    way = RadioField(
        "How will you enter it?",
        [InputRequired("Choose a way.")],
        choices=[
            SelectChoice("items", "By item number"),
            SelectChoice("score", "Score only"),
        ],
    )

    def __init__(
        self, *, names: dict[str, str], measures: list[tuple[str, str]], **more: Any
    ) -> None:
        super().__init__(**more)
        self.side.choices = [SelectChoice(side, name) for side, name in names.items()]
        self.measure.choices = [SelectChoice(value, words) for value, words in measures]


class ResultForm(BaseForm):
    """The date and the figures of one result; :func:`result_form` adds the figures' fields."""

    taken_on = DayField("Date it was filled in", [check_not_in_future])

    def __init__(self, *, today: date, **more: Any) -> None:
        super().__init__(**more)
        self.today = today

    @property
    def item_fields(self) -> list[FigureField]:
        """Return the item fields in printed order; empty for a score-only form."""
        return [f for name, f in self._fields.items() if name.startswith("item_")]

    @property
    def total_field(self) -> FigureField | None:
        """Return the field of the total, where the measure has one."""
        return cast("FigureField | None", self._fields.get("total"))

    @property
    def subscale_fields(self) -> dict[str, FigureField]:
        """Return the fields of the subscales by their id."""
        found = {n.removeprefix("scale_"): f for n, f in self._fields.items() if "scale_" in n}
        return cast("dict[str, FigureField]", found)

    @property
    def answers(self) -> list[float | None]:
        """Return what was entered by item number."""
        return [field.data for field in self.item_fields]

    @property
    def entered_total(self) -> float | None:
        """Return the total that was entered."""
        return self.total_field.data if self.total_field else None

    @property
    def subscales(self) -> dict[str, float | None]:
        """Return the subscales that were entered."""
        return {name: field.data for name, field in self.subscale_fields.items()}

    @property
    def is_blank(self) -> bool:
        """Whether not a single figure was entered."""
        held = [*self.answers, self.entered_total, *self.subscales.values()]
        return all(figure is None for figure in held)


class CorrectionForm(ResultForm):
    """A result entered anew, with the reason; or the same reason for setting it aside."""

    why = ProseField(
        "Why is it changed?",
        [
            DataRequired("Write a few words about why."),
            Length(max=500, message="Keep this to 500 characters."),
        ],
    )


def result_form(measure: Measure, way: str, base: type[ResultForm] = ResultForm) -> type[Any]:
    """Return a form class with one field for each item, or for the total and each subscale."""
    fields = _item_fields(measure) if way == "items" else _score_fields(measure)
    return type("EntryForm", (base,), fields)


def _item_fields(measure: Measure) -> dict[str, FigureField]:
    labels = measure.item_labels or [str(n + 1) for n in range(measure.item_count)]
    return {
        f"item_{n + 1}": FigureField(
            f"Item {labels[n]}", low=low, high=high, whole=measure.answers_are_whole
        )
        for n, (low, high) in enumerate(measure.item_ranges)
    }


def _score_fields(measure: Measure) -> dict[str, FigureField]:
    whole = measure.aggregation is Aggregation.SUM and measure.answers_are_whole
    fields: dict[str, FigureField] = {}
    if measure.total_range is not None:
        low, high = measure.total_range
        fields["total"] = FigureField("Total", low=low, high=high, whole=whole)
    for scale in measure.subscales:
        words = scale.id.replace("_", " ").capitalize()
        fields[f"scale_{scale.id}"] = FigureField(
            words, low=scale.low, high=scale.high, whole=whole
        )
    return fields
