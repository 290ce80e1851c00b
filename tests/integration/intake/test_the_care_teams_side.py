from __future__ import annotations

import re
from uuid import UUID

from sqlalchemy import select

from practice.assignments.models import Assignment
from practice.caseload import queries as cases
from practice.extensions import db
from practice.intake import queries
from tests.factories.house import House, Visitor
from tests.integration.intake.test_one_persons_own_parts import give, own_id


def path(house: House) -> str:
    return f"/couples/{house.couples['amara-daniel']}/intake"


def fill(house: House, who: str, code: str, answers: dict[str, object]) -> None:
    """Write and send one section, page by page."""
    section, visitor = own_id(house, who, code), house.visitor(who)
    number = 1
    while (page := visitor.get(f"/homework/{section}/part/{number}")).status_code == 200:
        [revision] = re.findall(r'name="revision" value="(\d+)"', page.text)
        here = {k: v for k, v in answers.items() if f'name="{k}"' in page.text}
        visitor.post(f"/homework/{section}/part/{number}", {"revision": revision, **here})
        number += 1
    send(visitor, section)


def send(visitor: Visitor, section: UUID) -> None:
    check = visitor.page(f"/homework/{section}/check")
    form = dict(re.findall(r'name="(form_key|revision)" value="([^"]+)"', check))
    assert visitor.post(f"/homework/{section}/send", form).status_code == 303


def test_the_first_two_parts_are_offered_for_both(house: House) -> None:
    page = house.visitor("imani").page(f"{path(house)}/give")
    ticked = re.findall(r'value="(\d)" checked|name="parts"[^>]*value="(\d)"[^>]*checked', page)
    assert {one or other for one, other in ticked} == {"1", "2"}
    assert 'value="ab"' in page


def test_giving_opens_every_form_of_the_parts_chosen_for_each(house: House) -> None:
    imani = house.visitor("imani")
    sent = imani.post(f"{path(house)}/give", {"to": "ab", "parts": ["1", "2"]})
    assert sent.location == path(house)
    with house.reading():
        intake = queries.intake_of(house.case("imani"))
        for side in "ab":
            codes = [section.definition.code for section in intake.sides[side]]
            assert codes == ["IN-1", "IN-2", "IN-4", "IN-5", "IN-7", "IN-18", "IN-19"]


def test_giving_again_adds_only_what_is_missing_to_the_same_sets(house: House) -> None:
    give(house, 2, to="a")
    give(house, 2, to="ab")
    with house.reading():
        house.case("imani")
        rows = db.session.scalars(select(Assignment)).all()
        assert len(rows) == 10
        assert len({row.set_id for row in rows}) == 5


def test_a_part_is_taken_back_but_for_what_was_sent_and_can_be_opened_again(house: House) -> None:
    give(house, 2)
    fill(house, "amara", "IN-4", {"main_concern": "More evenings"})
    story = own_id(house, "amara", "IN-5")
    house.visitor("amara").post(f"/homework/{story}/part/1", {"revision": 0, "form": "dating"})
    imani = house.visitor("imani")
    assert "Take back what is not sent" in imani.page(path(house))
    imani.post(f"{path(house)}/take-back", {"part": "2"})
    page = house.visitor("amara").page("/intake")
    assert "What brings you here" in page
    assert "Story so far" not in page
    assert "Nothing for now." in house.visitor("daniel").page("/intake")
    imani.post(f"{path(house)}/give", {"to": "ab", "parts": ["2"]})
    assert own_id(house, "amara", "IN-5") == story
    assert "In progress" in house.visitor("amara").page("/intake")


def test_no_part_chosen_is_said_on_the_page(house: House) -> None:
    answer = house.visitor("imani").post(f"{path(house)}/give", {"to": "ab"})
    assert answer.status_code == 422
    assert "Choose at least one part." in answer.text


def test_homework_does_not_fill_up_with_sections(house: House) -> None:
    give(house)
    page = house.visitor("imani").page(path(house).replace("intake", "homework"))
    assert "What brings you here" not in page


def test_the_overview_says_how_each_section_stands_on_each_side(house: House) -> None:
    give(house, 1, 2)
    fill(house, "amara", "IN-4", {"main_concern": "More evenings"})
    page = house.visitor("imani").page(path(house))
    assert "Sent " in page
    assert "Not started" in page
    assert "Not opened" in page
    assert "Enter for Daniel" in page


def test_one_persons_answers_are_read_as_a_whole_what_asks_for_a_look_first(house: House) -> None:
    give(house)
    fill(house, "amara", "IN-4", {"main_concern": "More evenings"})
    fill(house, "amara", "IN-8", {"my_say": "2", "make_up": "Tea"})
    page = house.visitor("imani").page(f"{path(house)}/a")
    first = page.index("Read these first")
    assert first < page.index("How much say do you have") < page.index("More evenings")
    assert "Can be released" in page
    assert "More evenings" not in house.visitor("imani").page(f"{path(house)}/b")


def test_an_answer_that_asks_for_a_look_is_a_private_item(house: House) -> None:
    give(house)
    fill(house, "amara", "IN-16", {"self_harm": "prefer_not"})
    with house.reading():
        kinds = [item.reason["kind"] for item in cases.attention(house.case("imani"))]
        assert "private" in kinds


def test_the_clinicians_own_questions_are_noted_beside_the_section(house: House) -> None:
    give(house)
    section = own_id(house, "amara", "IN-6")
    imani = house.visitor("imani")
    notes = f"{path(house)}/notes/{section}"
    assert "Readiness for couple work" in imani.page(notes)
    assert imani.post(notes, {"readiness__rating": "4"}).status_code == 303
    assert "4 of 5" in imani.page(f"{path(house)}/a")
    assert "checked" in imani.page(notes)


def test_a_section_without_such_questions_has_no_page_for_them(house: House) -> None:
    give(house, 2)
    section = own_id(house, "amara", "IN-4")
    assert house.visitor("imani").get(f"{path(house)}/notes/{section}").status_code == 404


def test_answers_are_entered_for_somebody_and_the_record_says_so(house: House) -> None:
    give(house, 2)
    section = own_id(house, "daniel", "IN-4")
    imani = house.visitor("imani")
    couple = house.couples["amara-daniel"]
    entering = f"/couples/{couple}/homework/paper/{section}"
    [key] = re.findall(r'name="form_key" value="([^"]+)"', imani.page(entering))
    kept = imani.post(
        entering, {"form_key": key, "paper_on": "2026-02-28", "main_concern": "Less noise"}
    )
    assert kept.status_code == 303, kept.text
    assert "entered" in imani.page(kept.location).lower()
    assert "Less noise" in house.visitor("daniel").page("/intake/answers")


def test_a_supervisor_reads_and_changes_nothing(house: House) -> None:
    give(house)
    section = own_id(house, "amara", "IN-6")
    ruth = house.visitor("supervisor")
    assert "Give the intake" not in ruth.page(path(house))
    assert ruth.get(f"{path(house)}/give").status_code == 403
    assert ruth.get(f"{path(house)}/notes/{section}").status_code == 403


def test_a_colleague_finds_nothing(house: House) -> None:
    give(house)
    ben = house.visitor("colleague")
    for where in ("", "/give", "/a", f"/notes/{own_id(house, 'amara', 'IN-6')}"):
        assert ben.get(f"{path(house)}{where}").status_code == 404
