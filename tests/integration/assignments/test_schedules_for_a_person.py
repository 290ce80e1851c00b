from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from practice.accounts.models import User
from practice.assignments import rules, services
from practice.assignments.models import Assignment, OpensBy
from practice.audit import services as audit
from practice.caseload.models import AttentionItem
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.extensions import db
from practice.lib import clock
from practice.treatment import services as treatment
from tests.factories import homework
from tests.factories.homework import MONDAY
from tests.factories.house import House

PULSE, SIGNALS, WHEEL = "ci-weekly-pulse", "er-overwhelm-signals", "ib-balance-wheel"


def at(days: float) -> Any:
    return clock.set_to(MONDAY + timedelta(days=days))


def masked(page: str) -> str:
    return re.sub(r'(csrf[^>]*?(?:value|content)=")[^"]*', r"\1", page)


def move(house: House, who: str, zone: str) -> None:
    with house.writing():
        db.session.execute(update(User).where(User.id == house.people[who]).values(zone=zone))
        audit.record("zone changed", by=house.case("imani").actor)


def meet(house: House, kind: str, days: int) -> UUID:
    with at(0), house.writing():
        case = house.case("imani")
        made = treatment.add_session(case, kind, MONDAY + timedelta(days=days), by=case.actor)
        return made.id


def today(house: House, who: str, days: float) -> str:
    with at(days):
        return house.visitor(who).page("/today")


def title(house: House, slug: str) -> str:
    return homework.definition(house, slug).neutral_title


def give_by_session(house: House, kind: ScheduleKind, n: int | None = None) -> homework.Set:
    with at(0):
        return homework.give(house, WHEEL, schedule=Schedule(kind, n))


def is_due(page: str, words: str) -> bool:
    return f": {words}</span></a>" in page


def test_a_joint_session_opens_a_round_for_both(house: House) -> None:
    meet(house, "joint", 10)
    give_by_session(house, ScheduleKind.BEFORE_SESSION, 2)
    words = title(house, WHEEL)
    for who in ("amara", "daniel"):
        waits = today(house, who, 7)
        assert not is_due(waits, words)
        assert "From Tue 10 March" in waits
        assert is_due(today(house, who, 8), words)
        assert is_due(today(house, who, 9.9), words)
        assert not is_due(today(house, who, 10.01), words)


def test_a_session_alone_opens_a_round_for_that_person_only(house: House) -> None:
    give_by_session(house, ScheduleKind.AFTER_SESSION)
    before = today(house, "daniel", 5)
    meet(house, "a", 4)
    assert is_due(today(house, "amara", 5), title(house, WHEEL))
    after = today(house, "daniel", 5)
    assert masked(before) == masked(after)
    assert "Opens after your next session" in after


def test_a_round_is_named_by_its_session_for_both(house: House) -> None:
    session = meet(house, "joint", 1)
    given = give_by_session(house, ScheduleKind.AFTER_SESSION)
    with at(2):
        assert f"on={session}" in house.visitor("amara").page(f"/homework/{given.a}")
        assert f"on={session}" in house.visitor("daniel").page(f"/homework/{given.b}")


def follow(house: House, first: homework.Set, **more: object) -> homework.Set:
    with at(0), house.writing():
        case = house.case("imani")
        version, _ = catalogue.newest(WHEEL)
        before = {
            "a": db.session.get(Assignment, first.a),
            "b": db.session.get(Assignment, first.b),
        }
        rows = services.assign(
            case,
            version,
            to="ab",
            starts_on=MONDAY.date(),
            schedule=Schedule(ScheduleKind.ONCE),
            follows=before,  # type: ignore[arg-type]
            by=case.actor,
            **more,  # type: ignore[arg-type]
        )
        own = {r.container_id: r.id for r in rows}
        return homework.Set(
            rows[0].set_id, own[case.container("partner_a")], own[case.container("partner_b")]
        )


def test_what_follows_opens_after_ones_own_and_nobody_elses(house: House) -> None:
    with at(0):
        first = homework.give(house, SIGNALS)
    second = follow(house, first, delay_days=2)
    words = title(house, WHEEL)
    untouched = today(house, "daniel", 6)
    assert "Opens after the one before it" in untouched
    with at(3):
        homework.complete(house.visitor("amara"), homework.definition(house, SIGNALS), first.a)
    assert "From Sat 7 March" in today(house, "amara", 4)
    assert is_due(today(house, "amara", 5), words)
    assert masked(today(house, "daniel", 6)) == masked(untouched)
    with at(5):
        assert "Start" in house.visitor("amara").page(f"/homework/{second.a}")
        closed = house.visitor("daniel").get(f"/homework/{second.b}/part/1")
        assert closed.status_code == 303
        homework.complete(house.visitor("amara"), homework.definition(house, WHEEL), second.a)


def test_what_one_sends_never_opens_the_others(house: House) -> None:
    with at(0):
        first = homework.give(house, SIGNALS)
    with (
        pytest.raises(rules.CannotAssign),
        at(0),
        house.writing(),
    ):
        case = house.case("imani")
        version, _ = catalogue.newest(WHEEL)
        services.assign(
            case,
            version,
            to="a",
            starts_on=MONDAY.date(),
            follows={"a": db.session.get_one(Assignment, first.b)},
            by=case.actor,
        )


def test_what_the_clinician_opens_waits_in_the_same_words_for_both(house: House) -> None:
    with at(0), house.writing():
        case = house.case("imani")
        version, _ = catalogue.newest(WHEEL)
        rows = services.assign(
            case,
            version,
            to="ab",
            starts_on=MONDAY.date(),
            opens_by=OpensBy.CLINICIAN,
            by=case.actor,
        )
        first = rows[0].id
    for who in ("amara", "daniel"):
        assert "This opens when your clinician is ready." in today(house, who, 1)
    couple = house.couples["amara-daniel"]
    with at(1):
        imani = house.visitor("imani")
        assert "Waits until you open it" in imani.page(f"/couples/{couple}/homework")
        assert imani.post(f"/couples/{couple}/homework/open/{first}").status_code == 303
    assert is_due(today(house, "amara", 1), title(house, WHEEL))
    assert not is_due(today(house, "daniel", 1), title(house, WHEEL))


def test_the_day_is_that_of_where_the_person_is(house: House) -> None:
    """A round opens at the person's own midnight, and moves with them when they travel."""
    with at(0):
        homework.give(house, PULSE, "a", starts_on=MONDAY.date() + timedelta(days=7))
    midday = datetime(2026, 3, 8, 12, tzinfo=UTC)
    words = title(house, PULSE)
    for zone, expected in (("Pacific/Kiritimati", True), ("America/Los_Angeles", False)):
        move(house, "amara", zone)
        with clock.set_to(midday):
            assert is_due(house.visitor("amara").page("/today"), words) is expected


def test_it_is_overdue_when_the_day_is_over_where_the_person_is(house: House) -> None:
    move(house, "amara", "Asia/Kolkata")
    with at(0), house.writing():
        case = house.case("imani")
        version, _ = catalogue.newest(SIGNALS)
        services.assign(
            case, version, to="a", starts_on=MONDAY.date(), due_on=MONDAY.date(), by=case.actor
        )
    [item] = [i for i in homework.rows_of(house, AttentionItem) if i.reason["kind"] == "overdue"]
    assert item.shows_from.isoformat() == "2026-03-02T18:30:00+00:00"


def test_what_waits_is_not_called_finished(house: House) -> None:
    with at(0):
        first = homework.give(house, SIGNALS)
    second = follow(house, first)
    with at(1):
        page = house.visitor("amara").page(f"/homework/{second.a}")
    assert "This is not open yet." in page
    assert "finished" not in page
