from __future__ import annotations

from collections.abc import Callable

import pytest

from practice.caseload import queries as cases
from practice.safety import queries
from practice.safety.models import SafetyCheck
from tests.factories.house import House, Visitor

Save = Callable[[Visitor, dict[str, str]], str]
Checks = Callable[[], list[SafetyCheck]]
TIERS = [
    ({}, 0),
    ({"s02": "yes"}, 1),
    ({"s01": "yes"}, 2),
    ({"s10": "not_sure"}, 2),
    ({"today": "yes"}, 3),
]


@pytest.mark.parametrize(("change", "tier"), TIERS)
def test_the_tier_is_kept_with_the_answers(
    house: House, amara: Visitor, save: Save, checks: Checks, all_no: dict[str, str],
    change: dict[str, str], tier: int,
) -> None:  # fmt: skip
    key = save(amara, all_no | change)
    sent = amara.post("/private-questions/send", {"form_key": key})
    assert sent.location == "/private-questions/thank-you"
    with house.reading():
        [check] = checks()
        assert check.answers["tier"] == tier
        assert check.answers["answers"]["s03"] == "no"
        assert queries.draft(house.case("amara")) is None


def test_sending_twice_is_sending_once(
    house: House, amara: Visitor, save: Save, checks: Checks, all_no: dict[str, str]
) -> None:
    key = save(amara, all_no)
    for _ in range(2):
        sent = amara.post("/private-questions/send", {"form_key": key})
        assert sent.location == "/private-questions/thank-you"
    with house.reading():
        assert len(checks()) == 1


def test_what_comes_after_is_the_same_for_everyone(
    amara: Visitor, save: Save, all_no: dict[str, str]
) -> None:
    pages = set()
    for change in ({}, {"s01": "yes"}, {"s09": "yes"}, {"s09": "skip"}):
        key = save(amara, all_no | change)
        sent = amara.post("/private-questions/send", {"form_key": key}, follow_redirects=True)
        pages.add(sent.text.split("<main")[1])
    assert len(pages) == 1
    assert "988" in pages.pop()


@pytest.mark.parametrize(("change", "tier"), TIERS)
def test_the_care_team_is_told_in_one_wording(
    house: House, amara: Visitor, save: Save, all_no: dict[str, str],
    change: dict[str, str], tier: int,
) -> None:  # fmt: skip
    amara.post("/private-questions/send", {"form_key": save(amara, all_no | change)})
    with house.reading():
        [item] = [i for i in cases.attention(house.case("imani")) if i.reason["kind"] == "private"]
        assert item.reason == {"kind": "private"}
        assert item.weight == (8 if tier == 3 else 3)


def test_skipped_and_left_alone_are_kept_apart(
    house: House, amara: Visitor, save: Save, checks: Checks
) -> None:
    amara.post("/private-questions/send", {"form_key": save(amara, {"s01": "skip", "s02": "no"})})
    with house.reading():
        [check] = checks()
        assert check.answers["answers"] == {"s01": {"skipped": True}, "s02": "no"}
        assert check.answers["tier"] == 1


def test_a_made_up_key_sends_nothing(
    house: House, amara: Visitor, save: Save, checks: Checks, all_no: dict[str, str]
) -> None:
    save(amara, all_no)
    for key in ("", "nonsense", "7b8ff6ce-64c1-4f19-9a55-4d3d3bb2f2f0"):
        sent = amara.post("/private-questions/send", {"form_key": key})
        assert sent.location == "/private-questions"
    with house.reading():
        assert checks() == []


def test_after_sending_the_card_is_gone_and_the_record_lists_nothing(
    amara: Visitor, save: Save, all_no: dict[str, str]
) -> None:
    assert "About 8 minutes" in amara.page("/today")
    amara.post("/private-questions/send", {"form_key": save(amara, all_no)})
    assert "About 8 minutes" not in amara.page("/today")
    assert "A few private questions" not in amara.page("/record")
