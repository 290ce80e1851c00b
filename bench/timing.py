"""Taking times: several works in turn, so that a busy moment of the machine strikes all alike."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Engine, event

Work = Callable[[], object]
Times = dict[str, list[float]]


def interleaved(
    works: Mapping[str, Work], *, rounds: int, repeats: int = 1, warm_up: int = 3
) -> Times:
    """Return the seconds each work took: ``rounds`` times in turn, and in each turn ``repeats`` times in a row.

    In turn, so that a busy stretch of the machine strikes all alike; in a row, so that a short work after a long one does not start
    on cold caches.
    """
    times: Times = {name: [] for name in works}
    for work in works.values():
        for _ in range(warm_up):
            work()
    with old_garbage_left():
        for _ in range(rounds):
            for name, work in works.items():
                times[name] += [_seconds(work) for _ in range(repeats)]
    return times


def _seconds(work: Work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ask_for_precedence() -> bool:
    """Ask the machine to let this process go first, since its neighbours disturb a long work more than a short one."""
    try:
        os.nice(-15)
    except PermissionError:
        return False
    return True


@contextmanager
def old_garbage_left() -> Iterator[None]:
    """Inside the block what is there already is not looked through for garbage: a bench holds far more than a worker."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def least(times: Times, name: str) -> float:
    """Return the shortest time of one work: whatever else the machine does can only add, and adds more to a long work."""
    return min(times[name])


def ratio(times: Times, name: str, control: str) -> float:
    """Return one work's shortest time to the control's."""
    return least(times, name) / least(times, control)


@contextmanager
def counted_queries() -> Iterator[list[str]]:
    """Yield a list that grows by one statement whenever one reaches a database (BEGIN and PRAGMA apart)."""
    sent: list[str] = []

    def note(conn: object, cursor: object, sql: str, *rest: object) -> None:
        if not sql.startswith(("BEGIN", "PRAGMA")):
            sent.append(sql)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)
