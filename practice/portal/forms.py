"""The forms of the partner's own side."""

from __future__ import annotations

from collections.abc import Iterable

from wtforms import BooleanField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from practice.web.forms import BaseForm, NameField, ProseField


class SignForm(BaseForm):
    """Signing a text with one's typed name, for oneself alone."""

    has_read = BooleanField(
        "I have read the whole text",
        [InputRequired("Tick this once you have read the text.")],
    )
    signed_name = NameField(
        "Type your full name to sign",
        [
            InputRequired("Type your full name."),
            Length(min=2, max=200, message="Type your full name, with 2 to 200 characters."),
        ],
    )


class TalkForm(BaseForm):
    """Asking to talk before signing, with what one would like to ask."""

    words = ProseField(
        "What would you like to ask before you agree?",
        [Length(max=4000, message="Use at most 4,000 characters. What you typed is still here.")],
    )


class SharingForm(BaseForm):
    """Which measures' courses this person agrees to show to both; made by :func:`sharing_form`."""

    agreed: SelectMultipleField


def sharing_form(offered: Iterable[tuple[str, str]], agreed: Iterable[str]) -> SharingForm:
    """Return the form for what is offered, with the person's own choices ticked."""
    field = SelectMultipleField(
        "I agree that these may be shown to both of us",
        choices=[SelectChoice(value, label) for value, label in offered],
    )
    made: type[SharingForm] = type("SharingForm", (SharingForm,), {"agreed": field})
    return made(data={"agreed": list(agreed)})
