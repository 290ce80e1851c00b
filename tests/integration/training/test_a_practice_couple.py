from __future__ import annotations

import re
import subprocess
from pathlib import Path
from uuid import UUID

import pytest

from practice.caseload import queries as caseload
from practice.reports.services import document_of
from tests.factories.house import House, Visitor

MARK = "Practice couple: not real people."


def made(visitor: Visitor) -> tuple[str, list[tuple[str, str]]]:
    """Make a practice couple; return its id, and both sign-ins."""
    page = visitor.post("/caseload/practice-couple")
    assert page.status_code == 200
    found = re.search(r"/couples/([0-9a-f-]{36})", page.text)
    assert found
    facts = re.findall(r"<dd>([^<]+)</dd>", page.text)
    return found[1], [(facts[0], facts[1]), (facts[2], facts[3])]


def signed_in(house: House, sign_in: tuple[str, str]) -> Visitor:
    visitor = house.visitor()
    page = visitor.page("/sign-in")
    token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page)
    assert token
    answer = visitor.client.post(
        "/sign-in",
        data={"csrf_token": token[1], "name": sign_in[0], "password": sign_in[1]},
    )
    assert answer.status_code == 303, answer.text
    return visitor


def test_it_stands_on_the_own_caseload_marked(house: House) -> None:
    visitor = house.visitor("imani")
    assert "Make a practice couple" in visitor.page("/caseload/practice-couple")
    couple, _ = made(visitor)
    page = visitor.page("/caseload")
    assert "Robin Example" in page
    assert page.count("Practice couple, not real people") == 1
    for path in ("", "/record", "/homework", "/measures", "/sessions"):
        assert MARK in visitor.page(f"/couples/{couple}{path}")
    assert "Robin Example" not in house.visitor("colleague").page("/caseload")
    assert house.visitor("colleague").get(f"/couples/{couple}").status_code == 404


def test_real_couples_are_not_marked(house: House) -> None:
    couple = house.couples["amara-daniel"]
    assert MARK not in house.visitor("imani").page(f"/couples/{couple}")
    assert MARK not in house.visitor("amara").page("/today")


def test_both_sign_in_with_what_was_shown_once(house: House) -> None:
    visitor = house.visitor("imani")
    _, sign_ins = made(visitor)
    for sign_in in sign_ins:
        partner = signed_in(house, sign_in)
        for path in ("/today", "/record", "/reading", "/reading/four-kinds", "/agreements"):
            assert MARK in partner.page(path)


def test_there_is_one_at_a_time(house: House) -> None:
    visitor = house.visitor("imani")
    couple, _ = made(visitor)
    again = visitor.post("/caseload/practice-couple")
    assert again.status_code == 303
    assert again.location == f"/couples/{couple}"
    assert "already" in visitor.page("/caseload/practice-couple")


def test_it_goes_away_and_nobody_can_open_it_again(house: House) -> None:
    visitor = house.visitor("imani")
    couple, sign_ins = made(visitor)
    partner = signed_in(house, sign_ins[0])
    assert "Take it away" in visitor.page(f"/couples/{couple}/practice-couple")
    assert visitor.post(f"/couples/{couple}/practice-couple").status_code == 303
    assert "Robin Example" not in visitor.page("/caseload")
    assert visitor.get(f"/couples/{couple}").status_code == 404
    assert partner.get("/today").status_code == 302
    made(visitor)


def test_a_real_couple_cannot_be_taken_away(house: House) -> None:
    couple = house.couples["amara-daniel"]
    visitor = house.visitor("imani")
    for answer in (
        visitor.get(f"/couples/{couple}/practice-couple"),
        visitor.post(f"/couples/{couple}/practice-couple"),
    ):
        assert (answer.status_code, answer.location) == (303, f"/couples/{couple}/record")
    assert house.visitor("colleague").get(f"/couples/{couple}/practice-couple").status_code == 404
    with house.reading():
        assert caseload.case(house.actor("imani"), couple).id == couple


@pytest.mark.parametrize("who", ["supervisor", "administrator", "amara"])
def test_only_a_clinician_makes_one(house: House, who: str) -> None:
    assert house.visitor(who).get("/caseload/practice-couple").status_code in (403, 404)
    assert house.visitor(who).post("/caseload/practice-couple").status_code in (403, 404)


def test_its_papers_say_so(house: House, tmp_path: Path) -> None:
    visitor = house.visitor("imani")
    couple, _ = made(visitor)
    sheet = tmp_path / "sheet.pdf"
    sheet.write_bytes(visitor.get(f"/couples/{couple}/worksheets/cc-timeout-agreement").data)
    words = subprocess.run(["pdftotext", sheet, "-"], check=True, capture_output=True).stdout
    assert b"Practice couple, not real people" in words
    with house.reading():
        case_file = document_of(caseload.case(house.actor("imani"), UUID(couple)), "R3")
    assert case_file.footer_note == "Practice couple, not real people"
    assert "Practice couple, not real people" in case_file.letterhead.lines
