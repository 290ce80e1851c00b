"""Forms around answers: signing a form of both, the clinician's review, rating readiness."""

from __future__ import annotations

from datetime import date

from wtforms import BooleanField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from practice.web.date_fields import DayField, check_not_in_future
from practice.web.forms import BaseForm, NameField, ProseField

COMMENT_LIMIT = 4000
_TENTHS = [SelectChoice("", "Not rated"), *(SelectChoice(str(n), str(n)) for n in range(11))]


class SignForm(BaseForm):
    """One's own name under one wording."""

    signed_name = NameField(
        "Your full name",
        validators=[
            InputRequired("Type your name to sign."),
            Length(max=200, message="Keep the name to 200 characters."),
        ],
    )


class ReviewForm(BaseForm):
    """The clinician's own side of a submission."""

    comment = ProseField(
        "Comment to the author",
        validators=[
            Length(max=COMMENT_LIMIT, message=f"Keep the comment to {COMMENT_LIMIT:,} characters.")
        ],
    )
    quality = SelectField("How much went into it", choices=_TENTHS, default="")
    agenda = BooleanField("Bring this up in session")

    @property
    def rating(self) -> int | None:
        """The quality from 0 to 10, or None."""
        return int(self.quality.data) if self.quality.data else None


class SetAsideForm(BaseForm):
    """Why a submission may not be its author's own answer."""

    reason = ProseField(
        "Why it may not be their own answer",
        validators=[
            InputRequired("Write why, in a few words."),
            Length(max=1000, message="Keep this to 1,000 characters."),
        ],
    )


class PaperForm(BaseForm):
    """What is asked besides the answers when they are entered from paper; ``today`` is set by the view."""

    today: date
    paper_on = DayField("Date on the paper", validators=[check_not_in_future])
