"""The summary of errors takes focus, repeats each error in the same words, and leads to the field it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
from wtforms import FieldList, Form, FormField, RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

SOURCE = "{% from 'components/forms.html' import error_summary %}{{ error_summary(form) }}"
Render = Callable[..., lxml.html.HtmlElement]


class Line(Form):
    what = StringField("What", [InputRequired("Say what.")])


class Answers(Form):
    name = StringField("Name", [InputRequired("Say your name.")])
    mood = RadioField(
        "Mood", [InputRequired("Choose one.")], choices=[SelectChoice("calm", "Calm")]
    )
    note = StringField("Note")
    one = FormField(Line)
    lines = FieldList(FormField(Line), min_entries=2)


def links(page: Any) -> list[tuple[str, str]]:
    return [(a.get("href"), a.text_content()) for a in page.xpath("//a")]


def test_each_error_leads_to_its_field(render: Render) -> None:
    form = Answers()
    form.validate()
    assert links(render(SOURCE, form=form)) == [
        ("#name", "Say your name."),
        ("#mood", "Choose one."),
        ("#one-what", "Say what."),
        ("#lines-0-what", "Say what."),
        ("#lines-1-what", "Say what."),
    ]


def test_an_error_of_the_whole_form_is_said_too(render: Render) -> None:
    form = Line(data={"what": "x"})
    form.form_errors = ["These two dates are the wrong way round."]
    page = render(SOURCE, form=form)
    assert "These two dates are the wrong way round." in page.text_content()


def test_the_summary_is_an_alert_that_can_take_focus(render: Render) -> None:
    form = Line()
    form.validate()
    (summary,) = render(SOURCE, form=form).xpath("//*[@data-error-summary]")
    assert (summary.get("role"), summary.get("tabindex")) == ("alert", "-1")


def test_a_good_form_has_no_summary(render: Render) -> None:
    form = Line(data={"what": "x"})
    form.process(data={"what": "x"})
    assert render("<main>" + SOURCE + "</main>", form=form).xpath("//*[@role='alert']") == []
