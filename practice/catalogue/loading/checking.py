"""What a definition must hold beyond its schema: names that agree with each other.

A definition made in the browser is checked the same way as a file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from practice.catalogue.definition import (
    Condition,
    ExerciseDefinition,
    FieldDefinition,
    FieldType,
    Gate,
    Stage,
    Visibility,
    WrittenBy,
)
from practice.catalogue.loading.scores import score_problems

# Names a WTForms form uses itself, and names that end an input's name after "__".
RESERVED_KEYS = frozenset(
    {
        "asked",
        "csrf_token",
        "data",
        "errors",
        "form_errors",
        "form_key",
        "go",
        "hidden_tag",
        "holds_aside",
        "is_line_added",
        "is_submitted",
        "lines_of",
        "meta",
        "on_page",
        "page_of",
        "populate_obj",
        "possible_questions",
        "process",
        "refuse",
        "revision",
        "skip_ticked",
        "take_lines_out",
        "turn",
        "validate",
        "validate_on_submit",
        "writer",
    }
)
RESERVED_ROWS = frozenset({"add", "out", "shown", "skip"})
_ALONE = frozenset({Visibility.OWN, Visibility.FLAG, Visibility.CLIN})
_CHOICES = frozenset({FieldType.SINGLE_CHOICE, FieldType.MULTI_CHOICE, FieldType.BODY_MAP})
_NEEDED = {
    FieldType.SINGLE_CHOICE: ("options",),
    FieldType.MULTI_CHOICE: ("options",),
    FieldType.BODY_MAP: ("options",),
    FieldType.EMOTION_WHEEL: ("groups",),
    FieldType.LIKERT_MATRIX: ("rows", "scale"),
    FieldType.CLINICIAN_RATING: ("rows",),
    FieldType.TABLE: ("columns",),
    FieldType.PREDICT: ("shape", "guesses"),
}


def problem_in(definition: ExerciseDefinition) -> tuple[str, str] | None:
    """Return the first place and problem, or None when the definition is sound."""
    return next(problems_in(definition), None)


def problems_in(definition: ExerciseDefinition) -> Iterator[tuple[str, str]]:
    """Yield every place and problem, question by question."""
    for key in _doubles(field.key for field in definition.fields):
        yield f"fields.{key}", "this key stands twice"
    earlier: set[str] = set()
    for field in definition.fields:
        place = f"fields.{field.key}"
        yield from ((place, problem) for problem in _field_problems(field))
        yield from ((place, problem) for problem in _link_problems(definition, field, earlier))
        earlier.add(field.key)
    yield from score_problems(definition)


def _field_problems(field: FieldDefinition) -> Iterator[str]:
    if field.key in RESERVED_KEYS:
        yield "this key is reserved for the form itself"
    for shape in {field.type, field.answer_type}:
        for name in _NEEDED.get(shape, ()):
            if not getattr(field, name):
                yield f"{field.type} needs {name}"
    yield from _list_problems(field)
    if field.min is not None and field.max is not None and field.min > field.max:
        yield "min is greater than max"
    if 0 < field.max_choices < field.min_choices:
        yield "min_choices is greater than max_choices"
    yield from _privacy_problems(field)


def _list_problems(field: FieldDefinition) -> Iterator[str]:
    scale = field.scale
    words = [group.value for group in field.groups]
    words += [word.value for group in field.groups for word in group.options]
    lists = {
        "options": [option.value for option in field.options],
        "rows": [row.value for row in field.rows],
        "columns": [column.key for column in field.columns],
        "groups": words,
        "scale": [point.value for point in (*scale.points, *scale.extra)] if scale else [],
    }
    for name, values in lists.items():
        for value in _doubles(values):
            yield f"{name}: {value} stands twice"
    for row in RESERVED_ROWS.intersection(lists["rows"]):
        yield f"rows: {row} is reserved"
    if "row" in lists["columns"]:
        yield "columns: row is reserved"
    for column in field.columns:
        if column.type is FieldType.SINGLE_CHOICE and not column.options:
            yield f"columns: {column.key} needs options"


def _privacy_problems(field: FieldDefinition) -> Iterator[str]:
    if (field.visibility is Visibility.CLIN) != (field.by is WrittenBy.CLINICIAN):
        yield "clin is what the clinician writes, and nothing else is"
    if field.visibility is Visibility.JOINT and field.stage is not Stage.TOGETHER:
        yield "joint belongs to the stage together"
    if field.visibility in _ALONE and field.stage is not Stage.ALONE:
        yield f"{field.visibility} belongs to the stage alone: on one form both would read it"
    if field.by is WrittenBy.PARTNER and field.stage is not Stage.TOGETHER:
        yield "what the other partner writes belongs to the stage together"
    if _is_shown_before_release(field):
        yield "reveal belongs to the stage alone: on one form both would read it before any release"
    if field.show_gate is not None and field.visibility is not Visibility.REVEAL:
        yield "show_gate says when a reveal field is shown; this one never is"
    if field.show_gate is Gate.G0:
        yield "showing always needs G1 at least"


def _is_shown_before_release(field: FieldDefinition) -> bool:
    together = field.stage is Stage.TOGETHER and field.by is WrittenBy.AUTHOR
    return together and field.visibility is Visibility.REVEAL


def _link_problems(
    definition: ExerciseDefinition, field: FieldDefinition, earlier: set[str]
) -> Iterator[str]:
    keys = {other.key for other in definition.fields}
    if field.guesses and field.guesses not in keys:
        yield f"guesses {field.guesses}, which is not a question here"
    if field.condition and field.condition.field not in earlier:
        yield f"its condition names {field.condition.field}, which is not asked before it"
    if field.condition and (unknown := _unknown_values(definition, field.condition)):
        yield f"its condition waits for {', '.join(unknown)}, which {field.condition.field} cannot be"
    if field.release_rows and field.release_rows.column not in {c.key for c in field.columns}:
        yield f"release_rows names {field.release_rows.column}, which is not a column"


def _unknown_values(definition: ExerciseDefinition, condition: Condition) -> list[str]:
    """The values that a choice does not offer; of other questions any value may be waited for."""
    asked = [field for field in definition.fields if field.key == condition.field]
    if not asked or asked[0].type not in _CHOICES:
        return []
    return sorted(set(condition.any_of) - {option.value for option in asked[0].options})


def _doubles(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]
