from __future__ import annotations

import pytest

from practice.outcomes import queries
from tests.factories.house import House

DAY = {"taken_on": "2026-01-12"}


def at(house: House, rest: str) -> str:
    return f"/couples/{house.couples['amara-daniel']}/measures/{rest}"


def test_choosing_leads_to_the_figures(house: House) -> None:
    data = {"side": "a", "measure": "rdas", "way": "items"}
    answer = house.visitor("imani").post(at(house, "new"), data)
    assert answer.status_code == 303
    assert answer.location.endswith("/measures/rdas/enter/a/items")


def test_blank_means_not_answered(house: House) -> None:
    answers = [3, 2, 2, 2, 3, "", 2, 2, 1, 2, 3, 3, 2, 2]
    data = DAY | {f"item_{n}": str(a) for n, a in enumerate(answers, start=1)}
    visitor = house.visitor("imani")
    assert visitor.post(at(house, "rdas/enter/a/items"), data).status_code == 303
    page = visitor.page(at(house, "rdas"))
    assert "no score" in page
    assert "1 was skipped" in page


def test_a_score_alone_is_entered_with_a_decimal_comma(house: House) -> None:
    answer = house.visitor("imani").post(at(house, "ors/enter/b/score"), DAY | {"total": "22,8"})
    assert answer.status_code == 303
    with house.reading():
        course = queries.courses(house.case("imani"))["ors"]["b"]
        assert course.readings[0].total == 22.8


@pytest.mark.parametrize(
    ("rest", "data", "words"),
    [
        ("rdas/enter/a/items", {"item_11": "5"}, "Item 11: enter a whole number from 0 to 4"),
        ("rdas/enter/a/items", {"item_1": "2.5"}, "Item 1: enter a whole number"),
        ("rdas/enter/a/items", {"item_1": "nan"}, "Item 1: enter a whole number"),
        ("rdas/enter/a/items", {"item_1": "9" * 4000}, "Item 1: enter a whole number"),
        ("rdas/enter/a/items", {}, "Enter at least one figure."),
        ("rdas/enter/a/score", {"total": "70"}, "Total: enter a whole number from 0 to 69"),
        (
            "rdas/enter/a/score",
            {"total": "40", "scale_consensus": "20", "scale_satisfaction": "10", "scale_cohesion": "9"},
            "do not add up",
        ),
        ("cpq-sf/enter/a/items", {"item_3": "10"}, "Item 3a: enter a whole number from 1 to 9"),
    ],
)  # fmt: skip
def test_a_figure_that_cannot_be_is_refused_at_its_field(
    house: House, rest: str, data: dict[str, str], words: str
) -> None:
    answer = house.visitor("imani").post(at(house, rest), DAY | data)
    assert answer.status_code == 422
    assert words in answer.text
    for typed in data.values():
        assert typed[:12] in answer.text


@pytest.mark.parametrize("day", ["", "2026-02-30", "yesterday", "2126-01-01", "0001-01-01", "-"])
def test_a_date_that_cannot_be_is_refused(house: House, day: str) -> None:
    data = {"taken_on": day, "total": "40"}
    assert house.visitor("imani").post(at(house, "rdas/enter/a/score"), data).status_code == 422


@pytest.mark.parametrize(
    "rest",
    ["nothing", "nothing/enter/a/items", "rdas/enter/c/items", "rdas/enter/a/guess", "%00", "gas"],
)
def test_an_address_that_is_none_is_not_found(house: House, rest: str) -> None:
    assert house.visitor("imani").get(at(house, rest)).status_code == 404


@pytest.mark.parametrize("who", ["colleague", "administrator", "amara", "daniel"])
@pytest.mark.parametrize("rest", ["", "new", "rdas", "restricted", "rdas/enter/a/items"])
def test_others_find_nothing(house: House, who: str, rest: str) -> None:
    assert house.visitor(who).get(at(house, rest).rstrip("/")).status_code == 404


def test_a_supervisor_reads_and_does_not_enter(house: House) -> None:
    visitor = house.visitor("supervisor")
    assert "Enter a result" not in visitor.page(at(house, "").rstrip("/"))
    assert visitor.get(at(house, "new")).status_code == 403


def test_no_page_writes_on_reading_or_holds_an_item_in_words(house: House) -> None:
    page = house.visitor("imani").page(at(house, "csi-16/enter/a/items"))
    assert "Item 16" in page
    assert "0 to 6" in page
