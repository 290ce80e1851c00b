"""F13 and F15: how soon the product answers after its start, and what a thousand lines cost ``practice score``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from bench.figures import Figure, Findings, ms
from bench.timing import interleaved, median, ratio

_FIRST_ANSWER = """
from practice.cli.wsgi import make_app
assert make_app().test_client().get("/sign-in").status_code == 200
"""
# What the command `practice` does; it is not always on the path.
_PRACTICE = ("-c", "from practice.cli import main; main()")
LINES = 1000


def measure() -> Findings:
    """Measure both, in processes of their own."""
    with _set_up() as environment:
        return Findings([_first_answer(environment), _scoring(environment)])


def _first_answer(environment: dict[str, str]) -> Figure:
    times = interleaved(
        {
            "flask": _program(["-c", "import flask"], environment),
            "answer": _program(["-c", _FIRST_ANSWER], environment),
        },
        rounds=7,
        warm_up=1,
    )
    return Figure(
        "F13",
        "Start to first answer, against `import flask`",
        ratio(times, "answer", "flask"),
        8,
        f"answer {ms(median(times, 'answer'))}, import {ms(median(times, 'flask'))}",
    )


def _scoring(environment: dict[str, str]) -> Figure:
    command = [*_PRACTICE, "score"]
    times = interleaved(
        {
            "start": _program(command, environment),
            "scored": _program(command, environment, _lines()),
        },
        rounds=9,
        warm_up=1,
    )
    return Figure(
        "F15",
        f"{LINES} lines through `practice score`, against its start",
        ratio(times, "scored", "start"),
        1.5,
        f"scored {ms(median(times, 'scored'))}, start {ms(median(times, 'start'))}",
    )


def _lines() -> bytes:
    chance = Random(15)
    asked = [
        {"measure": "rdas", "answers": [chance.randint(0, 4) for _ in range(14)]}
        if number % 2
        else {"measure": "gad-7", "answers": [chance.randint(0, 3) for _ in range(7)]}
        for number in range(LINES)
    ]
    return "".join(json.dumps(one) + "\n" for one in asked).encode()


def _program(
    arguments: list[str], environment: dict[str, str], typed: bytes = b""
) -> Callable[[], object]:
    return lambda: subprocess.run(  # noqa: S603 - our own interpreter, arguments written here
        [sys.executable, *arguments], input=typed, env=environment, capture_output=True, check=True
    )


@contextmanager
def _set_up() -> Iterator[dict[str, str]]:
    """A practice of its own that was set up from the command line, as an operator would."""
    with tempfile.TemporaryDirectory(prefix="practice-bench-") as name:
        here = Path(__file__).resolve().parent.parent
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(here),
            "PRACTICE_INSTANCE": name,
        }
        answers = ["--practice-name=Bench", "--neutral-name=Bench", "--zone=UTC", "--credentials=-"]
        answers += ["--administrator=Ada", "--clinician=Ben"]
        _program([*_PRACTICE, "init", *answers], environment)()
        yield environment
