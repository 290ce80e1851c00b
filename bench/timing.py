"""Taking times: several works in turn, so that a busy moment of the machine strikes all alike."""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Engine, event

Work = Callable[[], object]
Clock = Callable[[], float]
Times = dict[str, list[float]]
# What the processor gave to this process, whoever else it served meanwhile.
OWN_TIME = time.process_time


def interleaved(
    works: Mapping[str, Work], *, rounds: int, warm_up: int = 3, clock: Clock = time.perf_counter
) -> Times:
    """Return the seconds each work took, round by round.

    In a round every work has its turn, one after the other, and each is done as often in a row as it takes to last as long as the
    longest: a busy stretch of the machine then strikes all alike, and a short work is not flattered by the gaps between stretches.
    Work that waits for nothing (no disk, no other process) is best measured by :data:`OWN_TIME`, which leaves neighbours out.
    """
    once = {
        name: min(_seconds(work, 1, clock) for _ in range(warm_up)) for name, work in works.items()
    }
    often = {name: max(1, round(max(once.values()) / one)) for name, one in once.items()}
    with old_garbage_left():
        turns = [
            {name: _seconds(work, often[name], clock) for name, work in works.items()}
            for _ in range(rounds)
        ]
    return {name: [turn[name] for turn in turns] for name in works}


def _seconds(work: Work, often: int, clock: Clock) -> float:
    start = clock()
    for _ in range(often):
        work()
    return (clock() - start) / often


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


def median(times: Times, name: str) -> float:
    """Return the median seconds of one work."""
    return statistics.median(times[name])


def ratio(times: Times, name: str, *controls: str) -> float:
    """Return the median over the rounds of one work's time to its controls' together: what slows a round slows both."""
    return statistics.median(
        mine / sum(theirs)
        for mine, *theirs in zip(times[name], *(times[c] for c in controls), strict=True)
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
