from __future__ import annotations

from uuid import uuid4

import pytest

from practice.caseload import services as caseload
from practice.caseload.models import Status
from practice.catalogue.definition import ExerciseDefinition
from practice.responses.models import Draft, Submission
from tests.factories import homework
from tests.factories.house import House

PATHS = ("", "/part/1", "/check", "/sent", "/wording")
POSTS = ("/part/1", "/part/1/autosave", "/send", "/sign", "/discuss")


@pytest.mark.parametrize("who", ["daniel", "rosa", "imani", "colleague", "administrator"])
def test_nobody_else_finds_it(open_house: House, given: homework.Set, who: str) -> None:
    with homework.later(1):
        visitor = open_house.visitor(who)
        for path in PATHS:
            status = visitor.get(f"/homework/{given.a}{path}").status_code
            assert status == visitor.get(f"/homework/{uuid4()}{path}").status_code
            assert status in (403, 404)
        for path in POSTS:
            assert visitor.post(f"/homework/{given.a}{path}").status_code in (403, 404)
    assert homework.rows_of(open_house, Draft) == []


def test_what_is_not_there_reads_like_what_is_the_other_s(
    open_house: House, given: homework.Set
) -> None:
    with homework.later(1):
        daniel = open_house.visitor("daniel")
        foreign, missing = (
            daniel.get(f"/homework/{given.a}"),
            daniel.get(f"/homework/{uuid4()}"),
        )
    assert homework.masked(foreign.text) == homework.masked(missing.text)


def test_unknown_rounds_and_pages_are_not_there(open_house: House, given: homework.Set) -> None:
    with homework.later(1):
        amara, url = open_house.visitor("amara"), f"/homework/{given.a}"
        for path in ("?on=2026-04-01", "?on=x", "/part/0", "/part/99", "/part/1?on=once"):
            assert amara.get(url + path).status_code == 404


def test_own_agreements_come_first(house: House) -> None:
    with house.writing():
        house.add_couple(
            "unsigned", "imani", ("Kim Aldana", "they/them"), ("Lou Berg", "he/him"), signed=False
        )
    with homework.later(0):
        given = homework.give(house, "ib-balance-wheel", couple="unsigned")
        for path in ("", "/part/1", "/check"):
            led = house.visitor("kim").get(f"/homework/{given.a}{path}")
            assert (led.status_code, led.headers["Location"]) == (303, "/agreements")


def test_closed_work_says_the_same_whatever_the_reason(open_house: House) -> None:
    with homework.later(0):
        given = homework.give(open_house, "sc-topic-comfort")
        url = f"/homework/{given.a}"
        assert "Start" in open_house.visitor("amara").page(url)
        with open_house.writing():
            case = open_house.case("amara")
            caseload.revoke_signature(case, "sexual_content_consent", by=case.actor)
        own_consent = homework.masked(open_house.visitor("amara").page(url))
        with open_house.writing():
            case = open_house.case("imani")
            caseload.decide_status(case, Status.URGENT, rationale="Now.", by=case.actor)
        closed = homework.masked(open_house.visitor("amara").page(url))
        assert open_house.visitor("amara").get(f"{url}/part/1").status_code == 303
    assert "This opens when your clinician is ready." in closed
    assert own_consent == closed


def test_sexual_questions_are_asked_only_with_one_s_own_consent(house: House) -> None:
    found = homework.definition(house, "df-closeness-circles")
    homework.clear(house)
    homework.open_sexual_work(house, ("amara",))
    with homework.later(0):
        given = homework.give(house, "df-closeness-circles")
        homework.complete(house.visitor("amara"), found, given.a)
        homework.complete(house.visitor("daniel"), found, given.b)
    sent = {r.assignment_id: set(r.answers) for r in homework.rows_of(house, Submission)}
    sexual = {"actual_sexual", "ideal_sexual"}
    assert sexual <= sent[given.a]  # type: ignore[index]
    assert not sexual & sent[given.b]  # type: ignore[index]


def test_what_was_begun_before_midnight_is_sent_for_that_day(open_house: House) -> None:
    found = homework.definition(open_house, "aa-daily-appreciation")
    with homework.later(0):
        given = homework.give(open_house, "aa-daily-appreciation", "a")
    url = f"/homework/{given.a}"
    # Monday 2 March, 23:50 in Los Angeles.
    with homework.later(13.8):
        amara = open_house.visitor("amara")
        amara.post(f"{url}/part/1", {"revision": "0", "noticed": "The tea.", "go": "later"})
    with homework.later(14.1):
        assert "The tea." in amara.page(f"{url}/part/1")
        page = homework.write(amara, found, url, homework.plausible(found)).text
        homework.send(amara, url, page)
        (sent,) = homework.rows_of(open_house, Submission)
        assert sent.occurrence == "2026-03-02"
        assert "Start" in amara.page(url)


def test_own_answers_are_read_after_proving_oneself_again(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    with homework.later(1):
        amara = open_house.visitor("amara")
        homework.complete(amara, wheel, given.a)
        url = f"/homework/sent/{homework.sent_id(open_house, given.a)}"
        assert "Some words about missing." in amara.page(url)
    with homework.later(1.2):
        asked = amara.get(url)
        assert asked.status_code == 303
        assert "/prove" in asked.headers["Location"]
        assert "/prove" in amara.post(f"{url}/correct").headers["Location"]


def test_a_correction_stands_beside_what_was_sent(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    with homework.later(1):
        amara, url = open_house.visitor("amara"), f"/homework/{given.a}"
        homework.complete(amara, wheel, given.a)
        first = homework.sent_id(open_house, given.a)
        place = amara.post(f"/homework/sent/{first}/correct").headers["Location"]
        assert "Some words about" in amara.page(f"{url}/check")
        for number in range(1, 9):
            page = amara.get(f"{url}/part/{number}")
            if 'name="step"' in page.text:
                revision = homework.hidden(page.text, "revision")
                amara.post(f"{url}/part/{number}", {"revision": revision, "step": "Corrected."})
        homework.send(amara, url, amara.page(f"{url}/check"))
    rows = {r.corrects_id: r for r in homework.rows_of(open_house, Submission)}
    assert place.startswith(url)
    assert rows[None].id == first
    assert rows[None].answers["step"] == "Some words about step."
    assert rows[first].answers["step"] == "Corrected."
