from __future__ import annotations

import pytest

from practice.caseload.models import AttentionItem, CaseloadLine
from practice.catalogue.definition import ExerciseDefinition
from practice.responses.models import Review
from tests.factories import homework
from tests.factories.house import House


@pytest.fixture
def sent(open_house: House, wheel: ExerciseDefinition, given: homework.Set) -> House:
    with homework.later(1):
        homework.complete(open_house.visitor("amara"), wheel, given.a)
    with homework.later(2):
        homework.complete(open_house.visitor("daniel"), wheel, given.b)
    return open_house


def review_url(house: House, assignment: object) -> str:
    couple = house.couples["amara-daniel"]
    return f"/couples/{couple}/homework/{homework.sent_id(house, assignment)}"  # type: ignore[arg-type]


def open_kinds(house: House) -> list[str]:
    rows = homework.rows_of(house, AttentionItem)
    return sorted(r.reason["kind"] for r in rows if r.done_at is None)


def test_reading_one_leads_to_the_next_and_then_to_none(sent: House, given: homework.Set) -> None:
    imani = sent.visitor("imani")
    first, second = review_url(sent, given.a), review_url(sent, given.b)
    with homework.later(2.1):
        imani = sent.visitor("imani")
        assert "To read: 2" in imani.page("/review")
        data = {"comment": "Thank you for this.", "quality": "7", "agenda": "y"}
        following = imani.post(f"{first}/review", data)
        assert following.headers["Location"] == second
        assert "To read: 1" in imani.page("/review")
        assert imani.post(f"{second}/review").headers["Location"] == "/review"
        assert "Nothing to read" in imani.page("/review")
    assert "submission" not in open_kinds(sent)
    notes = {r.submission_id: r.content for r in homework.rows_of(sent, Review)}
    noted = notes[homework.sent_id(sent, given.a)]
    assert (noted["quality"], noted["agenda"]) == (7, True)


def test_the_comment_is_read_by_its_author_alone(sent: House, given: homework.Set) -> None:
    with homework.later(2.1):
        data = {"comment": "Thank you for this."}
        sent.visitor("imani").post(f"{review_url(sent, given.a)}/review", data)
        own = sent.visitor("amara").page(f"/homework/sent/{homework.sent_id(sent, given.a)}")
        assert "Thank you for this." in own
        other = homework.sent_id(sent, given.a)
        assert sent.visitor("daniel").get(f"/homework/sent/{other}").status_code == 404


def test_what_changed_since_last_time_is_marked(open_house: House) -> None:
    found = homework.definition(open_house, "er-feelings-log")
    with homework.later(0):
        given = homework.give(open_house, "er-feelings-log", "a")
        homework.complete(open_house.visitor("amara"), found, given.a)
    with homework.later(24):
        answers = {**homework.plausible(found), "moment": "Something else."}
        homework.complete(open_house.visitor("amara"), found, given.a, answers)
        page = open_house.visitor("imani").page(review_url(open_house, given.a))
    assert page.count(">Changed<") == 1
    assert "Some words about moment." in page


def test_a_supervisor_reads_and_writes_nothing(sent: House, given: homework.Set) -> None:
    url = review_url(sent, given.a)
    with homework.later(2.1):
        supervisor = sent.visitor("supervisor")
        assert "Read, and next" not in supervisor.page(url)
        assert supervisor.post(f"{url}/review").status_code == 403


def test_colleagues_and_partners_find_nothing(sent: House, given: homework.Set) -> None:
    url = review_url(sent, given.a)
    with homework.later(2.1):
        assert sent.visitor("colleague").get(url).status_code == 404
        assert "Nothing to read" in sent.visitor("colleague").page("/review")
        assert sent.visitor("daniel").get(url).status_code == 404
        assert sent.visitor("daniel").get("/review").status_code == 404


def test_the_comparison_stands_for_the_care_team_alone(sent: House, given: homework.Set) -> None:
    couple = sent.couples["amara-daniel"]
    url = f"/couples/{couple}/homework/set/{given.set_id}"
    with homework.later(2.1):
        page = sent.visitor("imani").page(url)
        assert "How Amara guessed" in page
        assert "data:image/svg+xml" in page
        assert "Above the middle of the scale" in page
        assert sent.visitor("amara").get(url).status_code == 404


def test_the_caseload_counts_what_came_back(sent: House) -> None:
    (line,) = homework.rows_of(sent, CaseloadLine)
    assert line.summary["homework"] == {"a": [1, 1], "b": [1, 1]}


def test_an_answer_that_asks_for_a_look_is_a_private_item(open_house: House) -> None:
    found = homework.definition(open_house, "ci-weekly-pulse")
    with homework.later(0):
        given = homework.give(open_house, "ci-weekly-pulse", "a")
        answers = {**homework.plausible(found), "pressure": 8}
        homework.complete(open_house.visitor("amara"), found, given.a, answers)
    assert "private" in open_kinds(open_house)
    with homework.later(0.2):
        imani = open_house.visitor("imani")
        imani.post(f"{review_url(open_house, given.a)}/review")
    assert "private" not in open_kinds(open_house)


def test_a_dip_in_the_weekly_pulse_is_written_down(open_house: House) -> None:
    found = homework.definition(open_house, "ci-weekly-pulse")
    rows = list(homework.plausible(found)["pulse"])
    with homework.later(0):
        given = homework.give(open_house, "ci-weekly-pulse", "a")
    for week, score in enumerate(("8", "8", "8", "8", "1")):
        with homework.later(week * 7 * 24):
            pulse = dict.fromkeys(rows[:6], score) | {rows[6]: "5"}
            answers = {**homework.plausible(found), "pulse": pulse}
            homework.complete(open_house.visitor("amara"), found, given.a, answers)
        assert ("dip" in open_kinds(open_house)) == (week == 4)
