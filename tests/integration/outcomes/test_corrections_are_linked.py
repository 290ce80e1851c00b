from __future__ import annotations

from uuid import UUID

import pytest

from practice.outcomes import queries, services
from tests.factories.house import House
from tests.factories.measured import T1


def first_result(house: House) -> UUID:
    with house.reading():
        course = queries.courses(house.case("imani"))["csi-16"]["a"]
        return course.readings[0].id


def path(house: House, result_id: UUID) -> str:
    return f"/couples/{house.couples['amara-daniel']}/measures/results/{result_id}/correct"


def figures(*answers: int | str) -> dict[str, str]:
    return {f"item_{n}": str(answer) for n, answer in enumerate(answers, start=1)}


def test_a_correction_counts_and_the_earlier_row_stays(measured: House) -> None:
    old = first_result(measured)
    visitor = measured.visitor("imani")
    assert 'value="3"' in visitor.page(path(measured, old))
    data = figures(*([2] * 16)) | {"taken_on": "2026-01-13", "why": "Two forms were mixed up."}
    assert visitor.post(path(measured, old), data).status_code == 303
    with measured.reading():
        case = measured.case("imani")
        course = queries.courses(case)["csi-16"]["a"]
        assert [r.total for r in course.readings] == [32, 58]
        assert course.readings[0].corrected
        assert len(queries.all_rows(case, "csi-16")) == 5
    page = visitor.page(f"/couples/{measured.couples['amara-daniel']}/measures/csi-16")
    assert "Replaced" in page
    assert "Two forms were mixed up." in page


def test_a_correction_says_why(measured: House) -> None:
    old = first_result(measured)
    data = figures(*([2] * 16)) | {"taken_on": "2026-01-13", "why": " "}
    answer = measured.visitor("imani").post(path(measured, old), data)
    assert answer.status_code == 422
    assert "Write a few words about why" in answer.text


def test_a_result_set_aside_counts_no_more(measured: House) -> None:
    old = first_result(measured)
    data = figures(*([2] * 16)) | {
        "taken_on": "2026-01-12",
        "why": "Not her own form.",
        "set_aside": "1",
    }
    assert measured.visitor("imani").post(path(measured, old), data).status_code == 303
    with measured.reading():
        course = queries.courses(measured.case("imani"))["csi-16"]["a"]
        assert [r.total for r in course.readings] == [58]


def test_what_was_replaced_is_not_replaced_again(measured: House) -> None:
    old = first_result(measured)
    with measured.writing():
        found = queries.result_in_case(
            measured.actor("imani"), measured.couples["amara-daniel"], old
        )
        services.set_aside(found.case, "a", found.result, why="x", by=found.case.actor)
    with measured.writing():
        found = queries.result_in_case(
            measured.actor("imani"), measured.couples["amara-daniel"], old
        )
        anew = {"taken_on": T1, "answers": [2] * 16, "why": "x", "by": found.case.actor}
        with pytest.raises(services.AlreadyReplaced):
            services.correct_by_item(found.case, "a", found.result, **anew)


def test_a_result_of_another_couple_is_not_found(measured: House) -> None:
    old = first_result(measured)
    other = measured.couples["rosa-meilin"]
    answer = measured.visitor("colleague").get(f"/couples/{other}/measures/results/{old}/correct")
    assert answer.status_code == 404
