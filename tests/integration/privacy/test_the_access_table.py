"""SECURITY Z1, Z3, Z4: every route × persona of the committed table, walked with requests on things that are there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from werkzeug.test import TestResponse

from practice.cli import docs
from practice.db import transaction
from practice.lib import clock
from practice.web import gate
from tests.factories.crawl import answer_of
from tests.factories.homework import hidden
from tests.factories.house import Visitor
from tests.integration.privacy.addressed import PERSONAS, address, nowhere
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.furnished import TODAY

Row = tuple[str, str, dict[str, str]]
# What ends the session it is asked in: each with a browser of its own.
ENDS_SESSION = ("/sign-out", "/leave", "/sign-in", "/sign-in/code", "/sign-in/set-up", "/prove")


def table() -> list[Row]:
    """Read the committed page: (route, method, what each persona is answered)."""
    lines = (docs.FOLDER / "access-table.md").read_text(encoding="utf-8").splitlines()
    cells = [
        [c.strip() for c in line.strip("|").split("|")] for line in lines if line.startswith("|")
    ]
    head, _, *rows = cells
    return [(r[0].strip("`"), r[1], dict(zip(head[3:], r[3:], strict=True))) for r in rows]


TABLE = table()


def test_the_committed_pages_are_those_the_code_would_write() -> None:
    assert docs.write(check=True) == []


def test_the_table_names_every_route_and_persona() -> None:
    routes = {(rule, method) for rule, method, endpoint, _ in docs.routes(docs.application()) if endpoint != "static"}  # fmt: skip
    assert {(rule, method) for rule, method, _ in TABLE} == routes
    assert all(tuple(cells) == docs.PERSONAS == tuple(PERSONAS) for _, _, cells in TABLE)


@pytest.fixture
def nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every act run to its end and keep nothing of it, so that each request finds the house as it was."""

    class Undone:
        begin = staticmethod(transaction.begin)

        @staticmethod
        def end(unit: transaction.Unit, *, commit: bool) -> None:
            transaction.end(unit, commit=False)

    monkeypatch.setattr(gate, "transaction", Undone)


@pytest.fixture
def at_the_time() -> Iterator[None]:
    with clock.set_to(TODAY):
        yield


def form_of(found: Furnished, rule: str, persona: str) -> dict[str, Any]:
    """What has to be in a form for its address to be answered at all."""
    side = "b" if persona == "partner B" else "a"
    if rule.endswith("/send"):
        return {"form_key": found.things.texts[f"form-key-{side}"], "revision": "1"}
    return {}


class Walker:
    """One persona at the door, past the note that partners read first."""

    def __init__(self, found: Furnished, persona: str) -> None:
        self.found, self.persona = found, persona
        self.visitor = self._enter()

    def _enter(self) -> Visitor:
        who = PERSONAS[self.persona]
        visitor = self.found.house.visitor(who)
        if who:
            visitor.post("/before-you-go-on")
        return visitor

    def ask(self, rule: str, method: str, path: str) -> TestResponse:
        visitor = self._enter() if rule in ENDS_SESSION else self.visitor
        if method == "GET":
            return visitor.get(path)
        return visitor.post(
            path, {**self._token(visitor), **form_of(self.found, rule, self.persona)}
        )

    def _token(self, visitor: Visitor) -> dict[str, str]:
        """Whoever is not signed in has the token of the sign-in form."""
        signed_in = self.persona not in ("anonymous", "disabled")
        return {} if signed_in else {"csrf_token": hidden(visitor.page("/sign-in"), "csrf_token")}


def is_sent_to_the_door(response: TestResponse) -> bool:
    return response.status_code in (302, 303) and response.location.startswith("/sign-in")


def is_answered(method: str, response: TestResponse) -> bool:
    """A page is read; an act is done, or its form comes back to be filled in better."""
    refused = (400, 401, 403, 404, 405, 410)
    if method == "GET":
        return response.status_code < 400
    return response.status_code not in refused and response.status_code < 500


def holds(cell: str, method: str, response: TestResponse) -> bool:
    if cell == "sign in":
        return is_sent_to_the_door(response)
    if cell in ("403", "404"):
        return response.status_code == int(cell)
    return is_answered(method, response)


@pytest.mark.parametrize("persona", docs.PERSONAS)
@pytest.mark.usefixtures("nothing_is_kept", "at_the_time")
def test_every_cell_is_what_a_request_is_answered(furnished: Furnished, persona: str) -> None:
    walker = Walker(furnished, persona)
    wrong = []
    for rule, method, cells in TABLE:
        cell = "404" if (cells[persona], persona) == ("own", "other partner") else cells[persona]
        response = walker.ask(rule, method, address(furnished, rule, persona))
        if not holds(cell, method, response):
            wrong.append((rule, method, cell, response.status_code, response.location))
    assert wrong == []


@pytest.mark.parametrize(("persona", "others"), [("partner A", "b"), ("partner B", "a")])
@pytest.mark.usefixtures("nothing_is_kept", "at_the_time")
def test_own_means_that_the_others_is_not_there(
    furnished: Furnished, persona: str, others: str
) -> None:
    walker = Walker(furnished, persona)
    walked = 0
    for rule, method, cells in TABLE:
        theirs = address(furnished, rule, persona, side=others)
        if cells[persona] != "own" or theirs == address(furnished, rule, persona):
            continue
        walked += 1
        assert walker.ask(rule, method, theirs).status_code == 404, (rule, method)
    assert walked >= 12


@pytest.mark.parametrize("persona", [p for p, who in PERSONAS.items() if who and p != "disabled"])
@pytest.mark.usefixtures("nothing_is_kept", "at_the_time")
def test_what_is_not_yours_is_answered_to_the_byte_as_what_does_not_exist(
    furnished: Furnished, persona: str
) -> None:
    walker = Walker(furnished, persona)
    others = {"partner A": "b", "partner B": "a"}.get(persona)
    walked = 0
    for rule, method, cells in TABLE:
        path = address(furnished, rule, persona, side=others)
        if cells[persona] not in ("404", "own") or nowhere(path) == path:
            continue
        there = walker.ask(rule, method, path)
        if there.status_code != 404:
            continue
        walked += 1
        elsewhere = walker.ask(rule, method, nowhere(path))
        assert answer_of("", there).masked == answer_of("", elsewhere).masked, (rule, method)
    assert walked >= 12
