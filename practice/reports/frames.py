"""Messages on a pipe: eight bytes of length, then that many bytes."""

from __future__ import annotations

import os
import select
import time

_HEAD = 8
_CHUNK = 1 << 16


class PipeClosed(EOFError):
    """The other end has gone."""


class TooLate(TimeoutError):
    """Nothing complete came before the deadline."""


def send(pipe: int, message: bytes) -> None:
    """Write one message; BrokenPipeError when nobody reads."""
    rest = memoryview(len(message).to_bytes(_HEAD, "big") + message)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def receive(pipe: int, seconds: float) -> bytes:
    """Return one message; PipeClosed when the other end has gone, TooLate after ``seconds``."""
    deadline = time.monotonic() + seconds
    length = int.from_bytes(_exactly(pipe, _HEAD, deadline), "big")
    return _exactly(pipe, length, deadline)


def _exactly(pipe: int, length: int, deadline: float) -> bytes:
    parts: list[bytes] = []
    while length:
        ready, _, _ = select.select([pipe], [], [], max(deadline - time.monotonic(), 0))
        if not ready:
            raise TooLate
        part = os.read(pipe, min(length, _CHUNK))
        if not part:
            raise PipeClosed
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
