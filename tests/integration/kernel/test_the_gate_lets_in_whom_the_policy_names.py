"""The first and second lock: a route says what it needs, and what is not one's own is not there."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.accounts.models import Installation
from practice.audit.models import AccessRecord
from practice.caseload import queries
from practice.caseload.models import CareTeamMember
from practice.db import scope
from practice.extensions import db
from practice.lib import clock
from practice.web.gate import check_every_route_is_declared
from practice.web.routes import Routes
from tests.factories.house import House, fresh_app
from tests.integration.kernel.conftest import open_room

JSON = {"Accept": "application/json"}


def only_reading(actor: Actor, couple_id: UUID) -> queries.Case:
    """Load a case, as every page of a couple does."""
    return queries.case(actor, couple_id)


def gone(actor: Actor, **ids: Any) -> Any:
    """Find nothing."""
    # Every loader asks the database first: its transaction is open when the refusal is written down.
    db.session.scalars(select(Installation)).one()
    raise NotFound("thing")


@pytest.fixture
def room(house: House, probe: Routes) -> House:
    """A house with a room for some."""

    @probe.form("/gone/<uuid:thing_id>", needs=Permission.SIGNED_IN, subject=gone)
    def nothing(thing: Any) -> Any:
        return "found"

    @probe.form("/couples/<uuid:couple_id>", needs=Permission.CASE_READ, subject=only_reading)
    def reads(case: queries.Case) -> Any:
        return f"of {case.id}"

    @probe.form(
        "/couples/<uuid:couple_id>/clear", needs=Permission.CASE_CLEAR, subject=only_reading
    )
    def clears(case: queries.Case) -> Any:
        return "cleared"

    @probe.get("/people", needs=Permission.PEOPLE_MANAGE)
    def manages(actor: Actor) -> Any:
        return "people"

    open_room(house, probe)
    return house


def test_a_route_that_does_not_say_what_it_needs_cannot_be_written() -> None:
    routes = Routes("probe", __name__)
    for declare in (routes.get, routes.post, routes.form):
        with pytest.raises(TypeError, match="needs"):
            declare("/silent")  # type: ignore[call-arg]


def test_an_application_with_an_undeclared_route_does_not_start(tmp_path: Any) -> None:
    app = fresh_app(tmp_path)
    check_every_route_is_declared(app)
    app.add_url_rule("/silent", "silent", lambda: "told")
    with pytest.raises(RuntimeError, match="silent"):
        check_every_route_is_declared(app)


def test_an_undeclared_route_is_not_answered(house: House) -> None:
    house.app.add_url_rule("/silent", "silent", lambda: "told")
    assert house.visitor("imani").get("/silent").status_code == 404


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_the_loader_does_not_find_is_not_there(room: House, method: str) -> None:
    for who in ("imani", "amara", "administrator"):
        visitor = room.visitor(who)
        data = {"csrf_token": visitor.csrf} if method == "POST" else None
        path = f"/probe/gone/{uuid4()}"
        assert visitor.client.open(path, method=method, data=data).status_code == 404


def test_what_is_not_ones_own_looks_exactly_like_nothing(room: House) -> None:
    own, none = room.couples["amara-daniel"], uuid4()
    for who in ("colleague", "administrator", "officer", "amara", "rosa"):
        visitor = room.visitor(who)
        answers = [visitor.get(f"/probe/couples/{couple}") for couple in (own, none)]
        assert [a.status_code for a in answers] == [404, 404]
        assert answers[0].data == answers[1].data
        assert dict(answers[0].headers) == dict(answers[1].headers)


def test_staff_who_may_see_but_not_do_are_told_so(room: House) -> None:
    path = f"/probe/couples/{room.couples['amara-daniel']}"
    for who in ("cotherapist", "cover", "supervisor"):
        assert room.visitor(who).get(path).status_code == 200
        assert room.visitor(who).get(f"{path}/clear").status_code == 403
    assert room.visitor("imani").get(f"{path}/clear").text == "cleared"


def test_staff_without_the_role_are_told_so(room: House) -> None:
    assert room.visitor("imani").get("/probe/people").status_code == 403
    assert room.visitor("administrator").get("/probe/people").status_code == 200


def test_a_partner_is_told_nothing(room: House) -> None:
    for path in ("/probe/people", f"/probe/gone/{uuid4()}"):
        assert room.visitor("amara").get(path).status_code == 404


def test_someone_who_was_disabled_is_signed_out(room: House) -> None:
    assert room.visitor("disabled").get("/probe/people").status_code == 302


def test_a_page_asked_for_by_nobody_leads_to_the_door(room: House) -> None:
    response = room.visitor().get("/probe/people?page=2")
    assert response.status_code == 302
    assert response.location == "/sign-in?next=/probe/people?page%3D2"


def test_data_asked_for_by_nobody_is_refused(room: House) -> None:
    response = room.visitor().get("/probe/people", headers=JSON)
    assert (response.status_code, response.json) == (401, {"error": "signed out"})


def test_a_refusal_to_a_script_is_data(room: House) -> None:
    response = room.visitor("imani").get("/probe/people", headers=JSON)
    assert (response.status_code, response.json) == (403, {"error": 403})


def log(house: House, outcome: str) -> int:
    """Return how many lines of the access log have this outcome."""
    with house.reading():
        lines = select(func.count()).select_from(AccessRecord)
        return db.session.scalar(lines.where(AccessRecord.outcome == outcome)) or 0


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_refusal_is_written_down(room: House, method: str) -> None:
    visitor, before = room.visitor("cover"), log(room, "refused")
    path = f"/probe/couples/{room.couples['amara-daniel']}/clear"
    data = {"csrf_token": visitor.csrf} if method == "POST" else None
    assert visitor.client.open(path, method=method, data=data).status_code == 403
    assert log(room, "refused") == before + 1


def test_reading_a_couples_page_is_written_down(room: House) -> None:
    before = log(room, "read")
    room.visitor("imani").page(f"/probe/couples/{room.couples['amara-daniel']}")
    assert log(room, "read") == before + 1


def test_the_scope_of_one_request_is_closed_for_the_next(room: House) -> None:
    room.visitor("imani").page(f"/probe/couples/{room.couples['amara-daniel']}")
    assert scope.current() is None


def test_a_change_of_care_team_counts_at_once(room: House) -> None:
    visitor = room.visitor("cover")
    path = f"/probe/couples/{room.couples['amara-daniel']}"
    assert visitor.get(path).status_code == 200
    with room.writing():
        member = db.session.scalars(
            select(CareTeamMember).where(CareTeamMember.user_id == room.people["cover"])
        ).one()
        member.left_at = clock.now()
    assert visitor.get(path).status_code == 404
