"""An installation to measure: a migrated database with the practice's people, and one view that does nothing."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.app import create_app
from practice.caseload import queries as caseload
from practice.cli.commands import bring_up_to_date
from practice.cli.demo import prepare
from practice.extensions import db
from practice.settings import MasterKeys, Settings
from practice.web.routes import Routes
from tests.factories import databases
from tests.factories.house import House, build_house, fresh_app

EMPTY = "/bench/empty"
# Whom the bench asks pages as, by their sign-in names in the demo.
DEMO_PEOPLE = {
    "clinician": "imani@riverside.example",
    "partner": "amara",
    "administrator": "pat@riverside.example",
    "officer": "noor@riverside.example",
}

routes = Routes("bench", __name__)


@routes.get(EMPTY, needs=Permission.SIGNED_IN)
def empty(actor: Actor) -> str:
    """The least a signed-in page can do: through session and gate, and nothing in it."""
    return ""


@contextmanager
def installation(kind: str) -> Iterator[House]:
    """Yield a house on a database of its own, ``sqlite`` (a file on this disk) or ``postgres``; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="practice-bench-") as name, _address(kind) as url:
        app = fresh_app(Path(name), url)
        app.register_blueprint(routes.blueprint)
        bring_up_to_date(app)
        try:
            yield build_house(app)
        finally:
            _let_go(app)
            shutil.rmtree(name, ignore_errors=True)


@contextmanager
def demo() -> Iterator[House]:
    """Yield the demo as a house: three couples with half a year of work behind them, and a report of every kind."""
    with tempfile.TemporaryDirectory(prefix="practice-bench-") as name:
        settings = Settings(
            Path(name), f"sqlite:///{name}/practice.db", MasterKeys.fresh(), demo=True, testing=True
        )
        app = create_app(settings)
        app.register_blueprint(routes.blueprint)
        with contextlib.redirect_stdout(io.StringIO()):
            prepare(app)
        yield _as_house(app)
        _let_go(app)


def _as_house(app: Flask) -> House:
    house = House(app)
    with house.reading():
        users = {who: accounts.by_sign_in_name(name) for who, name in DEMO_PEOPLE.items()}
        house.people = {who: user.id for who, user in users.items() if user is not None}
        couple = caseload.own_case(house.actor("partner")).id
        house.couples = {"amara-daniel": couple}
    return house


def _let_go(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@contextmanager
def _address(kind: str) -> Iterator[str | None]:
    if kind == "sqlite":
        yield None
        return
    with databases.postgres_database() as url:
        yield url
