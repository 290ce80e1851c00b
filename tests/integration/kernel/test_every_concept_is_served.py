from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask

from practice.cli import coverage, docs


@pytest.fixture(scope="module")
def app() -> Flask:
    return docs.application()


@pytest.fixture
def one_concept(monkeypatch: pytest.MonkeyPatch) -> list[coverage.Concept]:
    """The first concept alone, to be changed."""
    held = [coverage.concepts()[0]]
    monkeypatch.setattr(coverage, "concepts", lambda: tuple(held))
    monkeypatch.setattr(coverage, "_tagged_in_the_intake", dict)
    return held


def test_every_concept_is_served_by_something_that_exists(app: Flask) -> None:
    assert len(coverage.concepts()) == 259
    assert len({one.id for one in coverage.concepts()}) == 259
    assert coverage.holes(app) == []


def test_the_committed_page_is_the_one_the_code_would_write(app: Flask) -> None:
    committed = docs.FOLDER / "concept-coverage.md"
    assert committed.read_text(encoding="utf-8") == coverage.page(app)


@pytest.mark.parametrize(
    "name",
    [
        "no-such-exercise",
        "er-feelings-log.no_such_question",
        "IN-99",
        "PE-99",
        "dsi-r",
        "R1:no-such-section",
        "R9:closeness",
        "page:no.such.page",
    ],
)
def test_a_name_that_is_nothing_is_a_hole(
    name: str, app: Flask, one_concept: list[coverage.Concept]
) -> None:
    one_concept[0] = replace(one_concept[0], served_by=("IN-7", name))
    assert coverage.holes(app) == [f"000-01: {name} is nothing here"]


@pytest.mark.parametrize("names", [(), ("page:desk.caseload",)])
def test_a_concept_with_nothing_or_only_a_page_is_a_hole(
    names: tuple[str, ...], app: Flask, one_concept: list[coverage.Concept]
) -> None:
    one_concept[0] = replace(one_concept[0], served_by=names)
    assert coverage.holes(app) == ["000-01: nothing serves it"]


def test_a_hole_fails_the_check_of_the_generated_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(docs, "PAGES", {})
    monkeypatch.setattr(coverage, "holes", lambda _app: ["000-01: nothing serves it"])
    assert docs.write(check=True) == ["000-01: nothing serves it"]
