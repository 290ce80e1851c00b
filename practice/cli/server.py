"""Starting gunicorn with the house's settings: loopback, one thread a process, no banner."""

from __future__ import annotations

import os
import socket
import sys
from typing import NoReturn

WORKERS = "2"


def addresses(port: int) -> list[str]:
    """Return the loopback addresses to bind, IPv6 too where there is one."""
    found = [f"127.0.0.1:{port}"]
    if socket.has_ipv6:
        try:
            with socket.socket(socket.AF_INET6) as probe:
                probe.bind(("::1", 0))
            found.append(f"[::1]:{port}")
        except OSError:
            return found
    return found


def serve(port: int) -> NoReturn:
    """Become the web server."""
    arguments = [sys.executable, "-m", "gunicorn", "practice.cli.wsgi:make_app()"]
    for address in os.environ.get("PRACTICE_BIND", ",".join(addresses(port))).split(","):
        arguments += ["--bind", address]
    arguments += ["--workers", os.environ.get("PRACTICE_WORKERS", WORKERS)]
    arguments += ["--config", "python:practice.cli.gunicorn_settings", "--log-level", "warning"]
    os.execv(sys.executable, arguments)  # noqa: S606 - our own interpreter, no shell
