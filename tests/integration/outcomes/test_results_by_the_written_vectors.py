"""What is computed at entry is what the written cases say (clinical cases, couples 1 to 3)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from practice.measures import registry
from practice.outcomes import queries, services
from tests.factories.house import House

ON = date(2026, 2, 2)


def entered(house: House, measure_id: str, answers: list[Any], side: str = "a") -> dict[str, Any]:
    with house.writing():
        case = house.case("imani")
        row = services.enter_by_item(case, side, measure_id, ON, answers, by=case.actor)
        return dict(row.content)


@pytest.mark.parametrize(
    ("measure_id", "answers", "total"),
    [
        ("csi-4", [3, 3, 3, 2], 11),  # Rosa T1
        ("csi-4", [4, 3, 3, 3], 13),  # Mei-Lin T3
        ("phq-9", [1, 2, 2, 2, 1, 1, 1, 0, 0], 10),  # Rosa T1
        ("phq-9", [1, 1, None, 1, 0, 1, None, 0, 0], 5),  # Rosa T2: 7 answered, prorated
        ("phq-9", [1, 1, None, 1, None, 1, None, 0, 0], None),  # Rosa T2b: 6 answered
        ("ras", [3, 3, 3, 3, 3, 4, 3], 22),
        ("rdas", [3, 2, 2, 2, 3, None, 2, 2, 1, 2, 3, 3, 2, 2], None),  # Jordan: item 6 skipped
        ("gad-7", [3, 2, 3, 2, 1, 2, 2], 15),  # Jordan
    ],
)
def test_totals(house: House, measure_id: str, answers: list[Any], total: float | None) -> None:
    content = entered(house, measure_id, answers)
    assert content["total"] == total
    assert (content["reason"] is None) == (total is not None)
    assert content["answers"] == answers


def test_scales_without_a_total(house: House) -> None:
    content = entered(house, "ecr-s", [6, 5, 2, 6, 6, 5, 2, 2, 6, 5, 3, 4])
    assert content["total"] is None
    assert {k: round(v, 2) for k, v in content["subscales"].items()} == {
        "anxiety": 5.17,
        "avoidance": 2.17,
    }


def test_iss_needs_twenty_of_its_answers(house: House) -> None:
    mei_lin = [3, 3, 2, 5, 5, 4, 5, None, 3, 2, 5, 3, None, 5, 4, 3, 2, 5, 3, 4, 2, None, 3, 5, 4]
    assert entered(house, "iss", mei_lin, "b")["total"] == 66.67
    mei_lin[0] = mei_lin[1] = mei_lin[2] = None
    assert entered(house, "iss", mei_lin, "b")["total"] is None


def test_score_only_keeps_totals_and_scales(house: House) -> None:
    with house.writing():
        case = house.case("imani")
        row = services.enter_score(
            case,
            "b",
            "rdas",
            ON,
            43,
            {"consensus": 21, "satisfaction": 13, "cohesion": 9},
            by=case.actor,
        )
        assert row.content["answers"] is None
        assert row.content["total"] == 43


def test_classes_of_change(measured: House) -> None:
    expected = {
        ("csi-16", "a"): "recovered",
        ("csi-16", "b"): "crossed_cutoff_without_reliable_change",
        ("rdas", "a"): "recovered",
        ("rdas", "b"): "crossed_cutoff_without_reliable_change",
        ("phq-9", "a"): "improved",
        ("phq-9", "b"): "unchanged",
        ("cpq-sf", "a"): "not_computable",
    }
    with measured.reading():
        found = queries.courses(measured.case("imani"))
        for (measure_id, side), outcome in expected.items():
            change = found[measure_id][side].change(registry.get(measure_id))
            assert change is not None
            assert change.outcome.value == outcome, (measure_id, side)


def test_a_screen_for_violence_is_kept_with_the_safety_record(house: House) -> None:
    with house.writing():
        case = house.case("imani")
        row = services.enter_by_item(case, "a", "e-hits", ON, [2, 4, 2, 4, 2], by=case.actor)
        assert row.container_id == case.container("safety_a")
        assert row.content["total"] == 14
        assert queries.courses(case) == {}
        assert queries.restricted_courses(case)["e-hits"]["a"].readings
    with house.reading():
        assert queries.own_courses(house.case("amara")) == {}
