"""Fields for a calendar date and a time of day, which refuse what does not exist in the house's own words."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from wtforms import DateField, TimeField, ValidationError

EARLIEST, LATEST = date(1950, 1, 1), date(2099, 12, 31)


class DayField(DateField):
    """A calendar date, sent as year-month-day."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)  # type: ignore[no-untyped-call]

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read a date; blank is None."""
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data: date | None = None
        if not typed:
            return
        try:
            self.data = date.fromisoformat(typed[:10])
        except ValueError:
            raise ValidationError("Enter a date that exists, such as 2026-01-31.") from None

    @property
    def day(self) -> date:
        """Return the date of a valid form; raise ``LookupError`` where none was entered."""
        if self.data is None:
            raise LookupError("no date was entered")
        return self.data


class ClockField(TimeField):
    """A time of day, sent as hours and minutes."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)  # type: ignore[no-untyped-call]

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read a time; blank is None."""
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if not typed:
            return
        try:
            # The zone is the caller's to say: a time of day has none.
            self.data = datetime.strptime(typed[:5], "%H:%M").time()  # noqa: DTZ007
        except ValueError:
            raise ValidationError("Enter a time such as 14:30.") from None


def check_plausible(form: Any, field: Any) -> None:
    """Validator: a date is there, and its year is one that this practice can mean."""
    if field.errors:
        return
    if field.data is None:
        raise ValidationError("Enter the date.")
    if not EARLIEST <= field.data <= LATEST:
        raise ValidationError("Check the year of this date.")


def check_not_in_future(form: Any, field: Any) -> None:
    """Validator: a plausible date that is not later than the form's own ``today``."""
    check_plausible(form, field)
    if field.data is not None and field.data > form.today:
        raise ValidationError("This date lies in the future.")
