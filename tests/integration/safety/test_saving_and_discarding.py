from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import func, select

from practice.audit.models import AuditEvent
from practice.extensions import db
from practice.safety import queries
from practice.safety.models import SafetyDraft
from tests.factories.homework import masked
from tests.factories.house import House, Visitor

Save = Callable[[Visitor, dict[str, str]], str]


def test_only_the_button_saves(amara: Visitor) -> None:
    page = amara.page("/private-questions/part/one")
    assert "data-autosave" not in page
    assert 'autocomplete="off"' in page


def test_what_was_saved_is_there_again(amara: Visitor) -> None:
    amara.post("/private-questions/part/four", {"s17": "Work phone", "today": "no", "later": "1"})
    page = amara.page("/private-questions/part/four")
    assert "Work phone" in page
    assert page.count("checked") == 1


def test_saving_a_page_again_replaces_it_and_leaves_the_others(
    house: House, amara: Visitor
) -> None:
    amara.post("/private-questions/part/one", {"s01": "yes", "s02": "no"})
    amara.post("/private-questions/part/two", {"s06": "no"})
    amara.post("/private-questions/part/one", {"s01": "no"})
    with house.reading():
        draft = queries.draft(house.case("amara"))
        assert draft is not None
        assert draft.answers["answers"] == {"s01": "no", "s06": "no"}


def test_discarding_leaves_no_row_and_an_event_without_content(
    house: House, amara: Visitor, save: Save, all_no: dict[str, str]
) -> None:
    save(amara, all_no)
    amara.post("/private-questions/discard")
    with house.reading():
        case = house.case("imani")
        assert case
        assert db.session.scalar(select(func.count()).select_from(SafetyDraft)) == 0
        event = db.session.scalar(
            select(AuditEvent).where(AuditEvent.action == "private questions discarded")
        )
        assert event is not None
        assert event.detail == {}
    assert amara.get("/private-questions/check").location == "/private-questions"


def test_discarding_nothing_reads_the_same(
    amara: Visitor, save: Save, all_no: dict[str, str]
) -> None:
    save(amara, all_no)
    one = amara.post("/private-questions/discard", follow_redirects=True).text
    other = amara.post("/private-questions/discard", follow_redirects=True).text
    assert masked(one) == masked(other)


def test_too_long_a_text_keeps_what_was_typed(amara: Visitor) -> None:
    refused = amara.post("/private-questions/part/four", {"s17": "x" * 4001, "today": "no"})
    assert refused.status_code == 422
    assert "x" * 4001 in refused.text
    assert "Error: " in refused.text


def test_the_note_about_leaving_stands_first_once_a_session(house: House) -> None:
    amara = house.visitor("amara")
    first = amara.get("/private-questions")
    assert first.location == "/before-you-go-on?next=/private-questions"
    page = amara.page(first.location)
    assert "Pressing Shift three times does the same." in page
    gone_on = amara.post(first.location)
    assert gone_on.location == "/private-questions"
    assert amara.get("/private-questions").status_code == 200


def test_the_note_leads_nowhere_else(house: House) -> None:
    amara = house.visitor("amara")
    assert amara.post("/before-you-go-on?next=//elsewhere.example").location == "/"


def test_without_own_consent_the_text_to_sign_comes_first(house: House) -> None:
    amara = house.visitor("amara")
    amara.post("/before-you-go-on")
    amara.post("/agreements/informed_consent/take-back")
    for path in ("/private-questions", "/private-questions/part/one", "/private-questions/check"):
        assert amara.get(path).location == "/agreements/informed_consent"
    refused = amara.post("/private-questions/part/one", {"s01": "no"})
    assert refused.location == "/agreements/informed_consent"


def test_an_unknown_page_of_questions_is_not_found(amara: Visitor) -> None:
    assert amara.get("/private-questions/part/five").status_code == 404
