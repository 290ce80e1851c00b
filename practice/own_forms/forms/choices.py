"""What may be answered by choosing: answers, places in the body, feeling words, and how many of them."""

from __future__ import annotations

from typing import Any

from practice.own_forms.forms.parts import (
    POINTS_HINT,
    Around,
    Data,
    Json,
    Part,
    Refused,
    line,
    lines_in,
    prose,
    tick,
    whole_in,
    written_number,
)
from practice.own_forms.rules import lines
from practice.own_forms.rules.lines import LinesRefused

# The places of the drawing beside the question, and two that it does not show.
BODY = (
    {"value": "head", "label": "Head"},
    {"value": "jaw", "label": "Jaw"},
    {"value": "throat", "label": "Throat"},
    {"value": "chest", "label": "Chest"},
    {"value": "stomach", "label": "Stomach"},
    {"value": "back", "label": "Back"},
    {"value": "arms_hands", "label": "Arms and hands"},
    {"value": "legs", "label": "Legs"},
    {"value": "whole_body", "label": "Whole body"},
    {"value": "nowhere", "label": "Nowhere"},
)
_PARTNERS = ({"value": "a", "label": "A"}, {"value": "b", "label": "B"})


class Options(Part):
    """Answers to choose from."""

    title = "Answers"

    def __init__(
        self, fewest: int = 2, *, scored: bool = False, places: tuple[Json, ...] = ()
    ) -> None:
        self.fewest = fewest
        self.scored = scored
        self.default = places

    def inputs(self, around: Around) -> dict[str, Any]:
        """The answers as lines, how they count, and which of them decline."""
        found = {
            "options": prose("Answers", POINTS_HINT if self.scored else "One on each line."),
            "numbered": tick("Give the lines without points 0, 1, 2 and so on, from the top"),
            "declines": prose(
                "Answers that mean “rather not say”",
                "Copy the lines here. They are kept, never counted, and never shown to the other partner.",
            ),
            "partners": tick("Put both partners’ names first"),
        }
        left_out = {
            *(() if self.scored else ("numbered",)),
            *(("partners",) if self.default else ()),
        }
        return {name: made for name, made in found.items() if name not in left_out}

    def shown(self, field: Json) -> Json:
        """The lines, without the two that stand for the partners."""
        options = field.get("options", self.default)
        own = [o for o in options if not (field.get("partners") and o["value"] in {"a", "b"})]
        return {
            "options": lines.written(own),
            "declines": "\n".join(o["label"] for o in own if o.get("declines")),
            "partners": field.get("partners", False),
        }

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """The answers, each with the value it had."""
        partners = bool(data.get("partners"))
        taken = {"a", "b"} if partners else set()
        before = [o for o in field.get("options", self.default) if o["value"] not in taken]
        own = lines_in(
            data, "options", before, numbered=bool(data.get("numbered")), taken=frozenset(taken)
        )
        options = [*(_PARTNERS if partners else ()), *own]
        if len(options) < self.fewest:
            raise Refused("options", f"Give at least {self.fewest} answers, one on each line.")
        try:
            declining = lines.chosen_of(data.get("declines") or "", own)
        except LinesRefused as refused:
            raise Refused("declines", str(refused)) from refused
        marked = [{**o, "declines": True} if o["value"] in declining else o for o in options]
        return {"options": marked, "partners": partners or None}


class HowMany(Part):
    """How many answers may be ticked."""

    title = "How many"

    def inputs(self, around: Around) -> dict[str, Any]:
        """The least and the most."""
        return {
            "min_choices": line("At least", "Fewer count as not answered yet."),
            "max_choices": line("At most", "Empty means any number."),
        }

    def shown(self, field: Json) -> Json:
        """Both as typed."""
        return {name: written_number(field.get(name)) for name in ("min_choices", "max_choices")}

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """Both, in order."""
        least = whole_in(data, "min_choices", 0, lines.MOST_LINES)
        most = whole_in(data, "max_choices", 1, lines.MOST_LINES)
        if least and most and least > most:
            raise Refused("max_choices", "This is less than the least. Change one of the two.")
        return {"min_choices": least, "max_choices": most}


class Words(Part):
    """Feeling words on two levels."""

    title = "Feeling words"

    def __init__(self, default: tuple[Json, ...]) -> None:
        self.default = default

    def inputs(self, around: Around) -> dict[str, Any]:
        """The words, and how many may be chosen."""
        return {
            "groups": prose(
                "Feelings and their nuances",
                "One core feeling on each line, a colon, and its nuances: Angry: annoyed, furious",
            ),
            "max_choices": line("At most", "Empty means any number."),
        }

    def shown(self, field: Json) -> Json:
        """The words as lines."""
        return {
            "groups": lines.groups_written(field.get("groups", self.default)),
            "max_choices": written_number(field.get("max_choices")),
        }

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """The words, each with the value it had."""
        try:
            groups = lines.groups_of(data.get("groups") or "", field.get("groups", self.default))
        except LinesRefused as refused:
            raise Refused("groups", str(refused)) from refused
        if not groups:
            raise Refused("groups", "Give at least one feeling with its nuances.")
        return {
            "groups": groups,
            "max_choices": whole_in(data, "max_choices", 1, lines.MOST_LINES),
        }
