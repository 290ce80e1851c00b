"""SECURITY I1, I9, the most important test of all: whatever is private of A, every byte that B gets stays the same.

Two houses are alike but for one private thing of Amara's. Daniel reads every page and file he can reach, then writes, is
refused, meets a conflict, signs in; all of it is compared, lengths and headers included. Only form tokens are masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from functools import partial

import pytest

from practice.lib import clock
from tests.factories.crawl import Answer, answer_of, ask, crawl
from tests.factories.homework import hidden
from tests.factories.house import PASSWORD, Visitor
from tests.integration.privacy.addressed import PASSED
from tests.integration.privacy.conftest import Copies, Furnished
from tests.integration.privacy.furnished import ALL_NO, TODAY
from tests.integration.privacy.variations import VARIATIONS, vary
from tests.integration.privacy.varying import TEXT

_ID = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
Seen = list[tuple[str, tuple[object, ...]]]


def daniel(found: Furnished) -> Visitor:
    visitor = found.house.visitor("daniel")
    visitor.post("/before-you-go-on")
    return visitor


@pytest.fixture(scope="module")
def undisturbed(copies: Copies) -> tuple[list[str], Seen]:
    """Where Daniel can go, and what he gets, when nothing of Amara's has changed."""
    with copies() as found, clock.set_to(TODAY):
        paths = list(crawl(daniel(found)))
        return paths, [*read(found, paths), *write(found)]


def read(found: Furnished, paths: list[str]) -> Seen:
    """Everything Daniel can read. Where every page is the same, every link is, too: there is nowhere else to go."""
    visitor = daniel(found)
    return [(path, ask(visitor, path).masked) for path in paths]


class Writer:
    """Daniel, writing: each answer is kept with made-up ids numbered in the order they appear."""

    def __init__(self, found: Furnished) -> None:
        self.found, self.visitor = found, daniel(found)
        self.seen: Seen = []
        self._known: dict[bytes, bytes] = {}

    def note(self, name: str, answer: Answer) -> None:
        status, headers, body = answer.masked
        plain = [(k, self._numbered(v.encode())) for k, v in headers]
        self.seen.append((name, (status, tuple(plain), self._numbered(body))))

    def _numbered(self, text: bytes) -> bytes:
        return _ID.sub(lambda m: self._known.setdefault(m[0], b"id-%d" % len(self._known)), text)

    def post(self, name: str, path: str, data: dict[str, object] | None = None) -> str:
        with self.a_second_later():
            answer = answer_of(path, self.visitor.post(path, data))
        self.note(name, answer)
        return answer.body.decode("utf-8", "replace")

    def get(self, name: str, path: str) -> str:
        answer = ask(self.visitor, path)
        self.note(name, answer)
        return answer.body.decode("utf-8", "replace")

    def a_second_later(self) -> AbstractContextManager[None]:
        """What is done one after another has an order: it is not left to random ids."""
        return clock.set_to(TODAY + timedelta(seconds=len(self.seen)))


def write(found: Furnished) -> Seen:
    """What Daniel is answered when he writes, sends, signs, chooses, knocks at Amara's things, and comes in again."""
    writer = Writer(found)
    for part in (
        _homework,
        _more_homework,
        _form_of_both,
        _private,
        _choices,
        _amaras,
        _amaras_work,
        _door,
        _afterwards,
    ):
        part(writer)
    return writer.seen


def _homework(w: Writer) -> None:
    rings, signals = (f"/homework/{w.found.things[f'{n}-b']}" for n in ("rings", "signals"))
    w.post("saves by itself", f"{rings}/part/1/autosave", {"revision": "1"})
    w.post("an old page saves by itself", f"{rings}/part/1/autosave", {"revision": "1"})
    w.post("an old page is saved", f"{rings}/part/1", {"revision": "1", "go": "next"})
    w.post("sends another form", f"{rings}/send", {"form_key": w.found.things.texts["form-key-a"]})
    w.post("starts", f"{signals}/part/1", {"revision": "0", "go": "next"})
    page = w.get("looks once more", f"{signals}/check")
    data = {n: hidden(page, n) for n in ("form_key", "revision")}
    w.post("sends", f"{signals}/send", data)
    w.post("sends again", f"{signals}/send", data)
    w.get("has sent", f"{signals}/sent")


def _more_homework(w: Writer) -> None:
    """What he says of what passed and of what he sent; a part of the intake left out."""
    things = w.found.things
    diary, pulse = f"/homework/{things['diary-b']}", f"/homework/sent/{things['sent-pulse-b']}"
    w.get("a round that passed", f"{diary}/passed{PASSED}")
    w.post("says what got in the way", f"{diary}/passed{PASSED}", {"reason": "time", "words": ""})
    w.post("says it again", f"{diary}/passed{PASSED}", {"reason": "other", "words": "Again."})
    w.post("rates", f"{pulse}/rating", {"useful": "7", "effort": "3"})
    w.post("leaves a part out", f"/intake/{things['in-hard-times-b']}/leave-out")
    w.post("leaves out what was sent", f"/intake/{things['in-hopes-b']}/leave-out")
    w.get("a form of the practice", f"/homework/{things['ours-b']}/part/1")
    w.get("a worksheet", f"/homework/{things['signals-b']}/worksheet")
    w.get("a worksheet of closed work", f"/homework/{things['topics-b']}/worksheet")


def _form_of_both(w: Writer) -> None:
    meeting = f"/homework/{w.found.things['meeting-both']}"
    w.post("signs another wording", f"{meeting}/sign", {"wording": "0", "signed_name": "Daniel"})
    page = w.get("reads the wording", f"{meeting}/wording")
    data = {"wording": hidden(page, "wording"), "signed_name": "Daniel Lindqvist"}
    w.post("signs", f"{meeting}/sign", data)
    w.get("has signed", f"{meeting}/wording")
    w.post("would rather discuss", f"{meeting}/discuss")


def _private(w: Writer) -> None:
    w.post("private questions", "/private-questions/part/one", dict(ALL_NO))
    page = w.get("checks them", "/private-questions/check")
    key = page.split('name="form_key"')[1].split('value="')[1].split('"')[0]
    w.post("sends them", "/private-questions/send", {"form_key": key})
    w.get("is thanked", "/private-questions/thank-you")


def _choices(w: Writer) -> None:
    w.post("chooses sharing", "/record/sharing", {"agreed": ["rdas"]})
    w.post("chooses words", "/record/words", {})
    w.post("contact", "/record/contact", {"ways": ["portal"]})
    for text in ("sexual_content_consent", "no_secrets"):
        w.post("takes back", f"/agreements/{text}/take-back")
        w.post("talks first", f"/agreements/{text}/talk")
        w.post("signs", f"/agreements/{text}", {"has_read": "y", "signed_name": "Daniel"})
    sent = w.found.things["sent-pulse-b"]
    w.post("keeps back", f"/homework/sent/{sent}/keep-back", {"keep_back": ["win"]})
    w.post("corrects", f"/homework/sent/{sent}/correct")
    for name in ("sent-pulse-b", "sent-wheel-b"):
        w.post(f"takes {name} back", f"/homework/sent/{w.found.things[name]}/take-back")


def _amaras(w: Writer) -> None:
    things = w.found.things
    for name in ("wheel-a", "pulse-a", "signals-a", "rings-a"):
        w.get(f"her {name}", f"/homework/{things[name]}/part/1")
        w.post(
            f"her {name} autosave", f"/homework/{things[name]}/part/1/autosave", {"revision": "1"}
        )
    for name in ("sent-wheel-a", "sent-pulse-a"):
        w.get(f"her {name}", f"/homework/sent/{things[name]}")
        w.post(f"her {name}", f"/homework/sent/{things[name]}/keep-back")
    w.get("her report", f"/record/reports/{things['r2-a']}")
    w.get("her private questions", f"/private-questions/sent/{things['check-a']}")
    couple = w.found.house.couples["amara-daniel"]
    for page in ("", "/record/safety"):
        w.get(f"the couple{page}", f"/couples/{couple}{page}")


def _amaras_work(w: Writer) -> None:
    """Every newer door with something of hers behind it, on his own side and on the care team's."""
    things, couple = w.found.things, w.found.house.couples["amara-daniel"]
    diary, sent = f"/homework/{things['diary-a']}", f"/homework/sent/{things['sent-pulse-a']}"
    for path in (f"{diary}/passed{PASSED}", f"{diary}/worksheet", f"/homework/{things['ours-a']}"):
        w.get(f"hers {path[-12:]}", path)
    w.post("her passed round", f"{diary}/passed{PASSED}", {"reason": "time"})
    for act in ("rating", "take-back", "correct"):
        w.post(f"hers {act}", f"{sent}/{act}", {"useful": "1"})
    w.post("her part", f"/intake/{things['in-hard-times-a']}/leave-out")
    for page in (
        "as/a/today",
        "intake",
        "intake/a",
        "homework/adherence",
        "pathways",
        f"pathways/{things['run']}",
        f"homework/paper/{things['in-health-a']}",
        f"homework/set/{things['set-diary']}/change",
    ):
        w.get(f"the couple’s {page[:12]}", f"/couples/{couple}/{page}")
    for act in ("pause", "stop", "withdraw", "release"):
        w.post(f"the couple’s {act}", f"/couples/{couple}/homework/set/{things['set-diary']}/{act}")
    w.get("the practice’s form", f"/own-forms/{things['own-form']}")


def _door(w: Writer) -> None:
    own = w.visitor
    w.visitor = w.found.house.visitor()
    token = hidden(w.visitor.page("/sign-in"), "csrf_token")
    for password in ("wrong", PASSWORD):
        data = {"name": "daniel", "password": password, "csrf_token": token}
        w.note("comes in", answer_of("/sign-in", w.visitor.client.post("/sign-in", data=data)))
    w.get("is in", "/today")
    w.visitor = own


def _afterwards(w: Writer) -> None:
    for path in (
        "/today",
        "/together",
        "/record",
        "/agreements",
        "/record/sharing",
        "/record/words",
        "/intake",
        "/intake/answers",
        "/reading",
    ):
        w.get(f"afterwards {path}", path)


@contextmanager
def watched(copies: Copies, act: partial[None] | None) -> Iterator[Furnished]:
    with copies() as found:
        if act is not None:
            act(found)
        with clock.set_to(TODAY):
            yield found


def test_the_test_would_notice_a_difference(
    copies: Copies, undisturbed: tuple[list[str], Seen]
) -> None:
    """What is opened to both by the clinician does change Daniel's pages: the comparison is not blind."""
    paths, seen = undisturbed
    assert len(paths) > 30
    assert sum(1 for _, answer in seen if answer[0] == 200) > 40
    with copies() as found:
        imani, couple = found.house.visitor("imani"), found.house.couples["amara-daniel"]
        path = f"/couples/{couple}/homework/set/{found.things['set-wheel']}/release/close"
        with clock.set_to(TODAY):
            assert imani.post(path).status_code == 303
            assert read(found, paths) != seen[: len(paths)]


def test_two_houses_that_differ_in_nothing_give_the_same(
    copies: Copies, undisturbed: tuple[list[str], Seen]
) -> None:
    paths, seen = undisturbed
    with watched(copies, None) as found:
        assert differences([*read(found, paths), *write(found)], seen) == []


@pytest.mark.parametrize("name", VARIATIONS)
def test_nothing_that_the_other_gets_depends_on_it(
    copies: Copies, undisturbed: tuple[list[str], Seen], name: str
) -> None:
    paths, seen = undisturbed
    with watched(copies, partial(vary, name=name)) as found:
        now = [*read(found, paths), *write(found)]
    assert differences(now, seen) == []
    assert TEXT.encode() not in b"".join(bytes(answer[2]) for _, answer in now)  # type: ignore[arg-type]


def differences(now: Seen, before: Seen) -> list[tuple[str, str, object, object]]:
    """Return the first place at which each answer differs, in words to look at."""
    found = []
    for (name, answer), (_, then) in zip(now, before, strict=True):
        if answer != then:
            found.append((name, *_first(answer, then)))
    return found


def _first(now: tuple[object, ...], then: tuple[object, ...]) -> tuple[str, object, object]:
    for part, a, b in zip(("status", "headers", "body"), now, then, strict=True):
        if a != b and isinstance(a, bytes) and isinstance(b, bytes):
            at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
            return part, a[max(0, at - 60) : at + 100], b[max(0, at - 60) : at + 100]
        if a != b:
            return part, a, b
    return "", None, None
