from __future__ import annotations

import re
from typing import Any

from practice.caseload import services as caseload
from practice.responses.models import Release
from tests.factories import homework
from tests.factories.house import House
from tests.integration.responses.test_release import DAY, release, shown

PREFS = {
    "sitting_close": "yes_please",
    "holding_hands": "maybe_ask_me",
    "long_hug": "yes_sometimes",
    "brief_kiss": "yes_please",
}
REFUSED = {"longer_kiss": "never", "cuddling_in_bed": "not_now"}


def touch(house: House, daniel: dict[str, Any] | None = None) -> homework.Set:
    found = homework.definition(house, "sc-touch-preferences")
    base = {"pace": "as_we_are", "no_fear": 9, "conditions": "A quiet evening."}
    with homework.later(0):
        given = homework.give(house, "sc-touch-preferences")
    with homework.later(1):
        homework.complete(
            house.visitor("amara"), found, given.a, {**base, "prefs": {**PREFS, **REFUSED}}
        )
        mine = {**base, "prefs": {**PREFS, "longer_kiss": "yes_please"}, **(daniel or {})}
        homework.complete(house.visitor("daniel"), found, given.b, mine)
    return given


def pick(house: House, given: homework.Set, rows: list[str], hours: float = 2 + DAY) -> Any:
    couple = house.couples["amara-daniel"]
    url = f"/couples/{couple}/homework/set/{given.set_id}/release"
    with homework.later(hours):
        imani = house.visitor("imani")
        page = imani.get(url, query_string=[("pick", row) for row in rows]).text
        digest = re.search(r'name="digest" value="(\w+)"', page)
        return imani.post(url, {"digest": digest[1] if digest else "", "pick": rows})


def test_only_what_both_welcome_and_the_clinician_picked(open_house: House) -> None:
    given = touch(open_house)
    done = pick(open_house, given, ["sitting_close", "holding_hands", "longer_kiss", "never"])
    assert done.status_code == 303, done.text
    for who in ("amara", "daniel"):
        page = shown(open_house, who)
        assert "Some of what you both welcome" in page
        assert page.count("Sitting close") == 1
        assert "Holding hands" in page
        for silent in ("Long hug", "Brief kiss", "Longer kiss", "Cuddling", "Maybe", "Yes please"):
            assert silent not in page, silent
        assert "quiet evening" not in page
    (row,) = homework.rows_of(open_house, Release)
    assert "prefs" not in str(row.content["answers"])


def test_never_all_of_what_both_welcome(open_house: House) -> None:
    given = touch(open_house)
    refused = pick(open_house, given, list(PREFS))
    assert refused.status_code == 422
    assert "Pick at most 3 of what both welcome" in refused.text
    assert homework.rows_of(open_house, Release) == []


def test_nothing_while_one_is_not_free_to_say_no(open_house: House) -> None:
    given = touch(open_house, {"no_fear": 4})
    assert pick(open_house, given, ["sitting_close"]).status_code == 422


def test_what_one_keeps_back_is_not_there_to_pick(open_house: House) -> None:
    given = touch(open_house)
    with homework.later(3):
        own = homework.sent_id(open_house, given.b)
        daniel = open_house.visitor("daniel")
        assert "keep-prefs" in daniel.page(f"/homework/sent/{own}")
        daniel.post(f"/homework/sent/{own}/keep-back", {"keep_back": ["prefs"]})
    assert pick(open_house, given, ["sitting_close"]).status_code == 303
    for who in ("amara", "daniel"):
        page = shown(open_house, who)
        assert "Sitting close" not in page
        assert "welcome" not in page


def limits(house: House) -> homework.Set:
    found = homework.definition(house, "hb-boundaries")
    with homework.later(0):
        given = homework.give(house, "hb-boundaries")
    with homework.later(1):
        for who, assignment in (("amara", given.a), ("daniel", given.b)):
            lines = [
                line("time", f"{who} needs an hour", "yes"),
                line("sex", f"{who} on sex", "yes"),
                line("money", f"{who} keeps money", "no"),
            ]
            homework.complete(house.visitor(who), found, assignment, {"limits": lines, "fear": 2})
    return given


def line(area: str, limit: str, share: str) -> dict[str, str]:
    return {
        "area": area,
        "limit": limit,
        "how": "Kindly.",
        "firmness": "important",
        "share": share,
    }


def test_only_lines_that_their_author_shares(open_house: House) -> None:
    given = limits(open_house)
    assert release(open_house, given, 2 + DAY) == 303
    page = shown(open_house, "amara")
    for words in ("amara needs an hour", "daniel needs an hour", "daniel on sex"):
        assert words in page
    assert "keeps money" not in page
    assert ">Share<" not in page


def test_lines_on_sex_open_and_close_with_sexual_work(open_house: House) -> None:
    given = limits(open_house)
    assert release(open_house, given, 2 + DAY) == 303
    sexual_work(open_house, is_open=False)
    for who in ("amara", "daniel"):
        assert "on sex" not in shown(open_house, who)
    assert release(open_house, given, 4 + DAY) == 303
    page = shown(open_house, "daniel")
    assert "amara needs an hour" in page
    assert "on sex" not in page


def test_a_line_on_sex_that_its_author_keeps_is_not_told_by_what_closes(open_house: House) -> None:
    """Whatever of hers stays private: when sexual work closes, what he reads stays as it was."""
    found = homework.definition(open_house, "hb-boundaries")
    with homework.later(0):
        given = homework.give(open_house, "hb-boundaries")
    with homework.later(1):
        for who, assignment, own in (("amara", given.a, "sex"), ("daniel", given.b, "money")):
            lines = [line("time", f"{who} needs an hour", "yes"), line(own, f"{who} keeps", "no")]
            homework.complete(
                open_house.visitor(who), found, assignment, {"limits": lines, "fear": 2}
            )
    assert release(open_house, given, 2 + DAY) == 303
    sexual_work(open_house, is_open=False)
    for who in ("amara", "daniel"):
        page = shown(open_house, who)
        assert "amara needs an hour" in page
        assert "daniel needs an hour" in page


def sexual_work(house: House, *, is_open: bool) -> None:
    with homework.later(3 + DAY), house.writing():
        case = house.case("imani")
        caseload.open_sexual_work(case, is_open=is_open, by=case.actor)


def test_how_a_pleasure_guess_came_out_stays_with_the_clinician(open_house: House) -> None:
    found = homework.definition(open_house, "sc-pleasure-guess")
    with homework.later(0):
        given = homework.give(open_house, "sc-pleasure-guess")
    with homework.later(1):
        for who, assignment in (("amara", given.a), ("daniel", given.b)):
            homework.complete(open_house.visitor(who), found, assignment)
    assert release(open_house, given, 2 + DAY) == 303
    for who in ("amara", "daniel"):
        assert "Your guess" not in shown(open_house, who)
    with homework.later(30):
        couple = open_house.couples["amara-daniel"]
        page = open_house.visitor("imani").page(f"/couples/{couple}/homework/set/{given.set_id}")
    assert "How Amara guessed" in page


def test_own_guesses_stand_in_a_picture_for_the_guesser_alone(open_house: House) -> None:
    found = homework.definition(open_house, "ib-balance-wheel")
    base = homework.plausible(found)
    with homework.later(0):
        given = homework.give(open_house, "ib-balance-wheel")
    with homework.later(1):
        guess = {**base["guess_wish"], "physical": "9"}
        homework.complete(
            open_house.visitor("amara"), found, given.a, {**base, "guess_wish": guess}
        )
        alone = {key: value for key, value in base.items() if key != "guess_wish"}
        homework.complete(open_house.visitor("daniel"), found, given.b, alone)
    assert release(open_house, given, 2 + DAY) == 303
    amara, daniel = shown(open_house, "amara"), shown(open_house, "daniel")
    assert "Your guess 9, The answer 5" in amara
    assert "guess" not in daniel.lower()
    for page in (amara, daniel):
        assert "Close to each other: Physical, Emotional, Spiritual or meaning, Mental." in page


def test_a_row_that_one_left_out_leaves_no_mark_in_the_picture(open_house: House) -> None:
    found = homework.definition(open_house, "ib-balance-wheel")
    base = homework.plausible(found)
    with homework.later(0):
        given = homework.give(open_house, "ib-balance-wheel")
    with homework.later(1):
        homework.complete(open_house.visitor("amara"), found, given.a, base)
        now = {k: v for k, v in base["now"].items() if k != "mental"}
        without = {"now": now, "wish": base["wish"]}
        homework.complete(open_house.visitor("daniel"), found, given.b, without)
    assert release(open_house, given, 2 + DAY) == 303
    for who in ("amara", "daniel"):
        page = shown(open_house, who)
        picture = page[page.index("How close are we now?") :].split('class="shown-picture"')[1]
        assert "Mental" not in picture.split("</section>")[0]
        assert "–" not in picture.split("</section>")[0]
