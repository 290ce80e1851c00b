"""The base of every form: text is cleaned the same way everywhere, and bad text is an error at its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import ImmutableMultiDict
from wtforms import Field, StringField, TextAreaField, ValidationError

from practice.lib.text import TextRefused, clean, clean_name, keepable


class BaseForm(FlaskForm):
    """A form with CSRF protection; only the fields it declares are ever read."""

    class Meta(FlaskForm.Meta):
        def wrap_formdata(self, form: FlaskForm, formdata: Any) -> Any:
            """Read forms only: Flask-WTF would take JSON for one, and fail on JSON that is no object."""
            if request.is_json:
                return ImmutableMultiDict()
            return super().wrap_formdata(form, formdata)  # type: ignore[no-untyped-call]

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)  # type: ignore[no-untyped-call]

    def is_submitted(self) -> bool:
        """Return whether the form was sent."""
        return bool(super().is_submitted())  # type: ignore[no-untyped-call]

    def validate(self, extra_validators: Any = None) -> bool:
        """Return whether what was sent can be used; messages stand at the fields."""
        return bool(super().validate(extra_validators))  # type: ignore[no-untyped-call]

    def validate_on_submit(self, extra_validators: Any = None) -> bool:
        """Return whether the form was sent and can be used."""
        return self.is_submitted() and self.validate(extra_validators)

    def refuse(self, field: Field, message: str) -> None:
        """Put a message at a field after the form's own checks."""
        field.errors = (*field.errors, message)


class NameField(StringField):
    """One line of text: a name, a title. Trimmed; characters that reverse reading order are dropped."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)  # type: ignore[no-untyped-call]

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Clean what was typed."""
        if valuelist:
            _take(self, valuelist[0], clean_name)


class ProseField(TextAreaField):
    """Text of several lines, kept exactly but for its newlines."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)  # type: ignore[no-untyped-call]

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Clean what was typed."""
        if valuelist:
            _take(self, valuelist[0], clean)


def _take(field: Field, typed: str, how: Callable[[str], str]) -> None:
    try:
        field.data = how(typed)
    except TextRefused as refused:
        # What can be kept is shown again, so that nobody types a whole answer twice.
        field.data = how(keepable(typed))
        raise ValidationError(str(refused)) from refused
