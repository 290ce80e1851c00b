"""The server is killed at any moment: what it acknowledged is there afterwards, and nothing is there twice (SECURITY L)."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

import pytest
from werkzeug.serving import WSGIRequestHandler, make_server

from practice.audit.models import AuditEvent
from practice.db import keys
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Draft, Submission
from tests.factories import homework
from tests.factories.house import House, Visitor, fresh_app
from tests.integration.conftest import let_go

pytestmark = [pytest.mark.loopback, pytest.mark.slow]

KILLS = 24
# Seconds after a request was sent: most saves fall within the first, and the machine may be busy.
MOMENTS = (0.02, 0.06, 0.2)
MARK = "a0b1c2d3e4f50617"


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's own name
        """Say nothing."""


@dataclass
class Server:
    """A real process that serves the house's database, to be killed and started again; and a browser in front of it."""

    house: House
    cookie: str
    token: str
    process: int = 0
    port: int = 0

    def start(self) -> None:
        """Start a process of its own; it shares nothing with this one but the files."""
        settings = _settings(self.house)
        reads, writes = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            try:
                _serve(settings, writes)
            finally:
                os._exit(1)
        os.close(writes)
        with os.fdopen(reads) as told:
            self.port = int(told.readline())
        self._warm_up()

    def _warm_up(self) -> None:
        """Ask for one page, so that the moments fall into a save and not into the reading of files at the start."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", "/today", headers={"Cookie": f"session={self.cookie}"})
        assert connection.getresponse().status == 200
        connection.close()

    def kill(self) -> None:
        """End the process as a power cut would."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)

    def post(self, path: str, sent: dict[str, str], kill_after: float) -> tuple[int, str]:
        """Send a form, kill the server so many seconds later, and return the answer, if one came; status 0 if not."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        body = urlencode({"csrf_token": self.token, **sent})
        headers = {
            "Cookie": f"session={self.cookie}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/json",
        }
        try:
            connection.request("POST", path, body, headers)
            time.sleep(kill_after)
            self.kill()
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except (http.client.HTTPException, OSError):
            return 0, ""
        finally:
            connection.close()


def _settings(house: House) -> tuple[Path, str]:
    with house.app.app_context():
        found = keys.settings()
        return found.instance, found.database_url


def _serve(settings: tuple[Path, str], told: int) -> None:
    app = fresh_app(*settings)
    with clock.set_to(homework.MONDAY.replace(hour=19)):
        server = make_server("127.0.0.1", 0, app, threaded=False, request_handler=_Quiet)
        with os.fdopen(told, "w") as line:
            line.write(f"{server.server_port}\n")
        server.serve_forever()


def server_of(house: House) -> Server:
    """Return a server, not yet started, in front of which Amara is signed in."""
    with homework.later(1):
        amara: Visitor = house.visitor("amara")
    held = amara.client.get_cookie("session")
    assert held is not None
    let_go(house.app)
    return Server(house, held.value, amara.csrf)


def drafted(house: House) -> tuple[int, str]:
    rows = homework.rows_of(house, Draft)
    let_go(house.app)
    assert len(rows) <= 1
    return (rows[0].revision, rows[0].answers["given"].get("missing", "")) if rows else (0, "")


def saves(house: House) -> int:
    with house.reading():
        acts = db.select(AuditEvent).where(AuditEvent.action == "draft saved")
        found = len(db.session.scalars(acts).all())
    let_go(house.app)
    return found


def page_with_words(house: House, assignment: UUID | None) -> str:
    with homework.later(1):
        for number in range(1, 9):
            url = f"/homework/{assignment}/part/{number}"
            if 'name="missing"' in house.visitor("amara").page(url):
                return url
    raise AssertionError("no page asks for words")


def test_no_acknowledged_word_is_lost_and_no_save_doubled(
    open_house: House, given: homework.Set
) -> None:
    page, chance = page_with_words(open_house, given.a), random.Random(7)
    served = server_of(open_house)
    known, acknowledged = 0, ""
    for turn in range(1, KILLS + 1):
        served.start()
        words = f"{acknowledged[:200]} word {turn}"
        sent = {"missing": words, "revision": str(known), "writer": MARK, "turn": str(turn)}
        status, told = served.post(
            f"{page}/autosave", sent, chance.uniform(0, chance.choice(MOMENTS))
        )
        assert status in (0, 200), told
        revision, held = drafted(open_house)
        assert revision == saves(open_house), (
            "a save without its event, or an event without its save"
        )
        if status == 200:
            known = json.loads(told)["revision"]
            assert (revision, held) == (known, words)
        # Without an answer it is there whole or not at all.
        assert held in (acknowledged, words)
        acknowledged = held
    assert acknowledged, "no moment was late enough for a save"


def test_what_is_sent_is_there_once(open_house: House, given: homework.Set) -> None:
    url, chance = f"/homework/{given.a}", random.Random(11)
    with homework.later(1):
        found = homework.definition(open_house, "ib-balance-wheel")
        page = homework.write(
            open_house.visitor("amara"), found, url, homework.plausible(found)
        ).text
    sent = {name: homework.hidden(page, name) for name in ("form_key", "revision")}
    served = server_of(open_house)
    for _ in range(KILLS):
        served.start()
        status, _ = served.post(f"{url}/send", sent, chance.uniform(0, chance.choice(MOMENTS)))
        rows = homework.rows_of(open_house, Submission)
        let_go(open_house.app)
        assert status in (0, 303)
        assert len(rows) <= 1
        if status == 303:
            assert len(rows) == 1
    served.start()
    status, _ = served.post(f"{url}/send", sent, 2)
    assert status == 303
    assert len(homework.rows_of(open_house, Submission)) == 1
    assert homework.rows_of(open_house, Draft) == []
