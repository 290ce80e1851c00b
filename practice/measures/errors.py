"""What can be wrong with a request to score something, each with a message fit to be shown."""

from __future__ import annotations


class MeasureError(ValueError):
    """A score that cannot be made as asked. The message never repeats an answer."""


class UnknownMeasure(MeasureError, LookupError):
    """No measure is held under that id."""


class AnswerError(MeasureError):
    """The answers do not fit the measure: too many, too few, or outside the printed range."""
