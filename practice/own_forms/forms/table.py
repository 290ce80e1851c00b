"""The lines and columns of a table: up to six columns, each with its type and, where it is a choice, its answers."""

from __future__ import annotations

from typing import Any

from practice.own_forms.forms.parts import (
    LABEL,
    Around,
    Data,
    Json,
    Part,
    Refused,
    choice_in,
    drop_down,
    line,
    number_in,
    prose,
    rows_in,
    text_in,
    whole_in,
    written_number,
)
from practice.own_forms.rules import lines
from practice.own_forms.rules.naming import values_for

MOST = 6
_TYPES = (
    ("short_text", "Words"),
    ("single_choice", "One of several answers"),
    ("partners", "Which partner"),
    ("rating_0_10", "0 to 10"),
    ("number", "A number"),
    ("date", "A date"),
)
_PARTNERS = [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]


class Lines(Part):
    """The lines of a table."""

    title = "Lines"

    def inputs(self, around: Around) -> dict[str, Any]:
        """Lines with names, or how many free ones."""
        return {
            "rows": prose(
                "Lines with a name", "One on each line. Empty means free lines, as many as needed."
            ),
            "min_rows": line("Free lines to begin with"),
            "max_rows": line("Free lines at most", "Empty means 12."),
        }

    def shown(self, field: Json) -> Json:
        """All as typed."""
        return {
            "rows": "\n".join(row["label"] for row in field.get("rows", ())),
            "min_rows": written_number(field.get("min_rows")),
            "max_rows": written_number(field.get("max_rows")),
        }

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """The lines, each with the value it had."""
        least = whole_in(data, "min_rows", 0, 30)
        most = whole_in(data, "max_rows", 1, 30)
        if (least or 0) > (most or 12):
            raise Refused(
                "max_rows", "This is less than the lines to begin with. Change one of the two."
            )
        return {"rows": rows_in(data, field) or None, "min_rows": least, "max_rows": most}


class Columns(Part):
    """What is written in each line."""

    title = "Columns"

    def inputs(self, around: Around) -> dict[str, Any]:
        """Name, type, answers and limits of each column."""
        found: dict[str, Any] = {}
        for n in range(1, MOST + 1):
            found[f"column_{n}"] = line(
                f"Column {n}", "" if n == 1 else "Empty means no such column."
            )
            found[f"column_{n}_type"] = drop_down(f"What column {n} holds", _TYPES)
            found[f"column_{n}_options"] = line(
                f"Answers of column {n}",
                "Only for one of several answers: with commas between them.",
            )
            found[f"column_{n}_min"] = line(f"Least in column {n}", "For a number.")
            found[f"column_{n}_max"] = line(f"Most in column {n}", "For a number.")
        return found

    def shown(self, field: Json) -> Json:
        """Every column as typed."""
        found: Json = {}
        for n, column in enumerate(field.get("columns", ())[:MOST], start=1):
            partners = column.get("partners", False)
            options = [] if partners else column.get("options", [])
            found[f"column_{n}"] = column["label"]
            found[f"column_{n}_type"] = "partners" if partners else column["type"]
            found[f"column_{n}_options"] = ", ".join(o["label"] for o in options)
            found[f"column_{n}_min"] = written_number(column.get("min"))
            found[f"column_{n}_max"] = written_number(column.get("max"))
        return found

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """The columns that have a name, each with the key it had."""
        numbers = [n for n in range(1, MOST + 1) if (data.get(f"column_{n}") or "").strip()]
        if not numbers:
            raise Refused("column_1", "Give at least one column.")
        labels = [text_in(data, f"column_{n}", LABEL) or "" for n in numbers]
        for n, label in zip(numbers, labels, strict=True):
            if labels.count(label) > 1:
                raise Refused(f"column_{n}", f"“{label}” stands twice. Change one of the two.")
        before = list(field.get("columns", ()))
        known = [(column["key"], column["label"]) for column in before]
        keys = [
            key if key[0].isalpha() else f"column_{key}"
            for key in values_for(labels, known, otherwise="column")
        ]
        held = {column["key"]: column for column in before}
        return {
            "columns": [
                _column(data, n, key, label, held.get(key, {}))
                for n, key, label in zip(numbers, keys, labels, strict=True)
            ]
        }


def _column(data: Data, n: int, key: str, label: str, before: Json) -> Json:
    kind = choice_in(data, f"column_{n}_type", _TYPES)
    column: Json = {"key": key, "label": label}
    if kind == "partners":
        return {**column, "type": "single_choice", "options": _PARTNERS, "partners": True}
    column["type"] = kind
    if kind == "single_choice":
        column["options"] = _options(data, n, before)
    if kind == "number":
        column |= _limits(data, n)
    return column


def _options(data: Data, n: int, before: Json) -> list[Json]:
    name = f"column_{n}_options"
    text = "\n".join((data.get(name) or "").split(","))
    try:
        options = lines.options_of(text, before.get("options", ()))
    except lines.LinesRefused as refused:
        raise Refused(name, str(refused)) from refused
    if len(options) < 2:
        raise Refused(name, "Give at least two answers, with a comma between them.")
    return options


def _limits(data: Data, n: int) -> Json:
    ends = {end: number_in(data, f"column_{n}_{end}") for end in ("min", "max")}
    if None not in ends.values() and ends["min"] > ends["max"]:  # type: ignore[operator]
        raise Refused(f"column_{n}_max", "This is less than the least. Change one of the two.")
    return {end: value for end, value in ends.items() if value is not None}
