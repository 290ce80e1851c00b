"""What a unit read still holds when it writes: no update is lost and the audit chain stays a line, however many write at once."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from practice.accounts import services as accounts
from practice.accounts.models import Installation, Throttle
from practice.audit import queries
from practice.audit import services as audit
from practice.db import transaction
from practice.extensions import db
from tests.factories.house import House, fresh_app

Work = Callable[[], None]
together = multiprocessing.get_context("fork")


def in_processes(house: House, count: int, work: Work) -> None:
    """Run ``work`` in several processes, each with an application of its own on the house's database."""
    instance, url = Path(house.app.instance_path), house.app.config["SQLALCHEMY_DATABASE_URI"]

    def start() -> None:
        with fresh_app(instance, url).app_context():
            work()

    processes = [together.Process(target=start) for _ in range(count)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=120)
    assert [process.exitcode for process in processes] == [0] * count


def count_up() -> None:
    """Read a number and write the next, fifty times."""
    for _ in range(50):
        with transaction.unit_of_work():
            row = db.session.scalars(select(Installation)).one()
            row.phone = str(int(row.phone or 0) + 1)


def test_no_update_is_lost(house: House) -> None:
    in_processes(house, 4, count_up)
    with house.reading():
        assert db.session.scalars(select(Installation.phone)).one() == "200"


def test_no_failed_try_is_lost(house: House) -> None:
    def fail() -> None:
        for _ in range(10):
            accounts.note_failure("name", "amara")

    in_processes(house, 4, fail)
    with house.reading():
        assert db.session.scalars(select(Throttle.failures)).one() == 40


@pytest.mark.parametrize("how", ["threads", "processes"])
def test_the_chain_stays_a_line(house: House, how: str) -> None:
    by = house.people["imani"]

    def act() -> None:
        for number in range(25):
            with transaction.unit_of_work():
                audit.record("tested", by=by, number=number)

    with house.reading():
        before = queries.count()
    if how == "processes":
        in_processes(house, 8, act)
    else:
        in_threads(house, 8, act)
    with house.reading():
        found = queries.verify()
    assert found.whole
    assert found.events == before + 8 * 25


def in_threads(house: House, count: int, work: Work) -> None:
    """Run ``work`` in several threads of the house's own application."""
    failures: list[BaseException] = []

    def start() -> None:
        try:
            with house.app.app_context():
                work()
        except BaseException as failure:  # noqa: BLE001 - handed on to the test
            failures.append(failure)

    threads = [threading.Thread(target=start) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    assert not failures


def test_a_reading_unit_does_not_wait_for_a_writing_one(house: House) -> None:
    def read() -> None:
        assert db.session.scalar(select(func.count()).select_from(Installation)) == 1
        db.session.rollback()

    with house.writing():
        db.session.scalars(select(Installation)).one().phone = "changed"
        db.session.flush()
        in_threads(house, 1, read)


def test_what_is_put_off_runs_after_the_unit_and_survives_it(house: House) -> None:
    order: list[str] = []

    def refused() -> None:
        with transaction.unit_of_work():
            db.session.scalars(select(Installation)).one()
            transaction.apart(lambda: order.append("apart"))
            order.append("in the unit")
            raise ZeroDivisionError

    with house.app.app_context(), pytest.raises(ZeroDivisionError):
        refused()
    assert order == ["in the unit", "apart"]


def test_outside_a_unit_it_runs_at_once(house: House) -> None:
    order: list[str] = []
    transaction.apart(lambda: order.append("apart"))
    assert order == ["apart"]
