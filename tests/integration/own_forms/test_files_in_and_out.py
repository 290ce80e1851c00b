"""One file, one format: what is exported can be brought in, or laid in the practice's own folder; mistakes are told exactly."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from practice.catalogue import loading, services
from practice.catalogue import queries as catalogue
from tests.factories.house import House, Visitor
from tests.integration.own_forms.conftest import Builder, problems


def exported(builder: Builder) -> dict[str, Any]:
    found = re.search(r'href="(/own-forms/versions/[^"]+)"', builder.page())
    assert found
    response = builder.visitor.get(found[1])
    assert response.mimetype == "application/json"
    data: dict[str, Any] = json.loads(response.data)
    return data


def bring_in(visitor: Visitor, content: Any, name: str = "form.json") -> TestResponse:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return visitor.post(
        "/own-forms/from-file",
        {"file": (BytesIO(raw), name)},
        content_type="multipart/form-data",
    )


@pytest.fixture
def file(builder: Builder) -> dict[str, Any]:
    """A published form as its file."""
    key = builder.add("rating_0_10", prompt="How was it?")
    assert builder.post("/scores/add", label="It", counted=[key]).status_code == 303
    builder.published()
    return exported(builder)


def test_an_exported_file_is_a_definition_of_the_catalogue(
    file: dict[str, Any], tmp_path: Path
) -> None:
    assert re.fullmatch(r"20\d\d-\d{1,2}-1", file["version"])
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / f"{file['slug']}.json").write_text(json.dumps(file), encoding="utf-8")
    found = loading.load_definitions(folder)
    assert loading.definition_to_json(found[file["slug"]]) == file


def test_a_file_brought_in_is_looked_at_and_published(house: House, file: dict[str, Any]) -> None:
    other = {**file, "slug": "own-from-elsewhere", "title": "From elsewhere"}
    visitor = house.visitor("colleague")
    response = bring_in(visitor, other)
    assert response.status_code == 303
    elsewhere = Builder(visitor, response.location)
    assert "Draft, not published" in elsewhere.page()
    assert elsewhere.published() == "own-from-elsewhere"
    again = exported(elsewhere)
    assert {**again, "version": ""} == {**other, "version": ""}


def test_the_practices_own_folder_is_read_and_a_bad_file_stops_nothing(
    house: House, file: dict[str, Any]
) -> None:
    folder = Path(house.app.instance_path) / "catalogue"
    folder.mkdir()
    (folder / "good.json").write_text(json.dumps({**file, "slug": "own-good"}), encoding="utf-8")
    (folder / "bad.json").write_text(json.dumps({**file, "minutes": "five"}), encoding="utf-8")
    (folder / "broken.json").write_bytes(b"\xff{")
    (folder / "shipped.json").write_text(
        json.dumps({**file, "slug": "ib-balance-wheel"}), encoding="utf-8"
    )
    with house.writing():
        refused = services.load_folder(folder)
    assert [(one.source, one.place) for one in refused] == [
        ("bad.json", "minutes"),
        ("broken.json", "the whole file"),
        ("shipped.json", "slug"),
    ]
    with house.reading():
        assert catalogue.newest("own-good")[1].minutes == file["minutes"]
    with house.writing():
        assert len(services.load_folder(folder)) == 3
    page = house.visitor("imani").page("/own-forms")
    assert "bad.json" in page
    assert "own-good" in page
    assert "Came from a file" in page


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"minutes": 0}, "minutes"),
        ({"surprise": 1}, "the whole file"),
        ({"slug": "ib-balance-wheel"}, "slug"),
        ({"kind": "intake"}, "kind"),
        (
            {"fields": [{"key": "a", "type": "short_text", "visibility": "clin", "prompt": "A"}]},
            "fields.a",
        ),
        (
            {"fields": [{"key": "a", "type": "table", "visibility": "own", "prompt": "A"}]},
            "fields.a",
        ),
    ],
)
def test_a_mistake_is_refused_with_place_and_reason(
    house: House, file: dict[str, Any], change: dict[str, Any], place: str
) -> None:
    response = bring_in(
        house.visitor("imani"), {**file, "slug": "own-other", "scores": file["scores"], **change}
    )
    assert response.status_code == 422
    (said,) = problems(response)
    assert said.startswith(f"form.json was not taken in. At {place}: ")


@pytest.mark.parametrize("content", [b"", b"[", b"\xff\xfe", b"[1]", b"null", b"[" * 100_000])
def test_what_is_no_definition_is_refused(house: House, content: bytes) -> None:
    assert bring_in(house.visitor("imani"), content).status_code == 422


def test_a_file_never_overwrites_changes_that_are_not_published(
    builder: Builder, file: dict[str, Any]
) -> None:
    newer = {**file, "title": "From the file"}
    assert bring_in(builder.visitor, newer).status_code == 303
    assert "From the file" in builder.page()
    refused = bring_in(builder.visitor, {**file, "title": "Once more"})
    assert refused.status_code == 422
    assert "not published" in problems(refused)[0]
