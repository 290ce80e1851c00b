"""The base of every form: text is cleaned the same way everywhere, and bad text is an error at its field."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField, ValidationError

from practice.lib.text import TextRefused, clean, clean_name


class BaseForm(FlaskForm):  # type: ignore[misc]
    """A form with CSRF protection; only the fields it declares are ever read."""


class NameField(StringField):
    """One line of text: a name, a title. Trimmed; characters that reverse reading order are dropped."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Clean what was typed."""
        if valuelist:
            self.data = _cleaned(valuelist[0], clean_name)


class ProseField(TextAreaField):
    """Text of several lines, kept exactly but for its newlines."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Clean what was typed."""
        if valuelist:
            self.data = _cleaned(valuelist[0], clean)


def _cleaned(typed: str, how: Any) -> str:
    try:
        return str(how(typed))
    except TextRefused as refused:
        raise ValidationError(str(refused)) from refused
