from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.factories.homework import clear, give, open_sexual_work
from tests.factories.house import House


def words(pdf: bytes, folder: Path) -> str:
    path = folder / "sheet.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True)
    return done.stdout.decode()


def test_the_clinician_prints_anything_under_a_name_that_says_nothing(house: House) -> None:
    for slug in ("sc-topic-comfort", "in-hopes", "more-than-sex"):
        answer = house.visitor("imani").get(f"/library/{slug}/worksheet")
        assert answer.status_code == 200
        assert answer.mimetype == "application/pdf"
        assert "worksheet-" in answer.headers["Content-Disposition"]
        assert slug not in answer.headers["Content-Disposition"]


def test_the_paper_is_chosen_in_the_address(house: House) -> None:
    made = house.visitor("imani").get("/library/er-feelings-log/worksheet?paper=letter").data
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert round(float(opened.pages[0].MediaBox[2])) == 612


def test_for_a_couple_it_has_their_names_and_the_lines_of_their_policy(
    house: House, tmp_path: Path
) -> None:
    couple = house.couples["amara-daniel"]
    made = house.visitor("imani").get(f"/couples/{couple}/worksheets/cc-timeout-agreement")
    text = words(made.data, tmp_path)
    assert "Amara" in text
    assert "Daniel" in text


def test_a_partner_prints_open_work_that_was_given(house: House, tmp_path: Path) -> None:
    given = give(house, "ib-balance-wheel")
    made = house.visitor("amara").get(f"/homework/{given.a}/worksheet")
    assert made.status_code == 200
    assert "Who will see this" in words(made.data, tmp_path)
    assert house.visitor("daniel").get(f"/homework/{given.a}/worksheet").status_code == 404
    assert house.visitor("rosa").get(f"/homework/{given.a}/worksheet").status_code == 404


@pytest.mark.parametrize("slug", ["cc-loop-map", "sc-touch-steps", "ci-couple-meeting"])
def test_a_partner_prints_nothing_that_waits_for_a_clearance(house: House, slug: str) -> None:
    clear(house)
    open_sexual_work(house)
    given = give(house, slug)
    for one in filter(None, (given.a, given.both)):
        assert house.visitor("amara").get(f"/homework/{one}/worksheet").status_code == 404


def test_a_partner_prints_any_card_and_no_exercise_by_its_name(house: House) -> None:
    assert house.visitor("daniel").get("/reading/more-than-sex/worksheet").status_code == 200
    assert house.visitor("daniel").get("/reading/ib-balance-wheel/worksheet").status_code == 404
    assert house.visitor("daniel").get("/library/ib-balance-wheel/worksheet").status_code == 404


def test_a_worksheet_is_the_same_whatever_was_answered(house: House) -> None:
    given = give(house, "er-feelings-log", to="a")
    visitor = house.visitor("amara")
    before = visitor.get(f"/homework/{given.a}/worksheet")
    visitor.post(f"/homework/{given.a}/part/1", {"moment": "A private moment"})
    after = visitor.get(f"/homework/{given.a}/worksheet")
    assert after.data == before.data
