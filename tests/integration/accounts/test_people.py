"""The administrator's page: colleagues are invited and shut out, and nobody's password is to be seen or set."""

from __future__ import annotations

import re

from tests.factories.house import House
from tests.integration.accounts.conftest import Door


def test_an_invitation_shows_link_and_code_once(house: House) -> None:
    admin = house.visitor("administrator")
    page = admin.post("/people", {"name": "Dr. New Person", "role": "clinician"}).text
    link = re.search(r'value="http://[^"]*(/invitation/[^"]+)"', page)
    code = re.search(r"hand-over-code numbers\">([A-Z0-9]{4}) ([A-Z0-9]{4})<", page)
    assert link
    assert code
    assert link.group(1) not in admin.page("/people")
    typed = {"name": "newperson", "password": "violet gardens underwater"}
    door = Door(house)
    assert door.send(link.group(1), code="".join(code.groups()), **typed).status_code == 303
    assert "set up a second step" in door.get("/sign-in").text
    assert door.sign_in("newperson", typed["password"]).location == "/sign-in/set-up"


def test_an_empty_name_is_refused(house: House) -> None:
    answer = house.visitor("administrator").post("/people", {"name": "  ", "role": "clinician"})
    assert answer.status_code == 422
    assert "Enter the person" in answer.text


def test_disabling_ends_the_sessions_at_once(house: House) -> None:
    imani = house.visitor("imani")
    assert imani.get("/caseload").status_code == 200
    path = f"/people/{house.people['imani']}/disable"
    assert house.visitor("administrator").post(path).status_code == 303
    assert imani.get("/caseload").location.startswith("/sign-in")
    assert Door(house).sign_in("imani").status_code == 422


def test_nobody_shuts_themselves_out(house: House) -> None:
    admin = house.visitor("administrator")
    admin.post(f"/people/{house.people['administrator']}/disable")
    assert "cannot disable your own account" in admin.page("/people")


def test_no_password_can_be_seen_or_set(house: House) -> None:
    page = house.visitor("administrator").page("/people")
    # In the dialog stands the template of one's own way back in, on every page alike.
    assert "password" not in re.sub("<dialog.*</dialog>", "", page, flags=re.DOTALL).lower()


def test_a_clinician_does_not_manage_people(house: House) -> None:
    assert house.visitor("imani").get("/people").status_code == 403
    assert house.visitor("amara").get("/people").status_code == 404
