from __future__ import annotations

from datetime import date

from practice.caseload import queries as caseload
from practice.outcomes import queries, services
from tests.factories.house import House

ON = date(2026, 2, 2)


def reasons(house: House) -> list[tuple[str, int]]:
    with house.reading():
        found = caseload.attention(house.case("imani"))
        return [
            (i.reason["kind"], i.weight)
            for i in found
            if i.reason["kind"] in ("private", "deterioration")
        ]


def test_an_answer_to_phq_9_item_9_is_a_private_item_without_content(house: House) -> None:
    with house.writing():
        case = house.case("imani")
        services.enter_by_item(case, "b", "phq-9", ON, [2, 3, 3, 3, 2, 2, 1, 1, 1], by=case.actor)
    assert reasons(house) == [("private", 8)]
    with house.reading():
        item = next(i for i in caseload.attention(house.case("imani")) if i.weight == 8)
        assert item.reason == {"kind": "private"}


def test_item_9_answered_with_zero_is_not(house: House) -> None:
    with house.writing():
        case = house.case("imani")
        services.enter_by_item(case, "b", "phq-9", ON, [2, 3, 3, 3, 2, 2, 1, 1, 0], by=case.actor)
    assert reasons(house) == []


def test_item_9_counts_even_when_there_is_no_score(house: House) -> None:
    with house.writing():
        case = house.case("imani")
        answers = [1, None, None, None, None, None, None, None, 2]
        services.enter_by_item(case, "a", "phq-9", ON, answers, by=case.actor)
    assert reasons(house) == [("private", 8)]


def test_a_reliable_worsening_is_told_and_falls_with_its_correction(house: House) -> None:
    with house.writing():
        case = house.case("imani")
        services.enter_score(case, "a", "csi-16", ON, 58, by=case.actor)
        worse = services.enter_score(case, "a", "csi-16", date(2026, 5, 4), 38, by=case.actor)
    assert [kind for kind, _ in reasons(house)] == ["deterioration"]
    with house.writing():
        found = queries.result_in_case(
            house.actor("imani"), house.couples["amara-daniel"], worse.id
        )
        services.correct_score(
            found.case,
            "a",
            found.result,
            taken_on=date(2026, 5, 4),
            total=56,
            why="Typing slip.",
            by=found.case.actor,
        )
    assert reasons(house) == []


def test_a_past_score_entered_late_is_no_worsening_now(house: House) -> None:
    with house.writing():
        case = house.case("imani")
        services.enter_score(case, "a", "csi-16", date(2026, 1, 5), 50, by=case.actor)
        services.enter_score(case, "a", "csi-16", date(2026, 5, 4), 58, by=case.actor)
        services.enter_score(case, "a", "csi-16", date(2026, 3, 2), 30, by=case.actor)
    assert reasons(house) == []


def test_the_line_holds_both_courses_on_the_main_measure(measured: House) -> None:
    with measured.reading():
        row = caseload.caseload(measured.actor("imani")).rows[0]
        assert row.summary["course_measure"] == "CSI-16"
        assert row.summary["course"] == {
            "a": [["2026-01-12", 38], ["2026-06-15", 58]],
            "b": [["2026-01-12", 49], ["2026-06-15", 54]],
        }


def test_csi_4_is_the_main_measure_where_there_is_no_csi_16(house: House) -> None:
    with house.writing():
        case = house.case("imani")
        services.enter_by_item(case, "a", "csi-4", ON, [3, 3, 3, 2], by=case.actor)
        services.enter_by_item(case, "a", "gad-7", ON, [1] * 7, by=case.actor)
    with house.reading():
        row = caseload.caseload(house.actor("imani")).rows[0]
        assert row.summary["course_measure"] == "CSI-4"
