"""The demo, made once for all tests of this folder, and everything each of its six partners can reach in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from practice.accounts import queries as accounts
from practice.caseload.models import Couple, Partner
from practice.cli.demo.cases import COUPLES
from practice.cli.demo.making import REPORTS, SIGN_INS, prepare
from practice.db import scope
from practice.extensions import db
from tests.factories.crawl import Answer, crawl
from tests.factories.house import House, Visitor, fresh_app

SIDES = {p.sign_in_name: (c.key, s) for c in COUPLES for s, p in (("a", c.a), ("b", c.b))}
CLINICIAN = "imani@riverside.example"


@dataclass
class Demo:
    """The demo's application, its people by sign-in name, and its couples by key."""

    house: House
    instance: Path
    _read: dict[str, dict[str, Answer]] = field(default_factory=dict)

    @property
    def app(self) -> Flask:
        """The application."""
        return self.house.app

    @property
    def reports(self) -> Path:
        """Where the demo wrote its reports."""
        return self.instance / REPORTS

    def partner(self, who: str) -> Visitor:
        """Return a partner at their own browser, past the note that everyone reads first."""
        visitor = self.house.visitor(who)
        visitor.post("/before-you-go-on")
        return visitor

    def reached_by(self, who: str) -> dict[str, Answer]:
        """Return everything a partner can reach, read once."""
        if who not in self._read:
            self._read[who] = crawl(self.partner(who))
        return self._read[who]


@pytest.fixture(scope="package")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Make the demo in an instance of its own, as the command does."""
    instance = tmp_path_factory.mktemp("demo")
    app = fresh_app(instance, demo=True)
    prepare(app)
    house = House(app)
    with app.app_context():
        for person in json.loads((instance / SIGN_INS).read_text()):
            user = accounts.by_sign_in_name(person["email"])
            assert user is not None
            house.people[person["email"]] = user.id
            if user.partner_id is not None:
                key, _ = SIDES[person["email"]]
                house.couples[key] = db.session.scalars(
                    select(Couple.id)
                    .join(Partner, Partner.couple_id == Couple.id)
                    .where(Partner.id == user.partner_id)
                ).one()
        db.session.rollback()
        scope.close()
    yield Demo(house, instance)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
