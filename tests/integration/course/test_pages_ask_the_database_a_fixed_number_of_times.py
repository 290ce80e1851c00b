from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from practice.outcomes import services
from practice.treatment import rules
from practice.treatment import services as treatment
from tests.factories.counting import counted
from tests.factories.house import ZONE, House

START = date(2025, 1, 6)


def fill(house: House, weeks: range) -> None:
    with house.writing():
        case = house.case("imani")
        by = case.actor
        for week in weeks:
            day = START + timedelta(weeks=week)
            for side in "ab":
                services.enter_score(case, side, "csi-16", day, 30 + week, by=by)
                services.enter_by_item(case, side, "gad-7", day, [1] * 7, by=by)
            goal = treatment.add_goal(case, "both", f"Goal {week}", 1, by=by)
            treatment.rate_goal(case, goal, 0, day, by=by)
            at = rules.local_moment(day, time(14), ZONE)
            treatment.add_session(case, "ab"[week % 2], at, by=by)


@pytest.mark.parametrize("page", ["measures", "measures/csi-16", "goals", "sessions"])
def test_more_rows_ask_no_more_questions(house: House, page: str) -> None:
    visitor = house.visitor("imani")
    path = f"/couples/{house.couples['amara-daniel']}/{page}"
    fill(house, range(2))
    visitor.page(path)
    with counted() as few:
        visitor.page(path)
    fill(house, range(2, 9))
    with counted() as many:
        visitor.page(path)
    assert len(many) == len(few)
    assert len(few) <= 14
