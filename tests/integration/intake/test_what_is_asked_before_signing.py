from __future__ import annotations

from tests.factories.house import House

TALK = "/agreements/sexual_content_consent/talk"


def test_a_question_reaches_the_care_team_and_nobody_else(house: House) -> None:
    amara = house.visitor("amara")
    assert "What would you like to ask before you agree?" in amara.page(TALK.removesuffix("/talk"))
    assert amara.post(TALK, {"words": "Is a lantern safe?"}).status_code == 303
    assert amara.post(TALK, {"words": "And a harbour?"}).status_code == 303
    record = f"/couples/{house.couples['amara-daniel']}/record"
    page = house.visitor("imani").page(record)
    assert "Is a lantern safe?" in page
    assert "And a harbour?" in page
    for path in ("/agreements", TALK.removesuffix("/talk"), "/today", "/record"):
        assert "lantern" not in house.visitor("daniel").page(path)


def test_asking_leaves_the_page_as_it_is_for_anyone_who_has_not_signed(house: House) -> None:
    amara = house.visitor("amara")
    before = amara.page("/agreements/sexual_content_consent")
    amara.post(TALK, {"words": "Is a lantern safe?"})
    amara.page("/agreements")  # where the word of thanks stands
    after = amara.page("/agreements/sexual_content_consent")
    assert "lantern" not in after
    assert ("Sign for yourself" in before) is ("Sign for yourself" in after)


def test_words_that_are_too_long_come_back(house: House) -> None:
    answer = house.visitor("amara").post(TALK, {"words": "x" * 4001})
    assert answer.status_code == 422
    assert "x" * 4001 in answer.text


def test_nothing_need_be_written(house: House) -> None:
    assert house.visitor("amara").post(TALK).status_code == 303
