"""How a person may be reached: noted by the care team, the newest note counts, and the other partner sees none of it."""

from __future__ import annotations

from tests.factories.house import House

TYPED = {
    "ways": ["portal", "call"],
    "details": "555 0100\nmornings only",
    "hours": "Weekdays 9 to 11",
    "caller": "Riverside Office",
}


def test_a_note_stands_in_the_record(house: House, record: str) -> None:
    imani = house.visitor("imani")
    assert imani.post(f"{record}/b/contact", TYPED).status_code == 303
    page = imani.page(record)
    assert "In the portal only, Phone call" in page
    assert "555 0100" in page
    assert "Weekdays 9 to 11" in imani.page(f"{record}/b/contact")


def test_one_way_at_least_is_needed_and_the_rest_is_kept(house: House, record: str) -> None:
    answer = house.visitor("imani").post(f"{record}/b/contact", {**TYPED, "ways": []})
    assert answer.status_code == 422
    assert "Choose at least one way." in answer.text
    assert "mornings only" in answer.text


def test_the_other_partner_sees_nothing_of_it(house: House, record: str) -> None:
    house.visitor("imani").post(f"{record}/b/contact", TYPED)
    amara = house.visitor("amara")
    for path in ("/today", "/record", "/together", "/help"):
        assert "555 0100" not in amara.get(path).text
