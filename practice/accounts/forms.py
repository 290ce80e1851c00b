"""Forms at the door."""

from __future__ import annotations

from wtforms import PasswordField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from practice.access.actor import Role
from practice.web.forms import BaseForm, NameField

STAFF_CHOICES = [
    SelectChoice(r.value, r.value.capitalize())
    for r in (Role.CLINICIAN, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER)
]


class SignInForm(BaseForm):
    """Sign-in name and password."""

    name = NameField("Sign-in name", [DataRequired("Enter your sign-in name."), Length(max=254)])
    password = PasswordField("Password", [InputRequired("Enter your password.")])


class CodeForm(BaseForm):
    """The six digits of a second factor."""

    code = StringField(
        "Code", [InputRequired("Enter the six digits your app shows."), Length(max=20)]
    )


class SignInAgainForm(SignInForm):
    """Signing in again on a page whose session has ended; the code where the person has a second factor."""

    code = StringField("Code from your app", [Length(max=20)])


class ProveForm(BaseForm):
    """Proving oneself again before something private or hard to undo."""

    password = PasswordField("Password", [InputRequired("Enter your password.")])
    code = StringField("Code from your app", [Length(max=20)])


class AcceptForm(BaseForm):
    """Accepting an invitation."""

    code = StringField(
        "Your code",
        [InputRequired("Enter the code you were given in person or by phone."), Length(max=40)],
    )
    name = NameField(
        "Choose a sign-in name",
        [
            DataRequired("Choose a name to sign in with."),
            Length(min=3, max=254, message="Use 3 to 254 characters."),
        ],
    )
    password = PasswordField("Choose a password", [InputRequired("Choose a password.")])


class StaffInvitationForm(BaseForm):
    """Inviting a colleague."""

    name = NameField("Name", [DataRequired("Enter the person's name."), Length(max=200)])
    role = SelectField("Role", choices=STAFF_CHOICES)
