from __future__ import annotations

from practice.catalogue.definition import Schedule, ScheduleKind
from tests.factories import homework
from tests.factories.counting import counted
from tests.factories.house import House

DAILY = Schedule(ScheduleKind.DAILY, 1)
MOST = 14


def pages(house: House, given: homework.Set) -> dict[str, tuple[str, str]]:
    couple = house.couples["amara-daniel"]
    return {
        "intro": ("amara", f"/homework/{given.a}"),
        "part": ("amara", f"/homework/{given.a}/part/1"),
        "overview": ("imani", f"/couples/{couple}/homework"),
        "queue": ("imani", "/review"),
        "review": ("imani", f"/couples/{couple}/homework/{homework.sent_id(house, given.b)}"),
        "compare": ("imani", f"/couples/{couple}/homework/set/{given.set_id}"),
    }


def counts(house: House, given: homework.Set) -> dict[str, int]:
    found = {}
    for name, (who, path) in pages(house, given).items():
        visitor = house.visitor(who)
        visitor.page(path)
        with counted() as seen:
            visitor.page(path)
        found[name] = len(seen)
    return found


def test_the_same_few_queries_whatever_came_in(open_house: House) -> None:
    wheel = homework.definition(open_house, "ib-balance-wheel")
    with homework.later(0):
        given = homework.give(open_house, "ib-balance-wheel", schedule=DAILY)
    with homework.later(1):
        homework.complete(open_house.visitor("daniel"), wheel, given.b)
        few = counts(open_house, given)
    for day in range(1, 6):
        with homework.later(24 * day):
            homework.give(open_house, "df-closeness-circles")
            for who, assignment in (("daniel", given.b), ("amara", given.a)):
                homework.complete(open_house.visitor(who), wheel, assignment)
    with homework.later(24 * 6):
        many = counts(open_house, given)
    assert many == few
    assert max(many.values()) <= MOST, many
