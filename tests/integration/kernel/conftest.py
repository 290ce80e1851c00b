"""What the tests of the kernel share: two containers of one couple with a row in each, as the other rooms would write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection

from practice.app import create_app
from practice.audit import services as audit
from practice.db import locks, scope, transaction
from practice.extensions import db
from practice.settings import MasterKeys, Settings
from practice.treatment.models import Goal
from practice.web.routes import Routes
from tests.factories.house import KEYS, House
from tests.integration.conftest import let_go


@dataclass(frozen=True)
class Rows:
    """One goal in each partner's own container."""

    a: UUID
    b: UUID
    in_a: UUID
    in_b: UUID


def goal(house: House, container: UUID, said: str = "rest") -> Goal:
    """Return a new goal for a container, not yet added."""
    return Goal(
        id=uuid4(), container_id=container, content={"text": said}, made_by=house.people["imani"]
    )


@contextmanager
def acting(house: House, *containers: UUID) -> Iterator[None]:
    """Write in these containers, with the event that a service would record."""
    with house.writing(), scope.opened(containers):
        yield
        audit.record("tested", by=house.people["imani"])
        db.session.flush()


@contextmanager
def unlocked(house: House) -> Iterator[Connection]:
    """A connection that none of our locks holds back: of someone who has the database in hands, but no key."""
    with (
        house.app.app_context(),
        locks.lifted_for_migrations(),
        transaction.may_write(),
        db.engine.begin() as connection,
    ):
        yield connection


@pytest.fixture
def rows(house: House) -> Rows:
    """A house with a goal in each partner's container."""
    couple = house.couples["amara-daniel"]
    a, b = (scope.container_id(couple, f"partner_{side}") for side in "ab")
    with acting(house, a, b):
        in_a, in_b = goal(house, a, "hers"), goal(house, b, "his")
        db.session.add_all([in_a, in_b])
    return Rows(a, b, in_a.id, in_b.id)


Another = Callable[..., Flask]


@pytest.fixture
def another(house: House) -> Iterator[Another]:
    """Make further applications on the house's database, with other settings or keys."""
    made: list[Flask] = []

    def make(keys: MasterKeys = KEYS, **more: Any) -> Flask:
        url, instance = house.app.config["SQLALCHEMY_DATABASE_URI"], Path(house.app.instance_path)
        made.append(create_app(Settings(instance, url, keys, testing=True, **more)))
        return made[-1]

    yield make
    for app in made:
        let_go(app)


@pytest.fixture
def probe(house: House) -> Routes:
    """Routes of a room that only tests have; hang views on it, then call `open_room`."""
    return Routes("probe", __name__, prefix="/probe")


def open_room(house: House, probe: Routes) -> None:
    """Add the room to the house. Nothing may have been asked of it before."""
    house.app.register_blueprint(probe.blueprint)
