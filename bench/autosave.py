"""F4: saving one field while it is written, against the signed-in empty view and one durable commit."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from sqlalchemy import update

from bench.figures import Figure, Findings, ms
from bench.installation import EMPTY, installation
from bench.timing import interleaved, median, ratio
from practice.accounts.models import Installation
from practice.db import transaction
from practice.extensions import db
from tests.factories.homework import clear, definition, form_data, give
from tests.factories.house import House, Visitor

EXERCISE, FIELD = "cc-after-argument", "my_side"
_JSON = {"Accept": "application/json"}
WHO = "amara"


def measure() -> Findings:
    """Measure on SQLite, where the commit is this machine's own disk."""
    with installation("sqlite") as house:
        return Findings([_figure(house)])


def _figure(house: House) -> Figure:
    visitor = house.visitor(WHO)
    times = interleaved(
        {
            "empty": lambda: visitor.get(EMPTY),
            "commit": _commit(house),
            "autosave": _autosave(house, visitor),
        },
        rounds=15,
    )
    return Figure(
        "F4",
        "Autosave of one field, against the empty view and one durable commit",
        ratio(times, "autosave", "empty", "commit"),
        2,
        f"autosave {ms(median(times, 'autosave'))}, empty view {ms(median(times, 'empty'))}, "
        f"commit {ms(median(times, 'commit'))}",
    )


def _commit(house: House) -> Callable[[], None]:
    """One row changed and committed, through the same engine."""
    hours = count()

    def commit() -> None:
        with house.app.app_context(), transaction.may_write(), db.engine.begin() as connection:
            connection.execute(update(Installation).values(hours=str(next(hours))))

    return commit


def _autosave(house: House, visitor: Visitor) -> Callable[[], None]:
    """What the page's script sends: the form as it stands, with one text in it that grows."""
    clear(house)
    given, found = give(house, EXERCISE, "a"), definition(house, EXERCISE)
    address = f"/homework/{given.a}/part/1/autosave"
    token, revision = visitor.csrf, count()

    def save() -> None:
        number = next(revision)
        typed = form_data(found, {FIELD: f"Some words, and {number} more."})
        answer = visitor.client.post(
            address, data={**typed, "csrf_token": token, "revision": number}, headers=_JSON
        )
        assert answer.status_code == 200, answer.text

    return save
