"""Error pages need nothing but themselves, and say what happened, what to do and what was kept."""

from __future__ import annotations

from collections.abc import Callable

import lxml.html
import pytest

STATUSES = [400, 401, 403, 404, 405, 409, 413, 429, 500]
Render = Callable[..., lxml.html.HtmlElement]


def error_page(render: Render, status: int, **context: object) -> lxml.html.HtmlElement:
    return render(f'{{% extends "errors/{status}.html" %}}', **context)


@pytest.mark.parametrize("status", STATUSES)
def test_an_error_page_has_a_heading_an_explanation_and_a_way_on(
    render: Render, status: int
) -> None:
    page = error_page(render, status)
    (heading,) = page.xpath("//h1")
    assert page.findtext(".//title") == f"{heading.text_content()} - Notes"
    assert page.xpath("//main/p")
    assert page.xpath("//main//a[@href='/']")


@pytest.mark.parametrize("status", STATUSES)
def test_the_reference_is_shown_when_there_is_one(render: Render, status: int) -> None:
    assert "4f9a12bc" in error_page(render, status, reference="4f9a12bc").text_content()


def test_a_stale_form_gives_the_typed_words_back(render: Render) -> None:
    page = error_page(render, 400, typed=[("note", "Two <b>lines</b>\nof mine")])
    (words,) = page.xpath("//*[@class='own-words']")
    assert words.text_content() == "Two <b>lines</b>\nof mine"


@pytest.mark.parametrize("status", STATUSES)
def test_an_error_page_is_calm(render: Render, status: int) -> None:
    assert "!" not in error_page(render, status).text_content()
