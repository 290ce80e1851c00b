"""A house to test in: an application on a fresh migrated database, with everyone who may come to its door."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from practice.access.actor import Actor, Capacity, Role
from practice.accounts import services as accounts
from practice.accounts import sessions
from practice.accounts.models import User
from practice.app import create_app
from practice.caseload import queries, services
from practice.caseload.models import Couple
from practice.db import scope, transaction
from practice.extensions import db
from practice.lib import clock, tokens
from practice.settings import MasterKeys, Settings

PASSWORD = "plum orchard bicycle lantern"
ZONE = "America/Los_Angeles"
KEYS = MasterKeys.fresh()
_CSRF = "0" * 40


def make_settings(instance: Path, url: str | None = None, **more: Any) -> Settings:
    """Return settings for a test: fixed keys, cheap password hashing."""
    database = url or f"sqlite:///{instance}/practice.db"
    return Settings(instance=instance, database_url=database, keys=KEYS, testing=True, **more)


class Visitor:
    """Someone at the door with a browser of their own."""

    def __init__(self, app: Flask, user_id: UUID | None = None) -> None:
        self._app = app
        self.client: FlaskClient = app.test_client()
        if user_id is not None:
            self._sign_in(user_id)

    def _sign_in(self, user_id: UUID) -> None:
        with self._app.app_context():
            user = db.session.get(User, user_id)
            assert user is not None
            opened = sessions.ServerSession(
                {"_user_id": str(user_id), "_fresh": True, "csrf_token": _CSRF}
            )
            opened["proved_at"] = clock.now().timestamp()
            opened.user_id = user_id
            token = tokens.new_token()
            sessions._replace(opened, token, clock.now())
            db.session.rollback()
        self.client.set_cookie("session", token)

    @property
    def csrf(self) -> str:
        """A valid form token for this visitor's session."""
        return URLSafeTimedSerializer(self._app.secret_key, salt="wtf-csrf-token").dumps(_CSRF)

    def get(self, path: str, **more: Any) -> TestResponse:
        """Ask for a page."""
        return self.client.get(path, **more)

    def post(self, path: str, data: dict[str, Any] | None = None, **more: Any) -> TestResponse:
        """Send a form, with its token."""
        return self.client.post(path, data={"csrf_token": self.csrf, **(data or {})}, **more)

    def page(self, path: str) -> str:
        """Ask for a page that must be there, and return its text."""
        response = self.get(path)
        assert response.status_code == 200, (path, response.status_code)
        return response.text


@dataclass
class House:
    """The application and who lives around it; ids only, so that nothing stays attached to a session."""

    app: Flask
    people: dict[str, UUID] = field(default_factory=dict)
    couples: dict[str, UUID] = field(default_factory=dict)

    def on(self, app: Flask) -> House:
        """Return the same people around a copy of the house."""
        return House(app, dict(self.people), dict(self.couples))

    def visitor(self, who: str | None = None) -> Visitor:
        """Return a browser in which ``who`` is signed in (or nobody)."""
        return Visitor(self.app, self.people[who] if who else None)

    def actor(self, who: str) -> Actor:
        """Return the actor ``who`` is; call inside :meth:`writing` or :meth:`reading`."""
        user = db.session.get(User, self.people[who])
        assert user is not None
        return Actor(user.id, user.role, user.zone, user.partner_id)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """An application context with one writing unit of work, committed at the end."""
        with self.app.app_context():
            scope.close()
            try:
                with transaction.unit_of_work():
                    yield
            finally:
                scope.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """An application context for reading."""
        with self.app.app_context():
            scope.close()
            try:
                yield
            finally:
                db.session.rollback()
                scope.close()

    def case(self, who: str, couple: str = "amara-daniel") -> queries.Case:
        """Load a case as ``who`` (care team by couple, partners their own)."""
        actor = self.actor(who)
        if actor.role is Role.PARTNER:
            return queries.own_case(actor)
        return queries.case(actor, self.couples[couple])

    # Building -------------------------------------------------------------------------------------------------------------

    def add_person(self, who: str, role: Role, name: str, partner_id: UUID | None = None) -> UUID:
        """Make an account; staff get a confirmed second factor."""
        user = accounts.create_user(
            by=self.people.get("administrator"),
            role=role,
            name=name,
            sign_in_name=who,
            password=PASSWORD,
            zone=ZONE,
            partner_id=partner_id,
        )
        if accounts.needs_second_factor(role):
            accounts.confirm_totp(user, secret=accounts.new_totp_secret(), by=user.id)
        self.people[who] = user.id
        return user.id

    def add_couple(
        self,
        key: str,
        clinician: str,
        a: tuple[str, str],
        b: tuple[str, str],
        policy: str = "no_secrets",
        *,
        signed: bool = True,
    ) -> Couple:
        """Open a case with both accounts made; ``signed``: both have signed consent and policy, and it is in force."""
        couple = services.open_case(by=self.actor(clinician), a=a, b=b, policy_id=policy)
        self.couples[key] = couple.id
        db.session.flush()
        case = self.case(clinician, key)
        for side, (name, _) in (("a", a), ("b", b)):
            self.add_person(name.split()[0].lower(), Role.PARTNER, name, case.partners[side].id)
        if signed:
            for name, _ in (a, b):
                who = name.split()[0].lower()
                for text in ("informed_consent", policy):
                    services.sign(self.case(who), text, signed_name=name, by=self.actor(who))
            case = self.case(clinician, key)
            services.put_policy_in_force(case, by=case.actor)
        return couple


def build_house(app: Flask) -> House:
    """Fill an empty database with the practice's people and two couples."""
    house = House(app)
    with house.writing():
        accounts.set_up_installation(
            kind="practice",
            practice_name="Riverside Practice",
            neutral_name="Riverside Office",
            zone=ZONE,
        )
        house.add_person("administrator", Role.ADMINISTRATOR, "Pat Lindgren")
        house.add_person("officer", Role.PRIVACY_OFFICER, "Noor Haddad")
        house.add_person("imani", Role.CLINICIAN, "Dr. Imani Reyes")
        house.add_person("colleague", Role.CLINICIAN, "Dr. Ben Carter")
        house.add_person("cotherapist", Role.CLINICIAN, "Lena Fischer")
        house.add_person("cover", Role.CLINICIAN, "Tom Okada")
        house.add_person("supervisor", Role.SUPERVISOR, "Dr. Ruth Adler")
        house.add_person("disabled", Role.CLINICIAN, "Former Colleague")
        accounts.disable(house.people["disabled"], by=house.actor("administrator"))
        couple = house.add_couple(
            "amara-daniel",
            "imani",
            ("Amara Okafor-Lindqvist", "she/her"),
            ("Daniel Lindqvist", "he/him"),
        )
        for who, capacity in (
            ("cotherapist", Capacity.CO_THERAPIST),
            ("cover", Capacity.COVER),
            ("supervisor", Capacity.SUPERVISOR),
        ):
            services.join_care_team(couple, house.people[who], capacity, by=house.actor("imani"))
        house.add_couple(
            "rosa-meilin",
            "colleague",
            ("Rosa Delgado", "she/her"),
            ("Mei-Lin Zhao", "she/her"),
            "limited_secrets",
        )
    return house


def fresh_app(instance: Path, url: str | None = None, **more: Any) -> Flask:
    """Return an application for a test."""
    return create_app(make_settings(instance, url, **more))
