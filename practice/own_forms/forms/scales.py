"""What may be answered by a number: lines on a scale, the words at its ends, limits."""

from __future__ import annotations

from typing import Any

from practice.own_forms.forms.parts import (
    LABEL,
    POINTS_HINT,
    Around,
    Data,
    Json,
    Part,
    Refused,
    line,
    lines_in,
    number_in,
    prose,
    rows_in,
    text_in,
    tick,
    whole_in,
    written_number,
)
from practice.own_forms.rules import lines


class Ends(Part):
    """The words at the two ends of a scale."""

    title = "The two ends"

    def inputs(self, around: Around) -> dict[str, Any]:
        """Low and high."""
        return {
            "low": line("Words at the low end", "For example: not at all"),
            "high": line("Words at the high end", "For example: very much"),
        }

    def shown(self, field: Json) -> Json:
        """Both."""
        held = field.get("scale", field)
        return {"low": held.get("low", ""), "high": held.get("high", "")}

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """Both."""
        return {name: text_in(data, name, LABEL) for name in ("low", "high")}


class Rows(Part):
    """The lines that are answered one by one."""

    title = "Lines"

    def inputs(self, around: Around) -> dict[str, Any]:
        """The lines."""
        return {"rows": prose("Lines to answer", "One on each line.")}

    def shown(self, field: Json) -> Json:
        """The lines."""
        return {"rows": "\n".join(row["label"] for row in field.get("rows", ()))}

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """The lines, each with the value it had."""
        rows = rows_in(data, field)
        if not rows:
            raise Refused("rows", "Give at least one line.")
        return {"rows": rows}


class Points(Ends):
    """The scale on which every line is answered."""

    title = "Scale"

    def inputs(self, around: Around) -> dict[str, Any]:
        """The points, their ends, and what is no point."""
        return {
            "points": prose("Points of the scale", POINTS_HINT),
            "numbered": tick("Give the lines without points 0, 1, 2 and so on, from the top"),
            "extra": prose(
                "Answers beside the scale", "For example: does not apply. Never counted."
            ),
            **super().inputs(around),
        }

    def shown(self, field: Json) -> Json:
        """The points and the rest as lines."""
        scale = field.get("scale", {})
        return {
            "points": lines.written(scale.get("points", ())),
            "extra": "\n".join(o["label"] for o in scale.get("extra", ())),
            **super().shown(field),
        }

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """The scale."""
        before = field.get("scale", {})
        points = lines_in(
            data, "points", before.get("points", ()), numbered=bool(data.get("numbered"))
        )
        if len(points) < 2:
            raise Refused("points", "Give at least two points, one on each line.")
        known = frozenset(point["value"] for point in points)
        extra = lines_in(data, "extra", before.get("extra", ()), taken=known)
        ends = super().taken(data, field, around)
        scale = {"points": points, "extra": extra or None, **ends}
        return {"scale": {key: value for key, value in scale.items() if value is not None}}


class Limits(Part):
    """Between which numbers an answer lies."""

    title = "Limits"

    def __init__(self, *, whole: bool = False) -> None:
        self.whole = whole

    def inputs(self, around: Around) -> dict[str, Any]:
        """The least, the most, and the unit of a number."""
        both = {
            "min": line("Least", "A score needs both." if not self.whole else "Empty means 0."),
            "max": line("Most", "Empty means 10." if self.whole else ""),
        }
        return both if self.whole else {**both, "unit": line("Unit", "For example: hours")}

    def shown(self, field: Json) -> Json:
        """All as typed."""
        ends = {name: written_number(field.get(name)) for name in ("min", "max")}
        return {**ends, "unit": field.get("unit", "")}

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """All, in order."""
        if self.whole:
            ends = (whole_in(data, "min", 0, 20), whole_in(data, "max", 1, 20))
            _check_order(ends[0] or 0, 10 if ends[1] is None else ends[1])
            return {"min": ends[0], "max": ends[1]}
        least, most = number_in(data, "min"), number_in(data, "max")
        _check_order(least, most)
        return {"min": least, "max": most, "unit": text_in(data, "unit", LABEL)}


def _check_order(least: float | None, most: float | None) -> None:
    if least is not None and most is not None and least >= most:
        raise Refused("max", "This is not more than the least. Change one of the two.")
