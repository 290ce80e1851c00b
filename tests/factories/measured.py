"""The written answers of the first fictional couple, by item before any reversal (clinical cases), and entering them."""

from __future__ import annotations

from datetime import date

from practice.outcomes import services
from tests.factories.house import House

T1, T2, T3 = date(2026, 1, 12), date(2026, 3, 16), date(2026, 6, 15)
AMARA = {
    "csi-16": ([2, 2, 3, 2, 2, 3, 2, 2, 2, 2, 3, 3, 2, 3, 2, 3], [4, 4, 4, 3, 4, 4, 3, 3, 4, 3, 4, 4, 3, 4, 4, 3]),
    "rdas": ([3, 3, 2, 1, 3, 3, 3, 2, 2, 3, 2, 2, 2, 2], [4, 4, 3, 3, 4, 4, 4, 3, 3, 4, 3, 3, 3, 3]),
    "phq-9": ([1, 1, 2, 2, 1, 1, 1, 0, 0], [0, 1, 1, 1, 0, 0, 0, 0, 0]),
    "cpq-sf": ([6, 3, 8, 2, 4, 6, 3, 7, 2, 6, 3], [3, 6, 5, 3, 6, 3, 6, 4, 3, 3, 2]),
}  # fmt: skip
DANIEL = {
    "csi-16": ([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3, 3, 3, 3, 3], [4, 3, 4, 3, 3, 4, 3, 3, 4, 3, 4, 3, 3, 4, 3, 3]),
    "rdas": ([4, 4, 3, 2, 4, 4, 4, 3, 3, 3, 2, 3, 2, 2], [4, 4, 4, 3, 4, 4, 4, 3, 3, 4, 3, 3, 3, 2]),
    "phq-9": ([1, 1, 1, 2, 1, 0, 1, 0, 0], [0, 1, 1, 1, 1, 0, 0, 0, 0]),
    "cpq-sf": ([5, 4, 2, 8, 4, 5, 4, 2, 7, 3, 7], [3, 6, 3, 5, 6, 3, 6, 3, 4, 2, 4]),
}  # fmt: skip


def enter_measures(house: House) -> None:
    """Enter Amara's and Daniel's results of T1 and T3."""
    with house.writing():
        case = house.case("imani")
        for side, answers in (("a", AMARA), ("b", DANIEL)):
            for measure_id, (first, last) in answers.items():
                services.enter_by_item(case, side, measure_id, T1, first, by=case.actor)
                services.enter_by_item(case, side, measure_id, T3, last, by=case.actor)
