"""D9: the preview is asked of both, always; words are quoted only with their author's yes; no answer in seven days means no."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from practice.lib import clock
from tests.factories.house import House
from tests.integration.reports.compiling import (
    ASKED,
    WORDS,
    Desk,
    ask_for_words,
    choose,
    open_the_wheel,
    stored,
    words_of,
)

DAY = timedelta(days=1)
HER, HIS = WORDS["amara"], WORDS["daniel"]


@pytest.fixture
def desk(house: House) -> Desk:
    open_the_wheel(house)
    return Desk(house)


def compiled_words(desk: Desk, kind: str) -> str:
    return words_of(desk.house, desk.compile(kind))


@pytest.mark.parametrize("kind", ["R1", "R4"])
def test_nobodys_words_are_quoted_before_they_were_asked(desk: Desk, kind: str) -> None:
    text = compiled_words(desk, kind)
    assert HER not in text
    assert HIS not in text


@pytest.mark.parametrize("kind", ["R1", "R4"])
def test_only_whoever_said_yes_is_quoted(desk: Desk, kind: str) -> None:
    ask_for_words(desk.house, ASKED)
    choose(desk.house, "amara", agreed=True)
    choose(desk.house, "daniel", agreed=False)
    text = compiled_words(desk, kind)
    assert HER in text
    assert HIS not in text


@pytest.mark.parametrize("kind", ["R1", "R4"])
def test_a_report_says_nothing_of_who_was_asked_or_refused(desk: Desk, kind: str) -> None:
    ask_for_words(desk.house, ASKED)
    choose(desk.house, "amara", agreed=True)
    text = compiled_words(desk, kind).casefold()
    for word in ("declined", "refused", "withheld", "not to be quoted", "did not answer", "asked which"):  # fmt: skip
        assert word not in text


def test_a_yes_can_be_taken_back_until_the_lock(desk: Desk) -> None:
    ask_for_words(desk.house, ASKED)
    choose(desk.house, "amara", agreed=True)
    choose(desk.house, "amara", agreed=False)
    assert HER not in compiled_words(desk, "R1")


def test_both_are_asked_at_once_and_each_sees_the_own_words_only(desk: Desk) -> None:
    for who in ("amara", "daniel"):
        page = desk.house.visitor(who).page("/record/words")
        assert HER not in page
        assert HIS not in page
    ask_for_words(desk.house, ASKED)
    hers, his = (desk.house.visitor(w).page("/record/words") for w in ("amara", "daniel"))
    assert HER in hers
    assert HIS not in hers
    assert HIS in his
    assert HER not in his


def test_asking_again_asks_nothing_that_was_asked(desk: Desk) -> None:
    ask_for_words(desk.house, ASKED)
    choose(desk.house, "amara", agreed=True)
    ask_for_words(desk.house, ASKED + DAY)
    assert HER in compiled_words(desk, "R1")


@pytest.mark.parametrize("kind", ["R1", "R4"])
def test_a_report_waits_seven_days_for_an_answer(desk: Desk, kind: str) -> None:
    ask_for_words(desk.house, ASKED)
    choose(desk.house, "amara", agreed=True)
    report = desk.compile(kind)
    for moment, is_locked in ((ASKED + 6.99 * DAY, False), (ASKED + 7 * DAY, True)):
        with clock.set_to(moment):
            page = desk.act(report, "/lock")
        assert ("Lock the report when both have answered, or after seven days." in page) is not is_locked  # fmt: skip
        with stored(desk.house, report) as found:
            assert (found.report.locked_at is not None) is is_locked
    assert HIS not in words_of(desk.house, report)


def test_a_report_does_not_wait_once_both_have_answered(desk: Desk) -> None:
    with clock.set_to(ASKED):
        ask_for_words(desk.house, ASKED)
        for who in ("amara", "daniel"):
            choose(desk.house, who, agreed=False)
        report = desk.compile("R1")
        desk.act(report, "/lock")
    with stored(desk.house, report) as found:
        assert found.report.locked_at is not None


def test_an_individual_report_waits_for_nobody(desk: Desk) -> None:
    with clock.set_to(ASKED):
        ask_for_words(desk.house, ASKED)
        report = desk.compile("R2-a")
        desk.act(report, "/lock")
    with stored(desk.house, report) as found:
        assert found.report.locked_at is not None


def test_a_wish_of_the_other_cannot_be_answered(desk: Desk) -> None:
    """The form takes only one's own questions: an id of the other's is no choice of it, and changes nothing."""
    ask_for_words(desk.house, ASKED)
    page = desk.house.visitor("daniel").page("/record/words")
    his = re.findall(r'value="([0-9a-f-]{36})"', page)
    assert his
    answer = desk.house.visitor("amara").post("/record/words", {"agreed": his})
    assert answer.status_code == 422
    assert HIS not in compiled_words(desk, "R1")
