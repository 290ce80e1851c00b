"""The server as it is shipped, in a process of its own on this machine: what it names, what it believes, how it stops."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.factories import databases
from tests.factories.house import KEYS, House
from tests.integration.kernel.test_every_answer_carries_the_headers import EXACT

pytestmark = [
    pytest.mark.loopback,
    pytest.mark.slow,
    pytest.mark.skipif(
        databases.ON_POSTGRES, reason="the embedded default, as a visitor starts it"
    ),
]
START = "import sys; from practice.cli import main; sys.argv[1:] = ['serve']; sys.exit(main())"
PATIENCE = 30


@dataclass(frozen=True)
class Server:
    """A running server."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
        """Ask for a page; headers are named with underscores."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        response = connection.getresponse()
        response.read()
        connection.close()
        return response


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
def server(house: House, tmp_path: Path) -> Iterator[Server]:
    """Start the house as `practice serve` does."""
    keys = tmp_path / "keys.json"
    keys.write_text(KEYS.as_json())
    keys.chmod(0o600)
    port, log = free_port(), tmp_path / "log"
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PRACTICE_", "DATABASE_"))}
    environment = {**kept, "PRACTICE_INSTANCE": str(tmp_path), "PORT": str(port)}
    with log.open("wb") as file:
        process = subprocess.Popen([sys.executable, "-c", START], env=environment, stderr=file)
    found = Server(process, port, log)
    try:
        _wait(found)
        yield found
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _wait(server: Server) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert server.process.poll() is None, server.log.read_text()
        try:
            server.ask("/sign-in")
        except ConnectionError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not start")


def test_headers_hosts_and_proxies(server: Server) -> None:
    for path, status in (("/sign-in", 200), ("/nowhere", 404), ("/static/nowhere.css", 404)):
        answer = server.ask(path)
        assert answer.status == status
        assert {name: answer.headers.get_all(name) for name in EXACT} == {
            name: [value] for name, value in EXACT.items()
        }
    file = server.ask("/static/css/practice.css")
    assert file.status == 200
    kept = {name: value for name, value in EXACT.items() if name != "Cache-Control"}
    assert {name: file.getheader(name) for name in kept} == kept
    for answer in (file, server.ask("/sign-in"), server.ask("/nowhere"), server.ask("/", "TRACE")):
        banner = answer.getheader("Server") or ""
        assert "gunicorn" not in banner.lower()
        assert not any(character.isdigit() for character in banner)
    assert server.ask("/sign-in", Host="evil.example").status == 400
    spoofed = server.ask("/people", X_Forwarded_Host="evil.example", X_Forwarded_Proto="https")
    assert spoofed.status == 302
    assert (spoofed.getheader("Location") or "").startswith("/sign-in?")


def test_it_logs_no_address_and_stops_when_told(server: Server) -> None:
    server.ask("/sign-in?next=/canary-1d2c")
    server.ask("/canary-1d2c")
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(timeout=PATIENCE) == 0
    log = server.log.read_text()
    assert "canary-1d2c" not in log
    assert '"endpoint": "accounts.sign_in"' in log
    with pytest.raises(ConnectionError):
        server.ask("/sign-in")
