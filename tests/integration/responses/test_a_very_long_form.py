"""A form of 300 questions stays usable: page by page, with as few queries as a short one, and a save touches one page alone."""

from __future__ import annotations

from uuid import UUID

import pytest

from practice.assignments import queries as assignments
from practice.catalogue import services as catalogue
from practice.catalogue.definition import ExerciseDefinition
from practice.responses import queries, services
from practice.responses.models import Draft, Submission
from tests.factories import homework
from tests.factories.counting import counted
from tests.factories.house import House
from tests.unit.catalogue.answering import exercise_of, question

KINDS = ("rating_0_10", "short_text", "number", "date", "long_text")


def made_of(many: int, slug: str) -> ExerciseDefinition:
    fields = [question(f"q{n}", KINDS[n % len(KINDS)]) for n in range(many)]
    return exercise_of(*fields, slug=slug, gates={"fill": "G0", "show": "G1"})


@pytest.fixture
def urls(open_house: House) -> dict[int, str]:
    """The addresses of a form of 5 and of one of 300 questions, given to Amara."""
    found = {}
    for many in (5, 300):
        slug = f"own-of-{many}"
        with open_house.writing():
            catalogue.add_own(made_of(many, slug))
        with homework.later(0):
            found[many] = f"/homework/{homework.give(open_house, slug, 'a').a}"
    return found


def test_a_page_and_a_save_ask_no_more_of_the_database(
    open_house: House, urls: dict[int, str]
) -> None:
    asked: dict[int, list[int]] = {}
    with homework.later(1):
        amara = open_house.visitor("amara")
        for many, url in urls.items():
            page = f"{url}/part/1"
            amara.page(page)
            amara.post(f"{page}/autosave", {"q1": "once", "revision": "0"})
            with counted() as opening:
                amara.page(page)
            with counted() as saving:
                saved = amara.post(f"{page}/autosave", {"q1": "again", "revision": "1"})
            assert saved.status_code == 200
            asked[many] = [len(opening), len(saving)]
    assert asked[5] == asked[300]


def test_a_page_holds_few_questions_and_a_save_leaves_the_others_alone(
    open_house: House, urls: dict[int, str]
) -> None:
    found = homework.definition(open_house, "own-of-300")
    answers = homework.plausible(found)
    with homework.later(1):
        amara = open_house.visitor("amara")
        page = amara.page(f"{urls[300]}/part/1")
        assert page.count('name="on_page"') <= 5
        assert "of 120" in page
        assert len(page) < 40_000
        data = homework.form_data(found, answers)
        for number in (1, 60, 120):
            page_url = f"{urls[300]}/part/{number}"
            page = amara.page(page_url)
            sent = {**data, "revision": homework.hidden(page, "revision"), "go": "next"}
            assert amara.post(page_url, sent).status_code == 303
        (draft,) = homework.rows_of(open_house, Draft)
        kept = dict(draft.answers["given"])
        page = amara.page(f"{urls[300]}/part/1")
        words = {"q1": "Other words", "revision": homework.hidden(page, "revision")}
        assert amara.post(f"{urls[300]}/part/1/autosave", words).status_code == 200
    (draft,) = homework.rows_of(open_house, Draft)
    first_page = {"q0", "q1", "q2", "q3"}
    assert {k: v for k, v in draft.answers["given"].items() if k not in first_page} == {
        k: v for k, v in kept.items() if k not in first_page
    }
    assert draft.answers["given"]["q1"] == "Other words"


def test_all_of_it_is_sent(open_house: House, urls: dict[int, str]) -> None:
    found = homework.definition(open_house, "own-of-300")
    answers = homework.plausible(found)
    with homework.later(1):
        amara = open_house.visitor("amara")
        with open_house.writing():
            actor = open_house.actor("amara")
            given = assignments.own_assignment(actor, UUID(urls[300].rsplit("/", 1)[1]))
            services.fill_in(queries.round_of(given), answers, by=actor)
        page = amara.page(f"{urls[300]}/check")
        assert homework.send(amara, urls[300], page).status_code == 303
    (sent,) = homework.rows_of(open_house, Submission)
    assert sent.answers == answers
