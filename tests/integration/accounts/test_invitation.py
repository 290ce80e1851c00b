"""An invitation: a link that looking at does not use up, and a code told apart from it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from practice.accounts import services
from practice.accounts.models import Invitation
from practice.caseload import services as cases
from practice.extensions import db
from practice.lib import clock
from tests.factories.house import PASSWORD, House
from tests.integration.accounts.conftest import Door

OWN = "violet gardens underwater"


@pytest.fixture
def invited(house: House) -> tuple[str, str]:
    """Return path and code of an invitation for the first partner of a fresh case."""
    with house.writing():
        by = house.actor("imani")
        couple = cases.open_case(
            by=by, a=("Hana Novák", ""), b=("Jo Blake", ""), policy_id="no_secrets"
        )
        house.couples["hana-jo"] = couple.id
        made = cases.invite_partner(house.case("imani", "hana-jo"), "a", by=by)
        return f"/invitation/{made.token}", made.code


def _accept(door: Door, path: str, code: str, **more: str) -> int:
    typed = {"code": code, "name": "hana", "password": OWN, **more}
    return door.send(path, **typed).status_code


def test_looking_three_times_does_not_use_it_up(
    house: House, door: Door, invited: tuple[str, str]
) -> None:
    path, code = invited
    for _ in range(3):
        assert Door(house).get(path).status_code == 200
    assert _accept(door, path, f" {code[:4].lower()}-{code[4:]} ") == 303
    page = door.get("/sign-in").text
    assert "Your account is ready. Next: sign in" in page
    assert door.sign_in("hana", OWN).status_code == 303


def test_five_wrong_codes_end_it(door: Door, invited: tuple[str, str]) -> None:
    path, code = invited
    for _ in range(5):
        assert _accept(door, path, "WRONG") == 422
    assert door.get(path).status_code == 404
    assert _accept(door, path, code) in (400, 404)


def test_someone_signed_in_cannot_accept_for_another(
    house: House, invited: tuple[str, str]
) -> None:
    path, code = invited
    visitor = house.visitor("amara")
    answer = visitor.post(path, {"code": code, "name": "hana", "password": OWN})
    assert answer.status_code == 422
    assert "Sign out first" in answer.text


def test_expired_revoked_used_and_unknown_read_alike(
    house: House, invited: tuple[str, str]
) -> None:
    path, code = invited
    bodies = [Door(house).get("/invitation/no-such-token").data]
    with clock.set_to(clock.now() + timedelta(days=7, minutes=1)):
        bodies.append(Door(house).get(path).data)
    assert _accept(Door(house), path, code) == 303
    bodies.append(Door(house).get(path).data)
    with house.writing():
        case = house.case("imani", "hana-jo")
        made = cases.invite_partner(case, "b", by=case.actor)
        db.session.flush()
        services.revoke_invitations(by=case.actor, partner_id=case.b.id, couple=case.id)
        token = made.token
    answer = Door(house).get(f"/invitation/{token}")
    assert answer.status_code == 404
    assert set(bodies) == {answer.data}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"password": "short"}, "at least 15 characters"),
        ({"password": "hana novák 12345"}, "easy to guess"),
        ({"name": "amara"}, "Choose another sign-in name"),
        ({"name": "  "}, "Choose a name to sign in with"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(
    door: Door, invited: tuple[str, str], typed: dict[str, str], said: str
) -> None:
    path, code = invited
    form = {"code": code, "name": "hana", "password": OWN, **typed}
    answer = door.send(path, **form)
    assert answer.status_code == 422
    assert said in answer.text
    assert f'value="{code}"' in answer.text
    assert form["password"] not in answer.text


def test_only_digests_of_link_and_code_are_kept(house: House, invited: tuple[str, str]) -> None:
    path, code = invited
    with house.reading():
        row = db.session.query(Invitation).one()
        kept = f"{row.token_digest!r}{row.code_digest!r}{row.name_sealed!r}"
    assert code not in kept
    assert path.rsplit("/", 1)[1] not in kept
    assert PASSWORD not in kept
