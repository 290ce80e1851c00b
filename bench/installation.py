"""An installation to measure: a migrated database with the practice's people, and one view that does nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.cli.commands import bring_up_to_date
from practice.extensions import db
from practice.web.routes import Routes
from tests.factories import databases
from tests.factories.house import House, build_house, fresh_app

EMPTY = "/bench/empty"

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
            with app.app_context():
                db.session.remove()
                db.engine.dispose()
            shutil.rmtree(name, ignore_errors=True)


@contextmanager
def _address(kind: str) -> Iterator[str | None]:
    if kind == "sqlite":
        yield None
        return
    with databases.postgres_database() as url:
        yield url
