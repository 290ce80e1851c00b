"""D8, D9, I1: a row or a quotation that is not there looks the same whatever made it absent, in pages and in the report."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from practice.catalogue.fields.contract import SKIPPED
from practice.lib import clock
from practice.reports import services as reports
from practice.responses import queries as responses
from practice.responses import services as answering
from tests.factories.crawl import Answer, crawl
from tests.factories.homework import MONDAY, Set, plausible
from tests.factories.house import House
from tests.integration.privacy.conftest import Copies, Furnished
from tests.integration.privacy.furnished import (
    at,
    choose_words,
    give_report,
    own_round,
    release,
    send,
)
from tests.integration.privacy.varying import given

# A day is left between what both sent and what the clinician opens.
SENT, OPENED, ASKED, LOCKED = 24 * 3, 24 * 5, 24 * 5 + 1, 24 * 12 + 2
LATER = MONDAY + timedelta(days=13)
_ID = re.compile(
    rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|report-[0-9a-f]{12}"
)
Seen = list[tuple[bytes, int, tuple[tuple[str, bytes], ...], bytes]]


def daniel_reads(found: Furnished) -> Seen:
    """Everything he can reach, with the ids of what was newly made numbered in the order they appear."""
    known: dict[bytes, bytes] = {}

    def plain(text: bytes) -> bytes:
        return _ID.sub(lambda m: known.setdefault(m[0], b"id-%d" % len(known)), text)

    def one(path: str, answer: Answer) -> Any:
        status, headers, body = answer.masked
        held = tuple((k, plain(v.encode())) for k, v in headers)
        return plain(path.encode()), status, held, body if answer.is_pdf else plain(body)

    with clock.set_to(LATER):
        visitor = found.house.visitor("daniel")
        visitor.post("/before-you-go-on")
        return [one(path, answer) for path, answer in crawl(visitor).items()]


# A row of a comparison ---------------------------------------------------------------------------------------------------------

Answers = dict[str, Any]


def as_they_are(answers: Answers) -> Answers:
    return answers


def skips(answers: Answers) -> Answers:
    return answers | {"step_closer": dict(SKIPPED)}


def leaves_open(answers: Answers) -> Answers:
    return {k: v for k, v in answers.items() if k != "step_closer"}


def private_things_differ(answers: Answers) -> Answers:
    """Skipped as well, and every answer that is hers alone is another one."""
    private = {"room": 10, "guess_ideal": dict(SKIPPED)}
    return skips(answers) | {k: v for k, v in private.items() if k in answers}


REASONS: dict[str, tuple[Callable[[Answers], Answers], tuple[str, ...], tuple[str, ...]]] = {
    "she skipped it": (skips, (), ()),
    "she left it open": (leaves_open, (), ()),
    "she keeps it back": (as_they_are, ("step_closer",), ()),
    "the clinician left it out": (as_they_are, (), ("step_closer",)),
    "she skipped it and her own answers differ": (private_things_differ, (), ()),
    "it was left open on the paper entered for her": (leaves_open, (), ()),
    "she took all of it back and sent it again without": (skips, (), ()),
}


def shown_with_a_row_absent(found: Furnished, reason: str) -> None:
    change, kept_back, left_out = REASONS[reason]
    house, rings = found.house, given(found, "rings")
    with at(house, SENT):
        answers = change(_answers(house, "a", rings))
        if "paper" in reason:
            _enter(found, rings, answers)
        else:
            send(house, "a", rings, answers, keep_back=kept_back)
    if "back and sent again" in reason:
        _take_back(found, rings)
        with at(house, SENT):
            send(house, "a", rings, answers)
    with at(house, SENT):
        send(house, "b", rings, _answers(house, "b", rings))
    with at(house, OPENED):
        release(house, rings, left_out)


def _enter(found: Furnished, rings: Set, answers: Answers) -> None:
    """What she answered on paper, entered by the clinician."""
    case = found.house.case("imani")
    assert rings.a
    entry = responses.entry_in(case.actor, case.id, rings.a)
    answering.enter_for(entry, answers, by=case.actor, form_key=uuid4(), paper_on=MONDAY.date())


def _take_back(found: Furnished, rings: Set) -> None:
    with at(found.house, SENT):
        case = found.house.case("amara")
        newest = responses.newest_sent(own_round(found.house, "a", rings).given)
        assert newest
        answering.take_back(newest, by=case.actor)


def _answers(house: House, side: str, rings: Set) -> Answers:
    found = own_round(house, side, rings)
    asked = {f.key for f in found.fields}
    return {k: v for k, v in plausible(found.given.definition).items() if k in asked}


@pytest.fixture(scope="module")
def skipped_by_her(copies: Copies) -> Seen:
    with copies() as found:
        shown_with_a_row_absent(found, "she skipped it")
        return daniel_reads(found)


@pytest.mark.parametrize("reason", [r for r in REASONS if r != "she skipped it"])
def test_an_absent_row_looks_the_same_whatever_the_reason(
    copies: Copies, skipped_by_her: Seen, reason: str
) -> None:
    with copies() as found:
        shown_with_a_row_absent(found, reason)
        assert daniel_reads(found) == skipped_by_her


def test_the_row_would_be_there_otherwise(copies: Copies, skipped_by_her: Seen) -> None:
    with copies() as found:
        rings = given(found, "rings")
        for side in "ab":
            with at(found.house, SENT):
                send(found.house, side, rings, _answers(found.house, side, rings))
        with at(found.house, OPENED):
            release(found.house, rings)
        assert daniel_reads(found) != skipped_by_her


# A quotation in a report -------------------------------------------------------------------------------------------------------


def answers(found: Furnished, *, win: bool, hours: float) -> None:
    """Amara answers which words of hers may be quoted: all that were asked before, and the newly opened ones or not."""
    with at(found.house, hours):
        case = found.house.case("amara")
        asked = [c for c, _, _ in reports.own_words_to_choose(case)]
        agreed = [str(c.id) for c in asked if win or ":win:" not in c.words_key]
        assert win or len(agreed) == len(asked) - 1
        reports.choose_words(case, agreed, by=case.actor)


def refuses(found: Furnished) -> None:
    answers(found, win=False, hours=ASKED + 1)


def is_silent(found: Furnished) -> None:
    """No answer for seven days means not quoted."""


def agrees_and_takes_it_back(found: Furnished) -> None:
    answers(found, win=True, hours=ASKED + 1)
    answers(found, win=False, hours=ASKED + 2)


def reported(found: Furnished, she: Callable[[Furnished], None]) -> Seen:
    """Both had their week's good moment opened; he may be quoted; she does something; the report is locked and given."""
    house, pulse = found.house, given(found, "pulse")
    with at(house, OPENED):
        release(house, pulse)
    with at(house, ASKED):
        case = house.case("imani")
        reports.ask_for_words(case, by=case.actor)
    with at(house, ASKED + 1):
        choose_words(house, "b", agreed=True)
    she(found)
    with at(house, LOCKED):
        give_report(house, "R4", None, "ab")
    return daniel_reads(found)


@pytest.fixture(scope="module")
def refused_by_her(copies: Copies) -> Seen:
    with copies() as found:
        return reported(found, refuses)


@pytest.mark.parametrize("she", [is_silent, agrees_and_takes_it_back], ids=lambda f: f.__name__)
def test_a_report_without_her_words_is_the_same_file_whatever_the_reason(
    copies: Copies, refused_by_her: Seen, she: Callable[[Furnished], None]
) -> None:
    files = [
        path
        for path, _, _, body in refused_by_her
        if body.startswith(b"%PDF") and not path.endswith(b"/worksheet")
    ]
    assert len(files) == 3
    with copies() as found:
        assert reported(found, she) == refused_by_her


def test_the_report_would_be_another_with_her_words(copies: Copies, refused_by_her: Seen) -> None:
    with copies() as found:
        assert reported(found, lambda f: answers(f, win=True, hours=ASKED + 1)) != refused_by_her
