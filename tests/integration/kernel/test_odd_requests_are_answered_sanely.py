"""Whatever a browser, a script or a scanner sends: an answer that fits, and never a fault."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pytest
from werkzeug.datastructures import MultiDict
from werkzeug.test import encode_multipart

from practice.access.permissions import Permission
from practice.web.forms import BaseForm, NameField, ProseField
from practice.web.routes import Routes
from tests.factories.house import House
from tests.integration.kernel.addresses import addresses
from tests.integration.kernel.conftest import open_room

MEBIBYTE = 1024 * 1024
ORDINARY = "application/x-www-form-urlencoded"
METHODS = ("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "POST")
SANE = {"HEAD": {200, 302, 303, 403, 404, 409}, "OPTIONS": {200}, "POST": {400}}
SANE["GET"] = SANE["HEAD"]
EVERYONE = [None, "imani", "amara", "administrator", "officer"]


class Words(BaseForm):
    """A line and a text."""

    name = NameField("Name")
    words = ProseField("Words")


@pytest.fixture
def room(house: House, probe: Routes) -> House:
    """A house with a room that repeats what was typed."""

    @probe.form("/words", needs=Permission.PUBLIC)
    def words() -> Any:
        form = Words()
        if form.validate_on_submit():
            return {"name": form.name.data, "words": form.words.data}
        return {"errors": form.errors, "kept": [form.name.data, form.words.data]}, 422

    open_room(house, probe)
    return house


@pytest.mark.parametrize("who", EVERYONE)
def test_every_method_on_every_page(house: House, who: str | None) -> None:
    visitor = house.visitor(who)
    for address in addresses(house.app):
        for method in METHODS:
            response = visitor.client.open(address.path, method=method)
            place = (method, address.path, response.status_code)
            if method in address.methods:
                # POST: without the form's token nothing is even looked at.
                assert response.status_code in SANE[method], place
            else:
                assert response.status_code == 405, place
                assert set(response.headers["Allow"].split(", ")) == address.methods
            if method in ("HEAD", "OPTIONS"):
                assert response.data == b"", place


NONSENSE: list[dict[str, Any]] = [
    {"data": {}},
    {"data": {"id": "1", "role": "administrator", "container_id": "x", "made_by": "x"}},
    {"data": b"\xff\xfe%00%ff&=&&a", "content_type": ORDINARY},
    {"data": b"\xff\xfe", "content_type": "multipart/form-data; boundary="},
    {"data": b"{" * 20_000, "content_type": "application/json"},
    {"data": b'"\\ud800\\u0000"', "content_type": "application/json"},
    {"data": b'{"answers": {"\\ud800": "\\u0000"}}', "content_type": "application/json"},
]


@pytest.mark.parametrize("who", EVERYONE)
def test_every_form_takes_nothing_and_nonsense(house: House, who: str | None) -> None:
    """An empty form, unknown names, a file, bytes that are no text: an error at the field or a refusal."""
    for address in addresses(house.app):
        if "POST" not in address.methods:
            continue
        visitor = house.visitor(who)
        for sent in ({"data": {"file": (BytesIO(b"x"), "x.py")}}, *NONSENSE):
            token = {"X-CSRFToken": visitor.csrf}
            response = visitor.client.post(address.path, headers=token, **sent)
            assert response.status_code < 500, (address, sent, response.status_code)


def send(room: House, how: str, fields: list[tuple[str, str]]) -> int:
    """Send a form in one of the two ways a browser has; return the status."""
    visitor = room.visitor("imani")
    form = MultiDict([*fields, ("csrf_token", visitor.csrf)])
    body, kind = urlencode(list(form.items(multi=True))).encode(), ORDINARY
    if how == "multipart":
        boundary, body = encode_multipart(form)
        kind = f"multipart/form-data; boundary={boundary}"
    return visitor.client.post("/probe/words", data=body, content_type=kind).status_code


both_ways = pytest.mark.parametrize("how", ["ordinary", "multipart"])


@both_ways
def test_more_than_a_mebibyte_is_refused(room: House, how: str) -> None:
    assert send(room, how, [("words", "x" * (MEBIBYTE + 1))]) == 413


@both_ways
def test_half_a_mebibyte_is_taken(room: House, how: str) -> None:
    assert send(room, how, [("words", "x" * (MEBIBYTE // 2))]) == 200


@both_ways
@pytest.mark.parametrize("name", ["field{}", "words"])
def test_ten_thousand_fields_are_refused(room: House, how: str, name: str) -> None:
    assert send(room, how, [(name.format(number), "x") for number in range(10_000)]) == 413


@both_ways
def test_nine_hundred_fields_are_taken(room: House, how: str) -> None:
    assert send(room, how, [(f"field{number}", "x") for number in range(900)]) == 200


@pytest.mark.parametrize("field", ["name", "words"])
def test_a_character_that_cannot_be_kept_is_an_error_at_its_field(room: House, field: str) -> None:
    response = room.visitor("imani").post("/probe/words", {field: "before\x00after"})
    assert response.status_code == 422
    assert response.json is not None
    assert list(response.json["errors"]) == [field]
    assert "beforeafter" in response.json["kept"]


def test_half_a_character_does_no_harm(room: House) -> None:
    """A browser cannot send one; a scanner that does is read as browsers read it."""
    visitor = room.visitor("imani")
    body = f"csrf_token={visitor.csrf}&words=%ED%A0%80".encode()
    assert visitor.client.post("/probe/words", data=body, content_type=ORDINARY).status_code == 200


@pytest.mark.parametrize(
    "path", ["/%00", "/%ED%A0%80", "/%ff", "/../../etc/passwd", "/" + "x" * 3000]
)
def test_odd_addresses_are_not_there(house: House, path: str) -> None:
    assert house.visitor().get(path).status_code == 404


@pytest.mark.parametrize("value", ["%00", "%ED%A0%80", "%ff", "x" * 5000, "//evil.example"])
def test_odd_queries_do_no_harm(house: House, value: str) -> None:
    assert house.visitor().get(f"/sign-in?next={value}").status_code == 200


@pytest.mark.parametrize("value", ["", "x", "x" * 5000, "\xff", '"', "a; b"])
def test_a_cookie_that_is_nonsense_is_no_session(house: House, value: str) -> None:
    response = house.visitor().get("/people", headers={"Cookie": f"session={value}"})
    assert response.status_code == 302
