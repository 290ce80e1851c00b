from __future__ import annotations

import re
from datetime import date

import pytest

from practice.access.decide import NotFound
from practice.extensions import db
from practice.treatment import queries, services
from practice.treatment.models import Goal
from tests.factories.house import House, Visitor

START, END = "2026-01-12", "2026-06-15"


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


@pytest.fixture
def base(house: House) -> str:
    return f"/couples/{house.couples['amara-daniel']}/goals"


def add(
    house: House, visitor: Visitor, base: str, text: str, weight: int, owner: str = "both"
) -> str:
    data = {"owner": owner, "text": text, "weight": str(weight)}
    assert visitor.post(f"{base}/new", data).status_code == 303
    with house.reading():
        return next(str(g.id) for g in queries.goals(house.case("imani")) if g.text == text)


def test_the_goals_of_couple_1_give_their_t(house: House, base: str) -> None:
    visitor = house.visitor("imani")
    for number, (weight, first, last) in enumerate(((3, -1, 1), (2, -2, 0), (1, -1, 2))):
        goal = add(house, visitor, base, f"Goal number {number}", weight)
        for day, level in ((START, first), (END, last)):
            data = {"rated_on": day, "level": str(level)}
            assert visitor.post(f"{base}/{goal}/rate", data).status_code == 303
    page = visitor.page(base)
    assert "T 32.37 at the start, 61.02 now" in words(page)
    assert 'alt="Goal attainment over time. Goal number 0:' in page


def test_a_goal_of_one_is_kept_with_that_one(house: House, base: str) -> None:
    add(house, house.visitor("imani"), base, "Ask for help", 2, owner="a")
    with house.reading():
        assert [g.text for g in queries.own_goals(house.case("amara"))] == ["Ask for help"]
    with house.reading():
        assert queries.own_goals(house.case("daniel")) == []


def test_a_rating_given_alone_is_for_the_care_team(house: House) -> None:
    with house.writing():
        case = house.case("imani")
        goal_id = services.add_goal(case, "both", "Talk", 1, by=case.actor).id
    with house.writing():
        case = house.case("amara")
        goal = next(g for g in queries.own_goals(case) if g.id == goal_id)
        assert goal.alone == ()
        row = db.session.get(Goal, goal_id)
        assert row is not None
        services.rate_goal_alone(case, row, -1, date(2026, 3, 2), by=case.actor)
    with house.reading():
        (theirs,) = queries.own_goals(house.case("daniel"))
        assert theirs.alone == theirs.agreed == ()
    with house.reading():
        (seen,) = queries.goals(house.case("imani"))
        assert [(r.side, r.level) for r in seen.alone] == [("a", -1)]
        assert seen.agreed == ()


def test_a_goal_of_the_other_cannot_be_rated_alone(house: House) -> None:
    with house.writing():
        case = house.case("imani")
        goal = services.add_goal(case, "b", "His own", 1, by=case.actor)
        own = house.case("amara")
        with pytest.raises(NotFound):
            services.rate_goal_alone(own, goal, 1, date(2026, 3, 2), by=own.actor)


def test_editing_keeps_owner_and_ratings(house: House, base: str) -> None:
    visitor = house.visitor("imani")
    goal = add(house, visitor, base, "Talk more", 1)
    visitor.post(f"{base}/{goal}/rate", {"rated_on": START, "level": "-1"})
    assert "Talk more" in visitor.page(f"{base}/{goal}/edit")
    data = {"text": "Talk before bed", "weight": "3", "owner": "a", "level_0": "Four nights"}
    assert visitor.post(f"{base}/{goal}/edit", data).status_code == 303
    with house.reading():
        (held,) = queries.goals(house.case("imani"))
        assert (held.text, held.weight, held.owner) == ("Talk before bed", 3, "both")
        assert held.levels == {"0": "Four nights"}
        assert [r.level for r in held.agreed] == [-1]


def test_a_goal_ends_and_opens_again(house: House, base: str) -> None:
    visitor = house.visitor("imani")
    goal = add(house, visitor, base, "Talk more", 1)
    assert visitor.post(f"{base}/{goal}/end", {"set_aside": "1"}).status_code == 303
    assert "Set aside" in words(visitor.page(base))
    assert visitor.post(f"{base}/{goal}/reopen").status_code == 303
    with house.reading():
        assert queries.goals(house.case("imani"))[0].is_open


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"owner": "c", "text": "x", "weight": "1"},
        {"owner": "both", "text": "   ", "weight": "1"},
        {"owner": "both", "text": "x", "weight": "4"},
        {"owner": "both", "text": "x" * 201, "weight": "1"},
        {"owner": "both", "text": "a\x00b", "weight": "1"},
    ],
)
def test_a_goal_that_cannot_be_is_refused(house: House, base: str, data: dict[str, str]) -> None:
    assert house.visitor("imani").post(f"{base}/new", data).status_code == 422


@pytest.mark.parametrize(
    "data",
    [
        {"rated_on": START},
        {"rated_on": START, "level": "3"},
        {"rated_on": "2026-13-01", "level": "0"},
        {"rated_on": "2126-01-01", "level": "0"},
        {"rated_on": "", "level": "0"},
    ],
)
def test_a_rating_that_cannot_be_is_refused(house: House, base: str, data: dict[str, str]) -> None:
    visitor = house.visitor("imani")
    goal = add(house, visitor, base, "Talk more", 1)
    assert visitor.post(f"{base}/{goal}/rate", data).status_code == 422


def test_a_goal_of_another_couple_is_not_found(house: House, base: str) -> None:
    goal = add(house, house.visitor("imani"), base, "Talk more", 1)
    other = house.couples["rosa-meilin"]
    assert house.visitor("colleague").get(f"/couples/{other}/goals/{goal}/rate").status_code == 404
