"""The form for one score: what it counts, how, what gaps it forgives, and the words for its values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wtforms import HiddenField, RadioField, SelectField, SelectMultipleField

from practice.own_forms.forms.parts import (
    LABEL,
    Json,
    Refused,
    choices_of,
    number_in,
    text_in,
    whole_in,
    written_number,
)
from practice.web.forms import BaseForm, NameField, ProseField

KINDS = (
    ("sum", "Add the points"),
    ("mean", "Take the mean of the points"),
    ("count", "Count the questions with enough points"),
)
DIRECTIONS = (
    ("neutral", "Neither"),
    ("higher_better", "Higher is better"),
    ("lower_better", "Lower is better"),
)
_BAND = re.compile(r"^(-?[\d.,]+)\s*(?:-|–|to)\s*(-?[\d.,]+)\s*[:=]\s*(\S.*)$")


@dataclass(frozen=True)
class Countable:
    """One question, or one line of a question, that has points."""

    name: str
    words: str
    points: str

    @property
    def item(self) -> Json:
        """The same as an item of a score."""
        field, _, row = self.name.partition(".")
        return {"field": field, "row": row} if row else {"field": field}


class ScoreForm(BaseForm):
    """One score. What was typed stays when something cannot be used, with the message at its input."""

    revision = HiddenField()
    label = NameField("Name of the score", description="For example: Closeness this week")
    kind = RadioField("How it is worked out", choices=choices_of(KINDS), validate_choice=False)
    counted = SelectMultipleField("What it counts", validate_choice=False)
    turned = SelectMultipleField("Reversed", validate_choice=False)
    at_least = NameField(
        "Points that are enough",
        description="Only for counting: from how many points on a question counts.",
    )
    may_miss = NameField(
        "Answers that may be missing",
        description="With none, one skipped question means no score. With more, the answered ones stand for the others. "
        "A skipped answer is never a zero and never the middle.",
    )
    part_of = SelectField("It is a subscale of", validate_choice=False)
    direction = RadioField(
        "Which way is better", choices=choices_of(DIRECTIONS), validate_choice=False
    )
    bands = ProseField(
        "Words for its values",
        description="One range on each line, both ends included: 0 to 4: low. They are your own words, no cut-off.",
    )

    countable: Sequence[Countable] = ()

    def offer(self, countable: Sequence[Countable], others: Sequence[Json]) -> None:
        """Set what can be counted, and the scores that this one can be a part of."""
        self.countable = countable
        choices = choices_of((one.name, one.words) for one in countable)
        self.counted.choices, self.turned.choices = choices, choices
        wholes = [(one["key"], one["label"]) for one in others if not one.get("part_of")]
        self.part_of.choices = choices_of([("", "No other score"), *wholes])

    def taken(self, key: str, others: Sequence[Json]) -> Json | None:
        """Return the score that was typed; None when a message stands at an input."""
        score: Json = {"key": key}
        fine = True
        for read in (self._named, self._items, self._gaps, self._part, self._bands):
            try:
                score |= read(others)
            except Refused as refused:
                self.refuse(self[refused.at], refused.message)
                fine = False
        return {name: value for name, value in score.items() if value is not None} if fine else None

    def _named(self, _others: Sequence[Json]) -> Json:
        if self.kind.data not in dict(KINDS):
            raise Refused("kind", "Choose how the score is worked out.")
        direction = self.direction.data if self.direction.data in dict(DIRECTIONS) else None
        return {
            "label": text_in(self.data, "label", LABEL, needed="Give the score a name."),
            "kind": self.kind.data,
            "direction": None if direction == "neutral" else direction,
        }

    def _items(self, _others: Sequence[Json]) -> Json:
        counted, turned = set(self.counted.data or ()), set(self.turned.data or ())
        items = [
            one.item | ({"reverse": True} if one.name in turned else {})
            for one in self.countable
            if one.name in counted
        ]
        if not items:
            raise Refused("counted", "Tick at least one question that this score counts.")
        return {"items": items}

    def _gaps(self, _others: Sequence[Json]) -> Json:
        counted = len(self.counted.data or ())
        most = whole_in(self.data, "may_miss", 0, max(counted - 1, 0))
        enough = number_in(self.data, "at_least") if self.kind.data == "count" else None
        return {"may_miss": most or None, "at_least": None if enough == 1 else enough}

    def _part(self, others: Sequence[Json]) -> Json:
        if not self.part_of.data:
            return {"part_of": None}
        whole = next((one for one in others if one["key"] == self.part_of.data), None)
        if whole is None:
            raise Refused("part_of", "Choose from the scores shown here.")
        names = {_name(item) for item in whole["items"]}
        counted = set(self.counted.data or ())
        missing = [f"“{one.words}”" for one in self.countable if one.name in counted - names]
        if missing:
            raise Refused(
                "part_of",
                f"“{whole['label']}” does not count: {', '.join(missing)}. Tick it there first.",
            )
        return {"part_of": whole["key"]}

    def _bands(self, _others: Sequence[Json]) -> Json:
        lines = [line.strip() for line in (self.bands.data or "").splitlines() if line.strip()]
        bands = []
        for line in lines:
            found = _BAND.match(line)
            if found is None:
                raise Refused("bands", f"“{line[:60]}” is not understood. Write: 0 to 4: low")
            ends = {"from": found[1], "to": found[2]}
            try:
                numbers = {name: number_in(ends, name) for name in ends}
            except Refused as refused:
                raise Refused("bands", f"“{line[:60]}”: {refused.message}") from refused
            bands.append({**numbers, "label": found[3][:LABEL]})
        return {"bands": bands or None}


def score_data(score: Json) -> Json:
    """Return what the inputs hold for a score as it stands."""
    items = score.get("items", ())
    return {
        "label": score.get("label", ""),
        "kind": score.get("kind", "sum"),
        "counted": [_name(item) for item in items],
        "turned": [_name(item) for item in items if item.get("reverse")],
        "at_least": written_number(score.get("at_least")),
        "may_miss": written_number(score.get("may_miss")),
        "part_of": score.get("part_of", ""),
        "direction": score.get("direction", "neutral"),
        "bands": "\n".join(
            f"{b['from']:g} to {b['to']:g}: {b['label']}" for b in score.get("bands", ())
        ),
    }


def _name(item: Any) -> str:
    return f"{item['field']}.{item['row']}" if item.get("row") else str(item["field"])
