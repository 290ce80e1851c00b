"""What every page has, whoever looks at it: one h1 that its title begins with, a way past the frame, help, and a way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from wtforms import Form, StringField
from wtforms.validators import InputRequired

LAYOUTS = ["plain", "partner", "clinician", "clinician_with_aside"]
SIGNED_IN = {
    "practice_name": "Riverside Rooms",
    "nav_items": [("Today", "/", True), ("My record", "/record", False)],
    "person_ref": "b7d1",
    "idle_seconds": 1800,
    "extend_url": "/extend",
    "search_url": "/search",
    "leave_to": "/somewhere-neutral",
}
Render = Callable[..., lxml.html.HtmlElement]


def page_of(render: Render, layout: str, **context: Any) -> Any:
    source = (
        f'{{% extends "layouts/{layout}.html" %}}{{% block title %}}Evening check-in{{% endblock %}}'
        "{% block content %}<p>Words.</p>{% endblock %}{% block aside %}<p>More.</p>{% endblock %}"
    )
    return render(source, **{**SIGNED_IN, **context})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_title_begins_with_the_one_heading(render: Render, layout: str) -> None:
    page = page_of(render, layout)
    (heading,) = page.xpath("//h1")
    assert heading.text_content() == "Evening check-in"
    assert page.findtext(".//title") == "Evening check-in - Riverside Rooms"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_title_says_when_there_is_an_error(render: Render, layout: str) -> None:
    form = type("Line", (Form,), {"what": StringField("What", [InputRequired("Say what.")])})()
    form.validate()
    assert (
        page_of(render, layout, form=form)
        .findtext(".//title")
        .startswith("Error: Evening check-in")
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_first_link_leads_past_the_frame(render: Render, layout: str) -> None:
    page = page_of(render, layout)
    assert page.xpath("(//body//a)[1]/@href") == ["#main"]
    assert page.xpath("//main/@id") == ["main"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_help_is_on_every_page(render: Render, layout: str) -> None:
    (link,) = page_of(render, layout, help_url="/support").xpath("//a[@href='/support']")
    assert link.text_content() == "Help and support"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_language_and_ids_are_in_order(render: Render, layout: str) -> None:
    page = page_of(render, layout, lang="es")
    ids = page.xpath("//@id")
    assert page.xpath("/html/@lang") == ["es"]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_stands_without_anything_from_the_page(render: Render, layout: str) -> None:
    page = render(
        f'{{% extends "layouts/{layout}.html" %}}{{% block title %}}Notes{{% endblock %}}'
    )
    assert page.findtext(".//title") == "Notes - Notes"


def test_a_partner_can_leave_from_the_bar_and_from_the_first_tab_stops(render: Render) -> None:
    page = page_of(render, "partner")
    (form,) = page.xpath("//form[@id='leave']")
    assert (form.get("method"), form.get("action")) == ("post", "/leave")
    assert form.get("data-leave") == "/somewhere-neutral"
    assert form.xpath(".//input[@name='csrf_token']/@value")
    assert len(page.xpath("//button[normalize-space()='Leave this page']")) == 2


def test_a_partner_waits_for_one_style_sheet_and_no_bootstrap(render: Render) -> None:
    page = page_of(render, "partner")
    assert page.xpath("//link[@rel='stylesheet']/@href") == ["/static/css/practice.css"]
    assert page.xpath("//script/@src") == ["/static/js/practice.js"]
    assert page.xpath("//script/@type") == ["module"]


def test_a_clinician_signs_out_by_a_form(render: Render) -> None:
    (form,) = page_of(render, "clinician").xpath("//form[@action='/sign-out']")
    assert form.get("method") == "post"
    assert form.xpath(".//input[@name='csrf_token']/@value")


@pytest.mark.parametrize("layout", ["partner", "clinician"])
def test_the_current_place_is_said_and_not_only_shown(render: Render, layout: str) -> None:
    page = page_of(render, layout)
    assert {link.text_content() for link in page.xpath("//nav//a[@aria-current='page']")} == {
        "Today"
    }


@pytest.mark.parametrize("layout", ["partner", "clinician"])
def test_the_session_dialog_comes_with_an_idle_time(render: Render, layout: str) -> None:
    page = page_of(render, layout)
    assert page.xpath("//body/@data-idle-seconds") == ["1800"]
    assert len(page.xpath("//dialog[@data-session]")) == 1
