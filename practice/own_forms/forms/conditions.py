"""When a question is asked at all, and which answers bring the clinician a private notice."""

from __future__ import annotations

from typing import Any

from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice

from practice.own_forms.forms.parts import (
    LABEL,
    Around,
    Data,
    Json,
    Part,
    Refused,
    line,
    number_in,
    prose,
    text_in,
    written_number,
)
from practice.own_forms.rules import lines
from practice.own_forms.rules.lines import LinesRefused


class Notice(Part):
    """Which answers bring the clinician a private notice."""

    title = "A private notice to you"
    fold = True
    looks_back = True

    def __init__(self, *, numbers: bool = False, choices: bool = False, rows: bool = False) -> None:
        self.numbers = numbers
        self.choices = choices
        self.rows = rows

    def inputs(self, around: Around) -> dict[str, Any]:
        """Numbers, a fall, answers, and the line of a matrix, as far as the type has them."""
        points = "In points, where the answers have points." if self.choices else ""
        rows = {"alert_row": line("Of this line", "Copy the line as it stands above.")}
        choices = {
            "alert_values": prose("On one of these answers", "Copy the lines as they stand above.")
        }
        numbers = {
            "alert_max": line("When the answer is this number or lower", points),
            "alert_min": line("When the answer is this number or higher", points),
            "alert_fall": line("When it fell by this much since the same person’s last answer"),
        }
        asked = ((self.rows, rows), (self.choices, choices), (self.numbers, numbers))
        return {
            name: made for is_asked, made_of in asked if is_asked for name, made in made_of.items()
        }

    def shown(self, field: Json) -> Json:
        """All as typed."""
        alert = field.get("alert", {})
        labels = {o["value"]: o["label"] for o in _choices_of(field)}
        rows = {row["value"]: row["label"] for row in field.get("rows", ())}
        numbers = {f"alert_{n}": written_number(alert.get(n)) for n in ("max", "min", "fall")}
        return {
            **numbers,
            "alert_values": "\n".join(labels.get(v, v) for v in alert.get("values", ())),
            "alert_row": rows.get(alert.get("row", ""), ""),
        }

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """The rule, or none; ``field`` holds what the parts before took."""
        alert: Json = {n: number_in(data, f"alert_{n}") for n in ("max", "min", "fall")}
        if alert["fall"] is not None and alert["fall"] <= 0:
            raise Refused("alert_fall", "Write a number above 0.")
        try:
            alert["values"] = lines.chosen_of(data.get("alert_values") or "", _choices_of(field))
        except LinesRefused as refused:
            raise Refused("alert_values", str(refused)) from refused
        alert["row"] = self._row(text_in(data, "alert_row", LABEL), field)
        kept = {name: value for name, value in alert.items() if value not in (None, [], "")}
        self._check_whole(kept, field)
        return {"alert": kept or None}

    def _check_whole(self, rule: Json, field: Json) -> None:
        if set(rule) == {"row"}:
            raise Refused("alert_row", "Say which answers of this line bring the notice.")
        if self.rows and rule and "row" not in rule:
            raise Refused("alert_row", "Say for which line.")
        if field.get("visibility") == "flag" and not rule:
            at = "alert_max" if self.numbers else "alert_values"
            raise Refused(at, "Say which answers bring you the notice, or choose Private above.")

    @staticmethod
    def _row(label: str | None, field: Json) -> str:
        if label is None:
            return ""
        found = next((r["value"] for r in field.get("rows", ()) if r["label"] == label), None)
        if found is None:
            raise Refused("alert_row", f"“{label}” is not among the lines above.")
        return str(found)


class Asked(Part):
    """When the question is asked at all."""

    title = "Ask only after certain answers"
    fold = True

    def inputs(self, around: Around) -> dict[str, Any]:
        """Every answer of every earlier choice."""
        offered = [
            (f"{field['key']}={value}", f"{field['prompt'][:80]} — {words}")
            for field in around.earlier
            for value, words in _may_be(field)
        ]
        choices = [SelectChoice(value, words) for value, words in offered]
        made: Any = SelectMultipleField
        return {
            "asked_if": made(
                "Ask when the answer was one of these",
                description="Tick answers of one earlier question. Nothing ticked: it is always asked."
                if offered
                else "Only a choice or a rating that stands before this question can be named here.",
                choices=choices,
                validate_choice=False,
            )
        }

    def shown(self, field: Json) -> Json:
        """The answers ticked."""
        condition = field.get("condition")
        if not condition:
            return {"asked_if": []}
        return {"asked_if": [f"{condition['field']}={value}" for value in condition["is"]]}

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """One condition over one question, or none."""
        pairs = [one.partition("=")[::2] for one in data.get("asked_if") or ()]
        known = {field["key"]: {value for value, _ in _may_be(field)} for field in around.earlier}
        if any(value not in known.get(key, ()) for key, value in pairs):
            raise Refused("asked_if", "Choose from the answers shown here.")
        keys = {key for key, _ in pairs}
        if len(keys) > 1:
            raise Refused("asked_if", "Tick answers of one question only.")
        if not pairs:
            return {"condition": None}
        return {"condition": {"field": keys.pop(), "is": [value for _, value in pairs]}}


def _choices_of(field: Json) -> list[Json]:
    scale = field.get("scale", {})
    return [*field.get("options", ()), *scale.get("points", ()), *scale.get("extra", ())]


def _may_be(field: Json) -> list[tuple[str, str]]:
    """The values that an earlier answer may have, with words; none where it is no choice."""
    match field["type"]:
        case "single_choice" | "multi_choice" | "body_map":
            return [(o["value"], o["label"]) for o in field["options"] if not o.get("declines")]
        case "rating_0_10":
            return [(str(n), str(n)) for n in range(11)]
        case "consent_check":
            return [("true", "agreed")]
        case _:
            return []
