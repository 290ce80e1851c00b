"""A field for a small whole number, which refuses anything else in the house's own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wtforms import IntegerField, ValidationError

_FIGURES = 3


class CountField(IntegerField):
    """A whole number of at most three figures; blank is None."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)  # type: ignore[no-untyped-call]

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was typed."""
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data: int | None = None
        if not typed:
            return
        if len(typed) > _FIGURES or not (typed.isascii() and typed.isdecimal()):
            raise ValidationError("Enter a whole number, such as 2.")
        self.data = int(typed)


def between(least: int, most: int, *, needed: bool = False) -> Callable[[Any, Any], None]:
    """Return a validator: a number lies between two others, these included; blank passes unless it is ``needed``."""

    def check(form: Any, field: Any) -> None:
        if field.errors or (field.data is None and not needed):
            return
        if field.data is None or not least <= field.data <= most:
            raise ValidationError(f"Enter a whole number from {least} to {most}.")

    return check
