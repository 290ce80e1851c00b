"""SECURITY Z4, lock 2: whatever a partner's loader loads, the scope it leaves open never holds a container of the other."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from practice.access.decide import NotFound
from practice.cli import docs
from practice.db import scope
from practice.db.base import InContainer
from practice.extensions import Root, db
from practice.lib import clock
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.furnished import TODAY

Loader = Callable[..., Any]
OTHER = {"amara": "b", "daniel": "a"}
WORDS = (
    "a",
    "b",
    "csi-16",
    "gas",
    "informed_consent",
    "no_secrets",
    "one",
    "items",
    "score",
    "nothing",
)


def loaders() -> list[Loader]:
    """Every loader that any route declares."""
    found = {need.subject for _, _, _, need in docs.routes(docs.application()) if need.subject}
    return sorted(found, key=lambda f: (f.__module__, f.__qualname__))


LOADERS = loaders()


def tables() -> Iterator[type[InContainer]]:
    for mapper in Root.registry.mappers:
        if issubclass(mapper.class_, InContainer):
            yield mapper.class_


def forbidden(couple: UUID, other: str) -> frozenset[UUID]:
    return frozenset(
        scope.container_id(couple, kind) for kind in (f"partner_{other}", f"safety_{other}", "care")
    )


def arguments(loader: Loader, ids: list[UUID], words: list[str], number: int) -> list[Any]:
    """Fill a loader's parameters after the actor by their annotation, from what was drawn."""
    wanted = list(inspect.signature(loader).parameters.values())[1:]
    drawn = {"UUID": iter(ids), "str": iter(words)}
    return [
        number
        if "int" in str(p.annotation)
        else next(drawn["UUID" if "UUID" in str(p.annotation) else "str"])
        for p in wanted
    ]


@pytest.mark.parametrize("who", OTHER)
@pytest.mark.parametrize(
    "loader", LOADERS, ids=lambda f: f"{f.__module__.split('.')[1]}.{f.__name__}"
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_partners_scope_stays_on_the_own_side(
    furnished: Furnished, who: str, loader: Loader, data: st.DataObject
) -> None:
    house, things = furnished.house, furnished.things
    everything = st.sampled_from([*things.ids.values(), *house.couples.values(), uuid4()])
    ids = data.draw(st.lists(everything, min_size=3, max_size=3))
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=3))
    hidden = forbidden(house.couples["amara-daniel"], OTHER[who])
    with house.app.test_request_context(), clock.set_to(TODAY):
        scope.close()
        try:
            actor = house.actor(who)
            with suppress(NotFound):
                loader(actor, *arguments(loader, ids, words, data.draw(st.integers(0, 3))))
            now = scope.current()
            assert now is None or not now.everything
            assert now is None or not hidden & now.containers
            if now is not None:
                assert seen_of(hidden) == 0
        finally:
            db.session.rollback()
            scope.close()


def seen_of(hidden: frozenset[UUID]) -> int:
    """How many rows of the hidden containers any table gives up while the scope is as it is."""
    return sum(
        len(db.session.scalars(select(table.id).where(table.container_id.in_(hidden))).all())
        + (
            db.session.scalar(
                select(func.count()).select_from(table).where(table.container_id.in_(hidden))
            )
            or 0
        )
        for table in tables()
    )


def test_there_would_be_rows_to_see(furnished: Furnished) -> None:
    hidden = forbidden(furnished.house.couples["amara-daniel"], "b")
    with furnished.house.reading(), scope.opened(everything=True):
        assert seen_of(hidden) > 20


def test_every_partner_loader_is_walked() -> None:
    names = {f.__name__ for f in LOADERS}
    assert {"own_case", "own_round", "own_joint_round", "own_submission", "shown", "own_report",
            "own_check", "own_part", "own_agreement", "shared_course"} <= names  # fmt: skip
