"""Taking times: several works in turn, so that a busy moment of the machine strikes all alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Engine, event

Work = Callable[[], object]
Times = dict[str, list[float]]


def interleaved(
    works: Mapping[str, Work], *, rounds: int, repeats: int = 1, warm_up: int = 3
) -> Times:
    """Return each work's seconds, round by round; in a round each is done ``repeats`` times and the fastest counts.

    Several in a row, so that a short work after a long one does not start on cold caches; the fastest, since whatever else
    the machine does can only add, and adds more often to a long work than to a short one.
    """
    for work in works.values():
        for _ in range(warm_up):
            work()
    with old_garbage_left():
        rounds_of = [
            {name: _fastest(work, repeats) for name, work in works.items()} for _ in range(rounds)
        ]
    return {name: [one[name] for one in rounds_of] for name in works}


def _fastest(work: Work, repeats: int) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


@contextmanager
def old_garbage_left() -> Iterator[None]:
    """Inside the block what is there already is not looked through for garbage: a bench holds far more than a worker."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def median(times: Times, name: str) -> float:
    """Return the median seconds of one work."""
    return statistics.median(times[name])


def ratio(times: Times, name: str, control: str) -> float:
    """Return the median over the rounds of one work's time to the control's: what slows a round slows both."""
    return statistics.median(
        mine / theirs for mine, theirs in zip(times[name], times[control], strict=True)
    )


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
