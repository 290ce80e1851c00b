from __future__ import annotations

from html import unescape

import pytest

from practice.assignments.models import Assignment
from tests.factories import homework
from tests.factories.house import House, Visitor


@pytest.fixture
def imani(house: House) -> Visitor:
    return house.visitor("imani")


def address(house: House, slug: str = "ib-balance-wheel") -> str:
    return f"/couples/{house.couples['amara-daniel']}/homework/assign?exercise={slug}"


SUNDAY = {"to": "ab", "starts_on": "2026-11-29", "schedule": "every_n_weeks:1"}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            {"window": "3", "most": "6"},
            "Amara and Daniel each get this every Sunday from 29 November, open for 3 days, 6 times.",
        ),
        ({"to": "b", "schedule": "once"}, "Daniel gets this once, from Sunday 29 November."),
        (
            {"schedule": "every_n_days", "every": "3", "ends_on": "2026-12-20"},
            "Amara and Daniel each get this every 3 days from Sunday 29 November, until Sunday 20 December.",
        ),
        (
            {"schedule": "every_n_weeks", "every": "3"},
            "Amara and Daniel each get this every 3 weeks on Sunday from 29 November.",
        ),
        (
            {"schedule": "times_per_week", "every": "2"},
            "Amara and Daniel each get this 2 times a week from Sunday 29 November.",
        ),
        (
            {"schedule": "before_session", "every": "2"},
            "it opens 2 days before and closes when the session begins.",
        ),
        ({"schedule": "after_session"}, "it opens on the day of the session."),
        (
            {"schedule": "once", "due_on": "2026-12-01"},
            "Amara and Daniel each get this once, from Sunday 29 November, due by Tuesday 1 December.",
        ),
    ],
)
def test_a_sentence_says_what_will_happen_before_anything_does(
    house: House, imani: Visitor, typed: dict[str, str], sentence: str
) -> None:
    looked = imani.post(address(house), {**SUNDAY, **typed, "look": "1"})
    assert looked.status_code == 200
    assert sentence in unescape(looked.text)
    assert homework.rows_of(house, Assignment) == []


def test_what_was_chosen_is_kept(house: House, imani: Visitor) -> None:
    typed = {**SUNDAY, "schedule": "every_n_days", "every": "3", "window": "2", "most": "6"}
    assert imani.post(address(house), {**typed, "ends_on": "2027-01-31"}).status_code == 303
    for row in homework.rows_of(house, Assignment):
        assert (row.schedule_kind, row.schedule_n) == ("every_n_days", 3)
        assert (row.window_days, row.most_rounds) == (2, 6)
        assert str(row.ends_on) == "2027-01-31"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"schedule": "every_n_days"}, "Enter a whole number from 1 to 365."),
        ({"schedule": "every_n_weeks", "every": "99"}, "Enter a whole number from 1 to 52."),
        ({"schedule": "before_session", "every": "40"}, "Enter a whole number from 1 to 28."),
        ({"window": "0"}, "Enter a whole number from 1 to 365."),
        ({"window": "soon"}, "Enter a whole number, such as 2."),
        ({"most": "999"}, "Enter a whole number from 1 to 400."),
        ({"ends_on": "2026-11-28"}, "The last day is before the start."),
        ({"due_on": "2026-11-28"}, "The due date is before the start."),
        ({"starts_on": "2026-02-30"}, "Enter a date that exists"),
        ({"starts_on": ""}, "Enter the date."),
        ({"to": ""}, "Choose for whom this is."),
    ],
)
def test_bad_input_is_kept_beside_its_error(
    house: House, imani: Visitor, typed: dict[str, str], message: str
) -> None:
    refused = imani.post(address(house), {**SUNDAY, "note": "Take your time 🌱", **typed})
    assert refused.status_code == 422
    page = unescape(refused.text)
    assert message in page
    assert "Take your time 🌱" in page
    for name in ("window", "most", "every"):
        if typed.get(name, "").isdecimal():
            assert f'value="{typed[name]}"' in page
    assert homework.rows_of(house, Assignment) == []


def test_what_usually_comes_first_is_a_suggestion_and_stands_in_nobodys_way(
    house: House, imani: Visitor
) -> None:
    homework.clear(house)
    page = imani.page(address(house, "cc-timeout-agreement"))
    assert "What usually comes first" in page
    assert "exercise=er-overwhelm-signals" in page
    assert "When not to use it" in page
    assert imani.post(address(house, "cc-timeout-agreement"), SUNDAY).status_code == 303
    homework.give(house, "er-overwhelm-signals")
    assert "What usually comes first" not in imani.page(address(house, "cc-timeout-agreement"))
