"""Which question a person guesses the other's answer to."""

from __future__ import annotations

from typing import Any

from practice.own_forms.forms.parts import Around, Data, Json, Part, Refused, radio
from practice.own_forms.rules.drafting import shape_of

_GUESSED = {
    "short_text",
    "long_text",
    "single_choice",
    "multi_choice",
    "likert_matrix",
    "emotion_wheel",
    "table",
}


class Guess(Part):
    """Which question a person guesses the other's answer to."""

    title = "What is guessed"

    def inputs(self, around: Around) -> dict[str, Any]:
        """The questions that can be guessed."""
        offered = [(f["key"], f["prompt"][:100]) for f in around.others if f["type"] in _GUESSED]
        return {
            "guesses": radio(
                "The question",
                offered,
                "The guess is asked in the same way as the question itself.",
            )
        }

    def shown(self, field: Json) -> Json:
        """The question chosen."""
        return {"guesses": field.get("guesses")}

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """The question, and the shape of its answers."""
        found = next((f for f in around.others if f["key"] == data.get("guesses")), None)
        if found is None or found["type"] not in _GUESSED:
            raise Refused(
                "guesses", "Choose the question that is guessed. Make it first if it is not there."
            )
        if field.get("guesses") == found["key"]:
            return {}
        return {"guesses": found["key"], **shape_of(found)}
