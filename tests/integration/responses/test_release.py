from __future__ import annotations

import re

import pytest

from practice.assignments.models import Assignment
from practice.caseload import services as caseload
from practice.caseload.models import Status
from practice.catalogue.definition import ExerciseDefinition
from practice.responses.models import Release
from tests.factories import homework
from tests.factories.house import House

DAY = 24


def send_both(
    house: House,
    found: ExerciseDefinition,
    given: homework.Set,
    *,
    keep_back: tuple[str, ...] = (),
    daniel: dict[str, object] | None = None,
) -> None:
    with homework.later(1):
        homework.complete(house.visitor("amara"), found, given.a)
    with homework.later(2):
        homework.complete(house.visitor("daniel"), found, given.b, daniel, keep_back)


def release(
    house: House, given: homework.Set, hours: float, leave_out: tuple[str, ...] = ()
) -> int:
    couple = house.couples["amara-daniel"]
    url = f"/couples/{couple}/homework/set/{given.set_id}/release"
    with homework.later(hours):
        imani = house.visitor("imani")
        page = imani.get(url, query_string=[("leave_out", key) for key in leave_out]).text
        digest = re.search(r'name="digest" value="(\w+)"', page)
        sent = imani.post(
            url, {"digest": digest[1] if digest else "", "leave_out": list(leave_out)}
        )
    return sent.status_code


def shown(house: House, who: str, hours: float = 30) -> str:
    (row,) = [r for r in homework.rows_of(house, Release) if r.closed_at is None]
    with homework.later(hours):
        return house.visitor(who).page(f"/together/{row.id}")


def test_both_read_the_same_copy(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    send_both(open_house, wheel, given)
    assert release(open_house, given, 2 + DAY) == 303
    amara, daniel = shown(open_house, "amara"), shown(open_house, "daniel")
    for page in (amara, daniel):
        assert "Some words about missing." in page
        assert "How close would you like to be?" in page
        assert "Guess your partner" not in page


def test_not_before_a_day_has_passed(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    send_both(open_house, wheel, given)
    assert release(open_house, given, 1 + DAY) == 422
    assert homework.rows_of(open_house, Release) == []


def test_a_correction_starts_the_day_anew(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    send_both(open_house, wheel, given)
    with homework.later(20):
        amara = open_house.visitor("amara")
        sent_id = homework.sent_id(open_house, given.a)
        started = amara.post(f"/homework/sent/{sent_id}/correct")
        assert started.status_code == 303
        on = started.headers["Location"].split("on=")[1]
        page = amara.page(f"/homework/{given.a}/check?on={on}")
        homework.send(amara, f"/homework/{given.a}", page, on=on)
    assert release(open_house, given, 2 + DAY) == 422
    assert release(open_house, given, 20 + DAY) == 303


def test_not_with_one_submission_only(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    with homework.later(1):
        homework.complete(open_house.visitor("amara"), wheel, given.a)
    assert release(open_house, given, 3 * DAY) == 422


def test_not_while_shared_work_is_closed(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    send_both(open_house, wheel, given)
    with homework.later(3), open_house.writing():
        case = open_house.case("imani")
        caseload.decide_status(case, Status.CLARIFY, rationale="To be talked over.", by=case.actor)
    assert release(open_house, given, 2 + DAY) == 422


def test_sexual_answers_need_both_current_consents(open_house: House) -> None:
    found = homework.definition(open_house, "sc-topic-comfort")
    with homework.later(0):
        given = homework.give(open_house, "sc-topic-comfort")
    send_both(open_house, found, given)
    with homework.later(3), open_house.writing():
        case = open_house.case("daniel")
        caseload.revoke_signature(case, "sexual_content_consent", by=case.actor)
    assert release(open_house, given, 2 + DAY) == 422


def test_a_private_answer_holds_it_back(open_house: House) -> None:
    found = homework.definition(open_house, "ci-weekly-pulse")
    with homework.later(0):
        given = homework.give(open_house, "ci-weekly-pulse")
    send_both(open_house, found, given, daniel={**homework.plausible(found), "voice": 2})
    assert release(open_house, given, 2 + DAY) == 422


_READ: dict[str, set[str]] = {"amara": set(), "daniel": set()}


@pytest.mark.parametrize("way", ["kept back", "skipped", "left empty", "left out"])
def test_what_is_withheld_looks_like_what_was_never_answered(
    house: House, wheel: ExerciseDefinition, way: str
) -> None:
    """Whatever the reason, each reads byte for byte the same page as for any other."""
    homework.clear(house)
    with homework.later(0):
        given = homework.give(house, "ib-balance-wheel")
    answers = homework.plausible(wheel)
    if way == "skipped":
        answers["missing"] = {"skipped": True}
    elif way == "left empty":
        del answers["missing"]
    keep_back = ("missing",) if way == "kept back" else ()
    send_both(house, wheel, given, keep_back=keep_back, daniel=answers)
    assert release(house, given, 2 + DAY, ("missing",) if way == "left out" else ()) == 303
    for who, read in _READ.items():
        read.add(homework.masked(shown(house, who)))
        (page,) = read
        assert "standing in for another" not in page
        assert "One small step" in page


def test_keeping_back_after_sending_works_until_the_release(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    send_both(open_house, wheel, given)
    sent_id = homework.sent_id(open_house, given.b)
    with homework.later(10):
        daniel = open_house.visitor("daniel")
        kept = daniel.post(f"/homework/sent/{sent_id}/keep-back", {"keep_back": ["step"]})
        assert kept.status_code == 303
        assert "You are keeping this back." in daniel.page(f"/homework/sent/{sent_id}")
    assert release(open_house, given, 2 + DAY) == 303
    assert "Some words about step." not in shown(open_house, "amara")


def test_what_was_previewed_is_what_is_shown(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    send_both(open_house, wheel, given)
    couple = open_house.couples["amara-daniel"]
    url = f"/couples/{couple}/homework/set/{given.set_id}/release"
    with homework.later(2 + DAY):
        imani = open_house.visitor("imani")
        digest = homework.hidden(imani.page(url), "digest")
        sent_id = homework.sent_id(open_house, given.b)
        open_house.visitor("daniel").post(
            f"/homework/sent/{sent_id}/keep-back", {"keep_back": ["step"]}
        )
        late = imani.post(url, {"digest": digest})
    assert late.status_code == 409
    assert homework.rows_of(open_house, Release) == []


def test_how_a_guess_came_out_is_told_to_the_guesser_alone(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    no_guess = {k: v for k, v in homework.plausible(wheel).items() if k != "guess_wish"}
    send_both(open_house, wheel, given, daniel=no_guess)
    release(open_house, given, 2 + DAY)
    assert "Your guess" in shown(open_house, "amara")
    assert "guess" not in shown(open_house, "daniel").lower()


def test_showing_ends_on_both_sides_at_once(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    send_both(open_house, wheel, given)
    release(open_house, given, 2 + DAY)
    (row,) = homework.rows_of(open_house, Release)
    couple = open_house.couples["amara-daniel"]
    with homework.later(40):
        closed = open_house.visitor("imani").post(
            f"/couples/{couple}/homework/set/{given.set_id}/release/close"
        )
        assert closed.status_code == 303
        for who in ("amara", "daniel"):
            assert open_house.visitor(who).get(f"/together/{row.id}").status_code == 404


def test_sexual_rows_close_with_that_work_and_the_rest_stays(open_house: House) -> None:
    found = homework.definition(open_house, "df-closeness-circles")
    with homework.later(0):
        given = homework.give(open_house, "df-closeness-circles")
    send_both(open_house, found, given)
    assert release(open_house, given, 2 + DAY) == 303
    assert "exual closeness" in shown(open_house, "amara")
    with homework.later(28), open_house.writing():
        case = open_house.case("imani")
        caseload.open_sexual_work(case, is_open=False, by=case.actor)
    for who in ("amara", "daniel"):
        page = shown(open_house, who)
        assert "exual closeness" not in page
        assert "Emotional closeness now" in page


def test_another_couple_reads_nothing_of_it(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    send_both(open_house, wheel, given)
    release(open_house, given, 2 + DAY)
    (row,) = homework.rows_of(open_house, Release)
    assert len(homework.rows_of(open_house, Assignment)) == 2
    with homework.later(30):
        assert open_house.visitor("rosa").get(f"/together/{row.id}").status_code == 404
        assert open_house.visitor("imani").get(f"/together/{row.id}").status_code in (403, 404)
