"""The parts that every question has: its words, who writes and reads it, and how it is handled."""

from __future__ import annotations

from typing import Any

from practice.own_forms.forms.parts import (
    TEXT,
    Around,
    Data,
    Json,
    Part,
    Refused,
    choice_in,
    drop_down,
    line,
    prose,
    radio,
    text_in,
    tick,
)

VISIBILITY = (
    ("own", "Private"),
    ("reveal", "Private first, can be shown to both"),
    ("joint", "Shared from the start"),
    ("flag", "Private, and tells you"),
    ("clin", "Care team only"),
)
VISIBILITY_NOTES = {
    "own": "Only the person who writes it and the care team ever read it, whatever is released.",
    "reveal": "Private until you release it. Both can keep it back first, and neither sees whether the other did.",
    "joint": "Both write it on one form, and both read it.",
    "flag": "As private as Private. Certain answers bring you a private notice; neither partner sees the notice.",
    "clin": "You write it, and neither partner ever sees it.",
}
SHOW_GATES = (
    ("", "As the whole form says"),
    ("G1", "Once shared work is cleared (G1)"),
    ("G2", "Once both have also consented to sexual content (G2)"),
    ("never", "Never"),
)
WRITTEN_BY = (
    ("alone", "The person it is given to, alone"),
    ("together", "Both, on one form"),
    ("reply", "The other partner, about what was released"),
    ("clinician", "You, the clinician"),
)
_FITS = {
    "alone": {"own", "reveal", "flag"},
    "together": {"joint"},
    "reply": {"joint", "reveal"},
    "clinician": {"clin"},
}
_BY: dict[str, Json] = {
    "alone": {"by": None, "stage": None},
    "together": {"by": None, "stage": "together"},
    "reply": {"by": "partner", "stage": "together"},
    "clinician": {"by": "clinician", "stage": None},
}


class Wording(Part):
    """The question itself."""

    title = "The question"

    def inputs(self, around: Around) -> dict[str, Any]:
        """Question and hint."""
        return {
            "prompt": prose("Question", "In plain words, without blame."),
            "hint": line("Hint below the question"),
        }

    def shown(self, field: Json) -> Json:
        """Both."""
        return {"prompt": field.get("prompt", ""), "hint": field.get("hint", "")}

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """Both."""
        needed = "Write the question."
        return {
            "prompt": text_in(data, "prompt", TEXT, needed=needed),
            "hint": text_in(data, "hint", TEXT),
        }


class Readers(Part):
    """Who writes the answer, and who may ever read it."""

    title = "Who writes it, and who reads it"

    def __init__(self, *, may_tell: bool) -> None:
        self.may_tell = may_tell

    def inputs(self, around: Around) -> dict[str, Any]:
        """Both choices; only what can be compared can bring a notice."""
        offered = [one for one in VISIBILITY if one[0] != "flag" or self.may_tell]
        return {
            "written_by": radio("Who writes the answer", WRITTEN_BY),
            "visibility": radio("Who may read the answer", offered),
        }

    def shown(self, field: Json) -> Json:
        """Both; a new question is private."""
        by, together = field.get("by", "author"), field.get("stage") == "together"
        written = {"clinician": "clinician", "partner": "reply"}.get(by)
        return {
            "written_by": written or ("together" if together else "alone"),
            "visibility": field.get("visibility", "own"),
        }

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """Both, where they fit each other."""
        written, seen = data.get("written_by"), data.get("visibility")
        if written not in _FITS:
            raise Refused("written_by", "Choose who writes the answer.")
        fits = _FITS[written] if self.may_tell else _FITS[written] - {"flag"}
        if seen not in fits:
            fit = " or ".join(f"“{words}”" for one, words in VISIBILITY if one in fits)
            raise Refused("visibility", f"{dict(WRITTEN_BY)[written]}: this can be {fit}.")
        return {"visibility": seen, **_BY[written]}


class Care(Part):
    """How the question is handled."""

    title = "Care"
    fold = True

    def inputs(self, around: Around) -> dict[str, Any]:
        """Skipping, a page of its own, protection, consent, and the gate for showing."""
        return {
            "skip": tick("It may be skipped: “I’d rather not answer”"),
            "required": tick("It has to be answered before sending", "Use this rarely."),
            "sensitive": tick("It is sensitive and gets a page of its own"),
            "protected": tick(
                "You may not bring the answer up",
                "Only for private answers, under any policy. The line above the question says so.",
            ),
            "needs": tick(
                "It is sexual content", "It is asked only of a person who has consented to that."
            ),
            "show_gate": drop_down(
                "It can be shown",
                SHOW_GATES,
                "Only for what can be shown to both.",
            ),
        }

    def shown(self, field: Json) -> Json:
        """All."""
        ticks = {n: field.get(n, False) for n in ("required", "sensitive", "protected")}
        return {
            **ticks,
            "skip": field.get("skip", True),
            "needs": bool(field.get("needs")),
            "show_gate": field.get("show_gate", ""),
        }

    def taken(self, data: Data, field: Json, around: Around) -> Json:
        """All, where they fit what was chosen above."""
        seen = field.get("visibility")
        if data.get("protected") and seen not in {"own", "flag"}:
            raise Refused("protected", "Only a private answer can be kept out of the sessions.")
        if data.get("show_gate") and seen != "reveal":
            raise Refused(
                "show_gate", "This answer is never shown, so no gate can be chosen for it."
            )
        if data.get("required") and data.get("skip"):
            raise Refused(
                "required", "A question that may be skipped cannot also have to be answered."
            )
        ticks = {n: True if data.get(n) else None for n in ("required", "sensitive", "protected")}
        return {
            **ticks,
            "skip": None if data.get("skip") else False,
            "needs": "sexual_content_consent" if data.get("needs") else None,
            "show_gate": choice_in(data, "show_gate", SHOW_GATES),
        }
