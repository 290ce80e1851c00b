"""PDFs for everybody else: ``render_pdf`` sets a report in a process of its own, within limits.

A web worker, a job worker or a command each keeps one such process, started when first needed; it is small
while idle, ends after ten idle minutes and is started again. It gets no secrets: its environment holds paths only.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Lock
from typing import IO

from practice.reports.document import Printed
from practice.reports.frames import PipeClosed, TooLate, receive, send
from practice.reports.render_process import DONE, TOO_MUCH, WALL_FACTOR

CPU_SECONDS = 20
MEMORY_MIB = 512
_START_SECONDS = 30.0
_ROOT = Path(__file__).resolve().parents[2]
_PASSED_ON = ("HOME", "LANG", "LC_ALL", "PATH", "TMPDIR", "XDG_CACHE_HOME")


class RenderFailed(RuntimeError):
    """No PDF was made; the message can be shown to people."""


_MESSAGES = {
    TOO_MUCH: (
        "This report is too large to print. Your text is kept. "
        "Shorten it or leave some sections out, then try again."
    )
}
_FAILED = "The PDF could not be made. Your report is kept as it is. Try again, and tell your administrator if it happens twice."


class Renderer:
    """One rendering process and the pipes to it; safe to call from several threads, one report at a time."""

    def __init__(self, *, cpu_seconds: int = CPU_SECONDS, memory_mib: int = MEMORY_MIB) -> None:
        self._limits = (cpu_seconds, memory_mib)
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()

    def render(self, document: Printed) -> bytes:
        """Return ``document`` as PDF; RenderFailed when it takes too much time or memory, or cannot be set."""
        job = document.to_json()
        with self._lock:
            try:
                answer = self._ask(job)
            except (PipeClosed, BrokenPipeError):
                # The process had just left, idle: a new one gets the same job once.
                answer = self._ask_again(job)
            except TooLate as error:
                self._stop()
                raise RenderFailed(_FAILED) from error
        if answer[:1] != DONE:
            raise RenderFailed(_MESSAGES.get(answer[:1], _FAILED))
        return answer[1:]

    def close(self) -> None:
        """End the process; the next report starts another."""
        with self._lock:
            self._stop()

    def forget(self) -> None:
        """Let go of a process that belongs to the parent of a fork."""
        process, self._process, self._lock = self._process, None, Lock()
        if process is not None:
            for pipe in _pipes(process):
                pipe.close()
            process.returncode = 0  # not ours to wait for

    def _ask_again(self, job: bytes) -> bytes:
        self._stop()
        try:
            return self._ask(job)
        except (PipeClosed, BrokenPipeError, TooLate) as error:
            self._stop()
            raise RenderFailed(_FAILED) from error

    def _ask(self, job: bytes) -> bytes:
        stdin, stdout = _pipes(self._running())
        send(stdin.fileno(), job)
        return receive(stdout.fileno(), _START_SECONDS + self._limits[0] * WALL_FACTOR)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            self._process = self._start()
        return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        command = [sys.executable, "-m", "practice.reports.render_process", *map(str, self._limits)]
        return subprocess.Popen(  # noqa: S603 - our own module by our own interpreter, no input in the command
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment | {"PYTHONPATH": str(_ROOT)},
            cwd=_ROOT,
            bufsize=0,
        )

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in _pipes(process):
            pipe.close()


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("a rendering process is always started with pipes")
    return process.stdin, process.stdout


_RENDERER = Renderer()
os.register_at_fork(after_in_child=_RENDERER.forget)


def render_pdf(document: Printed) -> bytes:
    """Return ``document`` as PDF/UA-1, the same bytes for the same data; RenderFailed with words for people."""
    return _RENDERER.render(document)
