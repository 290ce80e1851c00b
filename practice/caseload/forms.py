"""Forms on a case: opening it, its agreement, the couple's status, and how a person may be reached."""

from __future__ import annotations

from typing import Any

from wtforms import HiddenField, RadioField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, DataRequired, InputRequired, Length, Optional, ValidationError

from practice.caseload import rules
from practice.caseload.models import Status
from practice.caseload.presenters.status import STATUS_WORDS
from practice.web.forms import BaseForm, NameField, ProseField

WAYS = {
    "portal": "In the portal only",
    "email": "E-mail",
    "text": "Text message",
    "call": "Phone call",
    "post": "Post",
}
MESSAGES = {"yes": "Yes", "no": "No", "name_only": "Yes, but only the agreed caller name"}
SHARED_DEVICE = {"yes": "Yes", "no": "No", "not_sure": "Not sure"}
OWN_BILLS = {"yes": "Yes, please talk with me about it", "no": "No", "not_sure": "Not sure"}
# What ends by an act of its own (reading, deciding, confirming) is not ticked off unread.
CAN_BE_TICKED_OFF = frozenset(
    {"agreements", "overdue", "no_baseline", "dip", "deterioration", "diverging"}
)
_TOO_LONG = "Use at most {n:,} characters. What you typed is still here."


def _name(whose: str) -> NameField:
    return NameField(
        "Name",
        [
            DataRequired(f"Enter the name of the {whose} person."),
            Length(max=200, message=_TOO_LONG.format(n=200)),
        ],
    )


def _pronouns() -> NameField:
    return NameField("Pronouns", [Length(max=60, message=_TOO_LONG.format(n=60))])


def _policy() -> RadioField:
    return RadioField(
        "Confidentiality between the two",
        [InputRequired("Choose how confidences between the two are kept.")],
        choices=[SelectChoice(i, rules.policy_text(i)["title"]) for i in rules.POLICY_IDS],
    )


def _either(label: str, words: dict[str, str]) -> SelectField:
    choices = [SelectChoice("", "Not said"), *(SelectChoice(k, w) for k, w in words.items())]
    return SelectField(label, choices=choices, default="")


class OpenCaseForm(BaseForm):
    """Two people and the agreement proposed to them."""

    name_a, pronouns_a = _name("first"), _pronouns()
    name_b, pronouns_b = _name("second"), _pronouns()
    policy = _policy()


class PolicyForm(BaseForm):
    """Proposing another agreement."""

    policy = _policy()


class StatusForm(BaseForm):
    """Deciding the couple's status; the reason is always asked."""

    status = RadioField(
        "Status",
        [InputRequired("Choose a status.")],
        choices=[SelectChoice(s.value, STATUS_WORDS[s.value]) for s in Status],
    )
    rationale = ProseField(
        "Why",
        [
            DataRequired("Write why. The reason is kept with the decision."),
            Length(max=4000, message=_TOO_LONG.format(n=4000)),
        ],
    )


class SafeContactForm(BaseForm):
    """How one person may be reached safely."""

    ways = SelectMultipleField(
        "Ways that are safe",
        choices=[SelectChoice(key, words) for key, words in WAYS.items()],
    )
    details = ProseField(
        "Addresses and numbers",
        [Optional(), Length(max=2000, message=_TOO_LONG.format(n=2000))],
    )
    hours = NameField("Hours", [Length(max=200, message=_TOO_LONG.format(n=200))])
    caller = NameField("Name the caller gives", [Length(max=200, message=_TOO_LONG.format(n=200))])
    message_ok = _either("A message may be left if nobody picks up", MESSAGES)
    shared_device = _either("Someone else can open the phone, mail or computer", SHARED_DEVICE)
    bill_address = _either("Bills and letters go to an address of one's own", OWN_BILLS)
    note = ProseField(
        "Anything else", [Optional(), Length(max=2000, message=_TOO_LONG.format(n=2000))]
    )

    def validate_ways(self, field: Any) -> None:
        """One way at least: the portal is always one."""
        if not field.data:
            raise ValidationError("Choose at least one way. The portal alone is a good choice.")

    def as_ways(self) -> dict[str, Any]:
        """Return what is kept of the form."""
        return {
            "ways": list(self.ways.data or []),
            "details": self.details.data or "",
            "hours": self.hours.data or "",
            "caller": self.caller.data or "",
            "message_ok": self.message_ok.data or "",
            "shared_device": self.shared_device.data or "",
            "bill_address": self.bill_address.data or "",
            "note": self.note.data or "",
        }


class TickForm(BaseForm):
    """Ticking off one kind of attention."""

    kind = HiddenField(validators=[AnyOf(CAN_BE_TICKED_OFF)])
