"""WTForms inputs that hold what was typed and judge nothing: checking is each question type's own."""

from __future__ import annotations

from typing import Any

from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectMultipleField,
    StringField,
    SubmitField,
)
from wtforms.fields.choices import SelectChoice

from practice.catalogue.definition import Option


class TextInput(StringField):
    """A line or a box of text; an input missing from a posted form is empty, not the old value."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Keep exactly what was posted."""
        self.data = valuelist[0] if valuelist else ""


class ChoiceInput(RadioField):
    """Radio buttons; none chosen is no answer, whatever was stored before."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Keep exactly what was posted."""
        self.data = valuelist[0] if valuelist else None


class CountInput(HiddenField):
    """How many lines of a table are on the page; anything unreadable counts as none."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Keep a small whole number."""
        text = str(valuelist[0]) if valuelist else ""
        self.data = int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else 0


class LineButton(HiddenField):
    """Buttons that each name a line of a table; anything else than a line is no press."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Keep the number of the line, or None."""
        text = str(valuelist[0]) if valuelist else ""
        is_line = text.isascii() and text.isdigit() and len(text) <= 3
        self.data = int(text) if is_line else None


def choice_input(options: tuple[Option, ...]) -> Any:
    """Radio buttons over ``options``."""
    return _later(ChoiceInput, choices=_choices(options), validate_choice=False)


def many_input(options: tuple[Option, ...]) -> Any:
    """Checkboxes over ``options``."""
    return _later(SelectMultipleField, choices=_choices(options), validate_choice=False)


def text_input() -> Any:
    """A text input of any size."""
    return _later(TextInput)


def tick_input() -> Any:
    """One checkbox."""
    return _later(BooleanField)


def count_input() -> Any:
    """The hidden number of lines shown."""
    return _later(CountInput)


def button_input() -> Any:
    """A second submit button, such as "Add another"."""
    return _later(SubmitField)


def line_button() -> Any:
    """Buttons such as "Take this line out"."""
    return _later(LineButton)


def _later(kind: Any, **settings: Any) -> Any:
    """Name an input without making it: WTForms makes it when the form is made."""
    return kind(**settings)


def _choices(options: tuple[Option, ...]) -> list[SelectChoice]:
    return [SelectChoice(option.value, option.label) for option in options]
