"""The rendering process: limits, clean errors, recovery, and no secrets passed on."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from practice.reports.document import Section, Table
from practice.reports.sandbox import Renderer, RenderFailed
from tests.unit.reports.sample_report import letter_of, sample_r4

pytestmark = pytest.mark.slow


@pytest.fixture
def renderer() -> Iterator[Renderer]:
    made = Renderer(cpu_seconds=2, memory_mib=256)
    yield made
    made.close()


def huge() -> Section:
    rows = tuple(tuple(f"cell {row} {column}" for column in range(8)) for row in range(4000))
    return Section("huge", "Huge", "A table that nobody reads.", (Table("Huge", ("A",) * 8, rows),))


def test_a_report_that_takes_too_long_is_refused_in_words_and_the_next_one_works(
    renderer: Renderer,
) -> None:
    started = time.monotonic()
    with pytest.raises(RenderFailed, match="Your text is kept"):
        renderer.render(sample_r4(sections=(huge(),)))
    assert time.monotonic() - started < 15
    assert renderer.render(letter_of("Text.")).startswith(b"%PDF")


def test_a_report_that_takes_too_much_memory_is_refused(renderer: Renderer) -> None:
    tight = Renderer(cpu_seconds=20, memory_mib=48)
    try:
        with pytest.raises(RenderFailed, match="too large"):
            tight.render(sample_r4(sections=(huge(),)))
        assert tight.render(letter_of("Text.")).startswith(b"%PDF")
    finally:
        tight.close()


def test_a_process_that_has_died_is_started_again(renderer: Renderer) -> None:
    renderer.render(letter_of("One."))
    _kill(renderer)
    assert renderer.render(letter_of("Two.")).startswith(b"%PDF")


def test_the_process_gets_no_secrets(renderer: Renderer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRACTICE_SECRET_KEY", "a-secret")
    renderer.render(letter_of("Text."))
    assert renderer._process is not None
    given = Path(f"/proc/{renderer._process.pid}/environ").read_bytes()
    assert b"SECRET" not in given


def test_the_process_ends_when_its_parent_closes(renderer: Renderer) -> None:
    renderer.render(letter_of("Text."))
    assert renderer._process is not None
    pid = renderer._process.pid
    renderer.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_forked_worker_starts_a_process_of_its_own(renderer: Renderer) -> None:
    renderer.render(letter_of("Text."))
    child = os.fork()
    if not child:
        renderer.forget()
        made = renderer.render(letter_of("Text."))
        renderer.close()
        os._exit(0 if made.startswith(b"%PDF") else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert renderer.render(letter_of("Text.")).startswith(b"%PDF")


def _kill(renderer: Renderer) -> None:
    assert renderer._process is not None
    os.kill(renderer._process.pid, signal.SIGKILL)
    renderer._process.wait()
