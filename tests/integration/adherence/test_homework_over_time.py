from __future__ import annotations

from practice.assignments import queries as assignment_queries
from practice.assignments import rules as assignment_rules
from practice.assignments import services as assignments
from practice.catalogue.definition import Schedule, ScheduleKind
from tests.factories import homework
from tests.factories.counting import counted
from tests.factories.house import House

WEEKLY = Schedule(ScheduleKind.EVERY_N_WEEKS, 1)
DAY = 24


def url(house: House) -> str:
    return f"/couples/{house.couples['amara-daniel']}/homework/adherence"


def weeks(house: House, of_amara: tuple[int, ...], of_daniel: tuple[int, ...]) -> homework.Set:
    """Give the weekly check-in and have it come back on these days after the first."""
    with homework.later(-DAY):
        homework.clear(house)
    found = homework.definition(house, "ci-weekly-pulse")
    with homework.later(0):
        given = homework.give(house, "ci-weekly-pulse", schedule=WEEKLY)
    for who, days, assignment in (
        ("amara", of_amara, given.a),
        ("daniel", of_daniel, given.b),
    ):
        for after in days:
            with homework.later(after * DAY + 1):
                homework.complete(house.visitor(who), found, assignment)
    return given


def test_asked_back_quality_and_usefulness_per_partner(house: House) -> None:
    given = weeks(house, (0, 7, 14), (1,))
    with homework.later(15 * DAY):
        sent = homework.sent_id(house, given.a)
        house.visitor("amara").post(f"/homework/sent/{sent}/rating", {"useful": "8", "effort": "4"})
        couple = house.couples["amara-daniel"]
        imani = house.visitor("imani")
        imani.post(f"/couples/{couple}/homework/{sent}/review", {"quality": "6"})
        page = imani.page(url(house))
    amara, daniel = page.split('id="person-b"')
    assert "Came back 3 of 3, 3 of 3 by the date." in amara
    assert "Quality as the care team sees it: 6 of 10." in amara
    assert "Useful, in their own words: 8 of 10." in amara
    assert "Came back 1 of 2, 1 of 1 by the date." in daniel
    assert "useful 8, put into it 4" in page


def test_what_got_in_the_way_stands_there_in_words(house: House) -> None:
    given = weeks(house, (), ())
    with homework.later(8 * DAY), house.writing():
        case = house.case("daniel")
        found = assignment_queries.own_assignment(case.actor, given.b)  # type: ignore[arg-type]
        first = next(assignment_rules.occurrences(found.rhythm(), homework.MONDAY.date()))
        assignments.say_what_got_in_the_way(found, first, reason="heavy", words="", by=case.actor)
    with homework.later(8 * DAY):
        page = house.visitor("imani").page(url(house))
    assert "In the way: It felt like too much just then." in page


def test_the_care_team_alone(house: House) -> None:
    weeks(house, (0,), (0,))
    with homework.later(DAY):
        for who in ("imani", "cotherapist", "supervisor"):
            assert house.visitor(who).get(url(house)).status_code == 200
        for who in ("colleague", "administrator", "officer", "amara", "daniel"):
            assert house.visitor(who).get(url(house)).status_code == 404


def test_nothing_yet_is_said_kindly(house: House) -> None:
    assert "Nothing has come round yet" in house.visitor("imani").page(url(house))


def test_the_queries_do_not_grow_and_pages_are_turned(house: House) -> None:
    def count(days: int) -> int:
        with homework.later(days * DAY):
            imani = house.visitor("imani")
            imani.page(url(house))
            with counted() as seen:
                imani.page(url(house))
        return len(seen)

    weeks(house, (0,), (0,))
    few = count(1)
    found = homework.definition(house, "er-feelings-log")
    with homework.later(2 * DAY):
        log = homework.give(house, "er-feelings-log", "a")
    with homework.later(2 * DAY + 1):
        homework.complete(house.visitor("amara"), found, log.a)
    assert count(60) == few
    with homework.later(60 * DAY):
        imani = house.visitor("imani")
        assert "Page 1 of" in imani.page(url(house))
        assert "Page 2 of" in imani.page(f"{url(house)}?page=2")
        assert imani.get(f"{url(house)}?page=x").status_code == 200
        assert imani.get(f"{url(house)}?page=999").status_code == 200
