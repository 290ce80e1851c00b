"""Scopes nest: each block puts back what was open before it, and narrowing never widens."""

from __future__ import annotations

from uuid import uuid4

import pytest

from practice.db import scope
from practice.db.scope import CONTAINER_KINDS, container_id

ONE, TWO, THREE = uuid4(), uuid4(), uuid4()


def covered() -> set[object]:
    """Return which of the three containers are in reach."""
    now = scope.current()
    return {c for c in (ONE, TWO, THREE) if now is not None and now.covers(c)}


@pytest.fixture(autouse=True)
def closed() -> object:
    scope.close()
    yield
    scope.close()


def test_nothing_is_open_at_first() -> None:
    assert scope.current() is None


def test_a_block_puts_back_what_was_open() -> None:
    with scope.opened([ONE]):
        with scope.opened([TWO]):
            assert covered() == {TWO}
        assert covered() == {ONE}
    assert scope.current() is None


def test_a_block_puts_back_what_was_open_when_it_fails() -> None:
    with scope.opened([ONE]):
        with pytest.raises(ZeroDivisionError), scope.opened([TWO]):
            raise ZeroDivisionError
        assert covered() == {ONE}


def test_opening_adds_to_what_is_open() -> None:
    scope.open_for([ONE])
    scope.open_for([TWO])
    assert covered() == {ONE, TWO}


def test_what_is_opened_inside_a_block_closes_with_it() -> None:
    with scope.opened([ONE]):
        scope.open_for([TWO])
        assert covered() == {ONE, TWO}
    assert covered() == set()


def test_narrowing_keeps_only_what_was_open_already() -> None:
    with scope.opened([ONE, TWO]):
        with scope.narrowed([TWO, THREE]):
            assert covered() == {TWO}
        assert covered() == {ONE, TWO}


def test_narrowing_nothing_opens_nothing() -> None:
    with scope.narrowed([ONE]):
        assert covered() == set()


def test_narrowing_everything_leaves_what_was_named() -> None:
    with scope.opened(everything=True), scope.narrowed([ONE]):
        assert covered() == {ONE}


def test_narrowing_twice_keeps_what_both_name() -> None:
    with scope.opened([ONE, TWO, THREE]), scope.narrowed([ONE, TWO]), scope.narrowed([TWO, THREE]):
        assert covered() == {TWO}


def test_each_container_of_each_couple_has_an_id_of_its_own() -> None:
    ids = {container_id(couple, kind) for couple in (ONE, TWO) for kind in CONTAINER_KINDS}
    assert len(ids) == 2 * len(CONTAINER_KINDS)


def test_there_is_no_other_container() -> None:
    with pytest.raises(ValueError, match="no such container"):
        container_id(ONE, "partner_c")
