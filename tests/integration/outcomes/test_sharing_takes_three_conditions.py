from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from practice.caseload.models import Status
from practice.caseload.rules import NotOpen
from practice.outcomes import queries, rules, services
from practice.treatment import services as treatment
from tests.factories.house import House
from tests.factories.measured import T1, T3

Agree = Callable[..., None]
Clear = Callable[..., None]


def release(house: House, measure_id: str = "csi-16") -> None:
    with house.writing():
        case = house.case("imani")
        services.release_measure(case, measure_id, by=case.actor)


def seen_by(house: House, who: str) -> list[dict[str, object]]:
    with house.reading():
        return [row.content for row in queries.shared(house.case(who))]


@pytest.mark.parametrize("who", [(), ("amara",), ("daniel",)])
def test_without_both_choices_nothing_is_released(
    measured: House, agree: Agree, clear: Clear, who: tuple[str, ...]
) -> None:
    clear()
    for one in who:
        agree(one, "csi-16")
    with pytest.raises(NotOpen):
        release(measured)
    assert seen_by(measured, "amara") == []


def test_a_choice_taken_back_no_longer_counts(measured: House, agree: Agree, clear: Clear) -> None:
    clear()
    for who in ("amara", "daniel"):
        agree(who, "csi-16")
    agree("daniel", "csi-16", agreed=False)
    with pytest.raises(NotOpen):
        release(measured)


def test_without_clearance_nothing_is_released(measured: House, agree: Agree) -> None:
    for who in ("amara", "daniel"):
        agree(who, "csi-16")
    with pytest.raises(NotOpen):
        release(measured)


def test_with_all_three_both_see_the_same_copy(measured: House, agree: Agree, clear: Clear) -> None:
    clear()
    for who in ("amara", "daniel"):
        agree(who, "csi-16")
    release(measured)
    (copy,) = seen_by(measured, "amara")
    assert seen_by(measured, "daniel") == [copy]
    assert copy["series"] == {
        "a": [{"on": "2026-01-12", "total": 38}, {"on": "2026-06-15", "total": 58}],
        "b": [{"on": "2026-01-12", "total": 49}, {"on": "2026-06-15", "total": 54}],
    }
    assert copy["couple_line"] == "1 of 2 partners recovered on CSI-16"
    assert copy["cut_off"] == {
        "value": 51.5,
        "marks": "below",
        "words": "below 51.5: notable dissatisfaction",
    }
    assert "answers" not in json.dumps(copy)


def test_the_copy_stays_as_it_was_that_day(measured: House, agree: Agree, clear: Clear) -> None:
    clear()
    for who in ("amara", "daniel"):
        agree(who, "csi-16")
    release(measured)
    with measured.writing():
        case = measured.case("imani")
        services.enter_score(case, "a", "csi-16", T3.replace(month=9), 60, by=case.actor)
    assert "60" not in json.dumps(seen_by(measured, "amara"))
    release(measured)
    (copy,) = seen_by(measured, "amara")
    assert '"total": 60' in json.dumps(copy)


def test_closing_closes_on_both_sides(measured: House, agree: Agree, clear: Clear) -> None:
    clear()
    for who in ("amara", "daniel"):
        agree(who, "csi-16")
    release(measured)
    with measured.writing():
        case = measured.case("imani")
        services.close_measure(case, "csi-16", by=case.actor)
    assert seen_by(measured, "amara") == seen_by(measured, "daniel") == []


def test_while_shared_work_is_closed_no_copy_is_shown(
    measured: House, agree: Agree, clear: Callable[[Status], None]
) -> None:
    clear(Status.CLEARED)
    for who in ("amara", "daniel"):
        agree(who, "csi-16")
    release(measured)
    clear(Status.INDIVIDUAL_ONLY)
    assert seen_by(measured, "amara") == []


@pytest.mark.parametrize("measure_id", ["phq-9", "gad-7", "ecr-s", "e-hits", "gmsex"])
def test_what_is_not_offered_cannot_be_chosen(house: House, measure_id: str) -> None:
    with house.writing():
        case = house.case("amara")
        with pytest.raises(NotOpen):
            services.choose_sharing(case, measure_id, True, by=case.actor)


def test_a_course_of_one_alone_is_not_shown(house: House, agree: Agree, clear: Clear) -> None:
    clear()
    for who in ("amara", "daniel"):
        agree(who, "csi-16")
    with house.writing():
        case = house.case("imani")
        services.enter_score(case, "a", "csi-16", T1, 38, by=case.actor)
    with pytest.raises(rules.NothingToShare):
        release(house)


def test_goal_attainment_shows_the_goals_of_both_only(
    house: House, agree: Agree, clear: Clear
) -> None:
    clear()
    for who in ("amara", "daniel"):
        agree(who, "gas")
    with house.writing():
        case = house.case("imani")
        by = case.actor
        for weight, first, last in ((3, -1, 1), (2, -2, 0), (1, -1, 2)):
            goal = treatment.add_goal(case, "both", f"Goal {weight}", weight, by=by)
            treatment.rate_goal(case, goal, first, T1, by=by)
            treatment.rate_goal(case, goal, last, T3, by=by)
        private = treatment.add_goal(case, "a", "SENT-PRIVATE-GOAL", 3, by=by)
        treatment.rate_goal(case, private, 2, T3, by=by)
    release(house, "gas")
    (copy,) = seen_by(house, "daniel")
    assert copy["t"] == {"start": 32.37, "now": 61.02}
    assert "SENT-PRIVATE-GOAL" not in json.dumps(copy)


def test_taking_a_choice_back_tells_only_the_clinician(
    measured: House, agree: Agree, clear: Clear
) -> None:
    clear()
    for who in ("amara", "daniel"):
        agree(who, "csi-16")
    release(measured)
    before = seen_by(measured, "daniel")
    agree("amara", "csi-16", agreed=False)
    assert seen_by(measured, "daniel") == before
    page = measured.visitor("imani").page(f"/couples/{measured.couples['amara-daniel']}/measures")
    assert "Does not agree" in page
    with measured.reading():
        assert queries.shared_and_agreed(measured.case("imani")) == []


def test_own_choices_say_nothing_of_the_other(house: House, agree: Agree) -> None:
    with house.reading():
        before = queries.own_sharing(house.case("daniel"))
    agree("amara", "csi-16")
    agree("amara", "gas")
    with house.reading():
        assert queries.own_sharing(house.case("daniel")) == before
        own = {c.measure_id: c.agreed for c in queries.own_sharing(house.case("amara"))}
    assert own == {"csi-16": True, "csi-4": None, "rdas": None, "ras": None, "gas": True}
