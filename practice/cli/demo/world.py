"""The demo while it is being made: who there is and what was given, by name."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from practice.access.actor import Actor, Role
from practice.accounts import queries as accounts
from practice.accounts import services as sign_ins
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.cli.demo.people import ZONE

CLINICIAN = "clinician"


@dataclass
class SignIn:
    """What a newcomer needs to sign in as one of the demo's people."""

    role: str
    name: str
    sign_in_name: str
    password: str
    totp_secret: str | None


@dataclass
class People:
    """The demo while it is being made: accounts, couples and what was given, by name."""

    shift: dict[str, timedelta]
    people: dict[str, UUID] = field(default_factory=dict)
    sign_ins: list[SignIn] = field(default_factory=list)
    couples: dict[str, UUID] = field(default_factory=dict)
    given: dict[tuple[str, str], UUID] = field(default_factory=dict)

    # People ---------------------------------------------------------------------------------------------------------------

    def add_person(
        self,
        who: str,
        role: Role,
        name: str,
        sign_in_name: str,
        *,
        credentials: str | None = None,
        partner_id: UUID | None = None,
        shown_as: str | None = None,
    ) -> None:
        """Make an account with a random password, and a second factor for staff."""
        password = "-".join(secrets.token_hex(3) for _ in range(4))
        user = sign_ins.create_user(
            by=self.people.get("administrator"),
            role=role,
            name=name,
            sign_in_name=sign_in_name,
            password=password,
            zone=ZONE,
            credentials=credentials,
            partner_id=partner_id,
        )
        secret = None
        if sign_ins.needs_second_factor(role):
            secret = sign_ins.new_totp_secret()
            sign_ins.confirm_totp(user, secret=secret, by=user.id)
        self.people[who] = user.id
        self.sign_ins.append(SignIn(shown_as or role.value, name, sign_in_name, password, secret))

    def actor(self, who: str) -> Actor:
        """Return the actor ``who`` is."""
        user = accounts.user(self.people[who])
        return Actor(user.id, user.role, user.zone, user.partner_id)

    def case(self, key: str) -> Case:
        """Return a couple as its clinician sees it."""
        return caseload.case(self.actor(CLINICIAN), self.couples[key])

    def own(self, key: str, side: str) -> Case:
        """Return a couple as one of its partners sees it."""
        return caseload.own_case(self.actor(f"{key}:{side}"))
