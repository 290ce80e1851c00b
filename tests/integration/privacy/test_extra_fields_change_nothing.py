"""Z8: whose a row is, when it was written and by whom never comes from the body of a request, on any route."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from practice.db import scope
from practice.db.base import InContainer
from practice.extensions import Root, db
from practice.lib import clock
from tests.integration.privacy.addressed import address
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.furnished import TODAY
from tests.integration.privacy.test_the_access_table import ENDS_SESSION, TABLE, Walker, form_of

FORGED_AT = "1999-09-09T09:09:09"
Rows = dict[tuple[str, UUID], tuple[UUID, tuple[str, ...]]]
# Who writes, and the containers in which nothing of theirs may ever come to stand or change.
WRITERS = {
    "partner B": {"amara-daniel": ("partner_a", "safety_a"), "rosa-meilin": scope.CONTAINER_KINDS},
    "treating clinician": {"rosa-meilin": scope.CONTAINER_KINDS},
}


def tables() -> Iterator[type[Any]]:
    for mapper in Root.registry.mappers:
        if issubclass(mapper.class_, InContainer):
            yield mapper.class_


def forged(found: Furnished) -> dict[str, Any]:
    """A value for every column there is: somebody else's container, somebody else's things, another time."""
    hers = scope.container_id(found.house.couples["amara-daniel"], "partner_a")
    elsewhere = str(found.house.people["rosa"])
    fields: dict[str, Any] = {"side": "a", "couple_id": str(found.house.couples["rosa-meilin"])}
    for table in tables():
        for column in table.__mapper__.columns:
            if column.key == "container_id":
                fields[column.key] = str(hers)
            elif column.key.endswith("_at"):
                fields[column.key] = FORGED_AT
            elif column.key.endswith("_by"):
                fields[column.key] = elsewhere
    return fields


def rows_of(found: Furnished) -> Rows:
    """Every row of every container as it lies in the database."""
    held: Rows = {}
    with found.house.reading(), scope.opened(everything=True):
        for table in tables():
            columns = [getattr(table, c.key) for c in table.__mapper__.columns]
            for row in db.session.execute(db.select(table.container_id, table.id, *columns)):
                held[table.__name__, row[1]] = (row[0], tuple(map(str, row[2:])))
    return held


def post_everything(found: Furnished, persona: str) -> int:
    """Send every form this persona may send, with all of that beside what belongs there; return how many were taken."""
    walker, more, taken = Walker(found, persona), forged(found), 0
    for rule, method, cells in TABLE:
        ends_something = rule in ENDS_SESSION or "remove" in rule or "discard" in rule
        if method != "POST" or cells[persona] in ("403", "404", "sign in") or ends_something:
            continue
        data = {**more, **form_of(found, rule, persona)}
        response = walker.visitor.post(address(found, rule, persona), data)
        assert response.status_code < 500, (rule, response.status_code)
        taken += response.status_code == 303
    return taken


@pytest.mark.parametrize("persona", WRITERS)
def test_nothing_stands_where_it_does_not_belong(furnished: Furnished, persona: str) -> None:
    couples = furnished.house.couples
    closed = {
        scope.container_id(couples[couple], kind)
        for couple, kinds in WRITERS[persona].items()
        for kind in kinds
    }
    with clock.set_to(TODAY):
        before = rows_of(furnished)
        assert post_everything(furnished, persona) >= 10
        after = rows_of(furnished)
    changed = {key: row for key, row in after.items() if before.get(key) != row}
    assert changed
    assert [key for key, (container, _) in changed.items() if container in closed] == []
    assert [key for key in before if key not in after and before[key][0] in closed] == []
    someone_else = str(furnished.house.people["rosa"])
    wrong = [k for k, (_, held) in changed.items() if "1999-09-09" in str(held) or someone_else in held]  # fmt: skip
    assert wrong == []
