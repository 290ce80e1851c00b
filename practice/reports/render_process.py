"""The process that sets reports: it loads fonts and style once, then forks a child for every report.

A child knows one report only, has limits on processor time and memory, writes no core file, and ends with its
report. The process reads jobs on its standard input, answers on its standard output, and leaves when its parent
does or when nothing was asked for ten minutes. Run as ``python -m practice.reports.render_process CPU MEMORY``.
"""

from __future__ import annotations

import errno
import gc
import os
import resource
import signal
import sys
from pathlib import Path
from typing import NoReturn

from practice.reports.document import printed_from_json
from practice.reports.frames import PipeClosed, TooLate, receive, send
from practice.reports.warm_up import warm_up_page, warm_up_worksheet

IDLE_SECONDS = 600.0
WALL_FACTOR = 1.5
DONE, FAILED, TOO_MUCH = b"D", b"F", b"M"
_FAILED_CODE, _MEMORY_CODE = 3, 4
_MIB = 1 << 20


def main(cpu_seconds: int, memory_mib: int) -> None:
    """Serve jobs until the parent leaves or stays silent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _warm()
    while True:
        try:
            job = receive(sys.stdin.fileno(), IDLE_SECONDS)
        except (PipeClosed, TooLate):
            return
        send(sys.stdout.fileno(), _supervised(job, cpu_seconds, memory_mib))


def _warm() -> None:
    """Load fonts, style sheets and templates by setting a page of each kind, and keep all that out of collection."""
    from practice.reports.pdf import to_pdf

    to_pdf(warm_up_page())
    to_pdf(warm_up_worksheet())
    gc.collect()
    gc.freeze()


def _supervised(job: bytes, cpu_seconds: int, memory_mib: int) -> bytes:
    """Return the child's report, or the reason why there is none; a child that overruns is killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _child(job, writing, cpu_seconds, memory_mib)
    os.close(writing)
    report = b""
    try:
        report = receive(reading, cpu_seconds * WALL_FACTOR)
    except (PipeClosed, TooLate):
        os.kill(child, signal.SIGKILL)
    finally:
        os.close(reading)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == 0:
        return DONE + report
    return TOO_MUCH if code < 0 or code == _MEMORY_CODE else FAILED


def _child(job: bytes, writing: int, cpu_seconds: int, memory_mib: int) -> NoReturn:
    """Set one report within limits and end; nothing of a fault is told but its kind."""
    code = _FAILED_CODE
    try:
        _limit(cpu_seconds, memory_mib)
        from practice.reports.pdf import to_pdf

        send(writing, to_pdf(printed_from_json(job)))
        code = 0
    except BaseException as error:  # noqa: BLE001 - the exit code says it; a message could hold what people wrote
        # Taken for memory first: where there is none left, asking for the reason may fail as well.
        code = _MEMORY_CODE
        if not _ran_out_of_memory(error):
            code = _FAILED_CODE
    finally:
        os._exit(code)


def _ran_out_of_memory(error: BaseException | None) -> bool:
    """Whether memory was the reason; a library in C that gets none may also leave without any error set."""
    while error is not None:
        if isinstance(error, (MemoryError, SystemError)):
            return True
        if getattr(error, "errno", None) == errno.ENOMEM:
            return True
        error = error.__context__
    return False


def _limit(cpu_seconds: int, memory_mib: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    baseline = _address_space()
    if baseline:
        most = baseline + memory_mib * _MIB
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _address_space() -> int:
    """Return the bytes of address space in use, 0 where the system does not say (not Linux)."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
