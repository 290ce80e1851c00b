from __future__ import annotations

import re
from uuid import UUID

from sqlalchemy import select

from practice.caseload import queries as cases
from practice.extensions import db
from practice.intake import queries, services
from practice.responses.models import Submission
from tests.factories.house import House


def give(house: House, *stages: int, to: str = "ab") -> None:
    with house.writing():
        case = house.case("imani")
        services.give(case, to=to, stages=stages or (1, 2, 3, 4), by=case.actor)


def own_id(house: House, who: str, code: str) -> UUID:
    with house.reading():
        sections = queries.own_intake(house.case(who)).sections
        return next(s.id for s in sections if s.definition.code == code)


def test_nothing_stands_there_before_the_clinician_gives_it(house: House) -> None:
    amara = house.visitor("amara")
    assert "Nothing for now." in amara.page("/intake")
    assert "Getting started" not in amara.page("/today")


def test_parts_that_were_opened_stand_there_with_their_sections(house: House) -> None:
    give(house, 1, 2)
    page = house.visitor("amara").page("/intake")
    for words in ("About you", "Agreements to read", "A few private questions", "Closeness"):
        assert words in page
    assert "Body and affection" not in page
    assert "Getting started" in house.visitor("amara").page("/today")


def test_today_has_one_card_for_all_of_it(house: House) -> None:
    give(house)
    page = house.visitor("amara").page("/today")
    assert page.count("Getting started") == 2  # the card, and its button read aloud
    assert "What brings you here" not in page


def test_a_section_is_gone_on_with_where_it_was_left(house: House) -> None:
    give(house, 2)
    section = own_id(house, "amara", "IN-4")
    amara = house.visitor("amara")
    amara.page(f"/homework/{section}/part/1")
    for number, answer in ((1, "main_concern"), (2, "why_now")):
        sent = amara.post(
            f"/homework/{section}/part/{number}", {"revision": number - 1, answer: "Words"}
        )
        assert sent.status_code == 303
    assert "In progress" in amara.page("/intake")
    assert f"/homework/{section}/part/3" in amara.page(f"/homework/{section}")


def test_a_section_with_a_note_says_it_before_its_first_question(house: House) -> None:
    give(house, 4)
    page = house.visitor("amara").page(f"/homework/{own_id(house, 'amara', 'IN-13')}")
    assert "This part touches on abuse" in page
    assert "Leave this whole part out" in page


def test_a_whole_section_can_be_left_out_and_is_done(house: House) -> None:
    give(house, 4)
    section = own_id(house, "amara", "IN-13")
    amara = house.visitor("amara")
    assert amara.post(f"/intake/{section}/leave-out").location == "/intake"
    with house.reading():
        house.case("amara")
        row = db.session.scalars(select(Submission)).one()
        assert {repr(answer) for answer in row.answers.values()} == {"{'skipped': True}"}
    assert re.search(r"Earlier times.*?Done", amara.page("/intake"), re.DOTALL)
    again = amara.post(f"/intake/{section}/leave-out")
    assert again.location == f"/homework/{section}"


def test_a_section_with_a_question_that_must_be_answered_is_not_left_out(house: House) -> None:
    give(house, 1)
    section = own_id(house, "amara", "IN-1")
    amara = house.visitor("amara")
    assert "Leave this whole part out" not in amara.page(f"/homework/{section}")
    assert amara.post(f"/intake/{section}/leave-out").location == f"/homework/{section}"


def test_without_ones_own_consent_the_section_stays_and_leads_to_the_text(house: House) -> None:
    give(house, 4)
    section = own_id(house, "amara", "IN-9")
    amara = house.visitor("amara")
    page = amara.page("/intake")
    assert "Body and affection" in page
    assert "Needs your own consent first" in page
    assert "/agreements/sexual_content_consent" in amara.page(f"/homework/{section}")
    assert amara.get(f"/homework/{section}/part/1").location.startswith(f"/homework/{section}?")


def test_an_answer_about_self_harm_shows_help_at_once(house: House) -> None:
    give(house, 4)
    section = own_id(house, "amara", "IN-16")
    amara = house.visitor("amara")
    number = next(
        n for n in range(1, 9) if 'name="self_harm"' in amara.page(f"/homework/{section}/part/{n}")
    )
    sent = amara.post(f"/homework/{section}/part/{number}", {"revision": 0, "self_harm": "past"})
    assert sent.location.startswith(f"/homework/{section}/part/{number}/help")
    page = amara.page(sent.location)
    assert "988" in page
    assert f"/homework/{section}/part/{number + 1}" in page


def test_how_to_reach_a_person_is_kept_in_the_contact_choices(house: House) -> None:
    give(house, 1)
    section = own_id(house, "amara", "IN-1")
    amara = house.visitor("amara")
    answers = {"adult": "yes", "contact_ways": ["portal", "call"], "contact_hours": "Mondays"}
    for number in range(1, 7):
        page = amara.get(f"/homework/{section}/part/{number}")
        if page.status_code != 200:
            break
        revision = re.search(r'name="revision" value="(\d+)"', page.text)
        assert revision is not None
        here = {k: v for k, v in answers.items() if f'name="{k}"' in page.text}
        amara.post(f"/homework/{section}/part/{number}", {"revision": revision[1], **here})
    check = amara.page(f"/homework/{section}/check")
    form = dict(re.findall(r'name="(form_key|revision)" value="([^"]+)"', check))
    assert amara.post(f"/homework/{section}/send", form).status_code == 303
    with house.reading():
        kept = cases.safe_contact(house.case("amara"), "a")
        assert kept is not None
        assert kept.ways["ways"] == ["portal", "call"]
        assert kept.ways["hours"] == "Mondays"
    assert "Mondays" in amara.page("/record")


def test_what_was_sent_can_be_read_and_printed_as_a_whole(house: House) -> None:
    give(house, 2)
    section = own_id(house, "amara", "IN-4")
    amara = house.visitor("amara")
    amara.post(f"/homework/{section}/part/1", {"revision": 0, "main_concern": "More evenings"})
    check = amara.page(f"/homework/{section}/check")
    form = dict(re.findall(r'name="(form_key|revision)" value="([^"]+)"', check))
    amara.post(f"/homework/{section}/send", form)
    page = amara.page("/intake/answers")
    assert "More evenings" in page
    assert "<title>What I sent" in page
