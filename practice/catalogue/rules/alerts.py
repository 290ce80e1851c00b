"""When an answer asks for a private look by the clinician. A tick or a number, never a reading of free text."""

from __future__ import annotations

from collections.abc import Mapping

from practice.catalogue.definition import Alert, ExerciseDefinition, FieldDefinition, Visibility
from practice.catalogue.fields import Answer, is_skipped
from practice.catalogue.rules.scoring import worth_of


def raises_alert(field: FieldDefinition, answer: Answer, previous: Answer = None) -> bool:
    """True when the question's alert rule holds for ``answer`` (``previous``: the same person's last one).

    A number in the rule is compared with the number given, or with the points of the answer chosen.
    """
    rule = field.alert
    if rule is None or answer is None or is_skipped(answer):
        return False
    value = answer.get(rule.row) if rule.row else answer
    given = value if isinstance(value, list) else [value]
    if any(str(one) in rule.values for one in given):
        return True
    before = previous.get(rule.row) if rule.row and isinstance(previous, Mapping) else previous
    return _number_alerts(rule, _number(field, value), _number(field, before))


def shows_page(field: FieldDefinition, answer: Answer) -> bool:
    """True when this answer opens a page of its own next, such as the one with help lines."""
    given = answer if isinstance(answer, list) else [answer]
    return field.shows is not None and any(str(one) in field.shows.values for one in given)


def holds_release(definition: ExerciseDefinition, answers: Mapping[str, Answer]) -> bool:
    """True when a ``flag`` answer says that nothing of this entry should be shown to the other person."""
    return any(
        raises_alert(field, answers.get(field.key))
        for field in definition.fields
        if field.visibility is Visibility.FLAG
    )


def _number(field: FieldDefinition, value: object) -> float | None:
    if isinstance(value, str) and (points := worth_of(field).get(value)) is not None:
        return points
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _number_alerts(rule: Alert, value: float | None, previous: float | None) -> bool:
    if value is None:
        return False
    if rule.max is not None and value <= rule.max:
        return True
    if rule.min is not None and value >= rule.min:
        return True
    return rule.fall is not None and previous is not None and previous - value >= rule.fall
