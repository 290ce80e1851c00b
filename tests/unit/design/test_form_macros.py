"""Every macro ties its label, hint and error to the control, for eyes and for screen readers alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    Form,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.fields.choices import SelectChoice

CHOICES = [SelectChoice("calm", "Calm"), SelectChoice("tense", "Tense")]
FIELDS: dict[str, Any] = {
    "text_input(f)": StringField("Question"),
    "text_input(f, width='5', large=true, optional=true)": StringField("Question"),
    "email_input(f)": StringField("Question"),
    "code_input(f)": StringField("Question"),
    "password_input(f, 'new-password')": PasswordField("Question"),
    "textarea(f, sensitive=true)": TextAreaField("Question"),
    "select(f)": SelectField("Question", choices=CHOICES),
    "date_input(f)": DateField("Question"),
    "time_input(f)": TimeField("Question"),
    "number_input(f)": IntegerField("Question"),
    "file_input(f)": FileField("Question"),
    "single_checkbox(f)": BooleanField("Question"),
}
GROUPS: dict[str, Any] = {
    "radios(f)": RadioField("Question", choices=CHOICES),
    "radios(f, inline=true, notes={'calm': 'At ease.'})": RadioField("Question", choices=CHOICES),
    "checkboxes(f)": SelectMultipleField("Question", choices=CHOICES),
    "checkboxes(f, notes={'calm': 'At ease.'})": SelectMultipleField("Question", choices=CHOICES),
}

Render = Callable[..., lxml.html.HtmlElement]


def page_of(render: Render, call: str, field: Any, *, hint: bool = True, error: bool = True) -> Any:
    bound = type("OneField", (Form,), {"f": field})().f
    bound.description = "A hint." if hint else ""
    bound.errors = ["Say something."] if error else []
    macro = call.split("(", maxsplit=1)[0]
    return render(f"{{% from 'components/forms.html' import {macro} %}}{{{{ {call} }}}}", f=bound)


def words(page: Any, ids: str) -> list[str]:
    return [" ".join(page.get_element_by_id(one).text_content().split()) for one in ids.split()]


@pytest.mark.parametrize("call", FIELDS)
def test_a_control_has_a_label_a_hint_and_an_error(render: Render, call: str) -> None:
    page = page_of(render, call, FIELDS[call])
    (control,) = page.xpath("//*[@name='f']")
    (label,) = page.xpath(f"//label[@for='{control.get('id')}']")
    assert label.text_content().startswith("Question")
    assert words(page, control.get("aria-describedby")) == ["A hint.", "Error: Say something."]
    assert control.get("aria-invalid") == "true"


@pytest.mark.parametrize("call", FIELDS)
def test_a_control_without_hint_or_error_claims_neither(render: Render, call: str) -> None:
    page = page_of(render, call, FIELDS[call], hint=False, error=False)
    (control,) = page.xpath("//*[@name='f']")
    assert control.get("aria-describedby") is None
    assert control.get("aria-invalid") is None
    assert control.get("class") != ""


@pytest.mark.parametrize("call", GROUPS)
def test_a_group_has_a_legend_a_hint_and_an_error(render: Render, call: str) -> None:
    page = page_of(render, call, GROUPS[call])
    (group,) = page.xpath("//fieldset[@id='f']")
    assert group[0].tag == "legend"
    assert group[0].text_content().strip() == "Question"
    assert words(page, group.get("aria-describedby")) == ["A hint.", "Error: Say something."]


@pytest.mark.parametrize("call", GROUPS)
def test_each_choice_of_a_group_has_its_own_label(render: Render, call: str) -> None:
    page = page_of(render, call, GROUPS[call])
    boxes = page.xpath("//input[@name='f']")
    assert [box.get("value") for box in boxes] == ["calm", "tense"]
    for box in boxes:
        assert len(page.xpath(f"//label[@for='{box.get('id')}']")) == 1


@pytest.mark.parametrize("call", FIELDS | GROUPS)
def test_ids_are_unique(render: Render, call: str) -> None:
    ids = page_of(render, call, (FIELDS | GROUPS)[call]).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_note_belongs_to_its_choice(render: Render) -> None:
    call = "radios(f, inline=true, notes={'calm': 'At ease.'})"
    page = page_of(render, call, GROUPS[call])
    (calm,) = page.xpath("//input[@value='calm']")
    assert words(page, calm.get("aria-describedby")) == ["At ease."]


def test_sensitive_words_stay_on_the_device(render: Render) -> None:
    call = "textarea(f, sensitive=true)"
    (control,) = page_of(render, call, FIELDS[call]).xpath("//textarea")
    assert (control.get("spellcheck"), control.get("autocomplete")) == ("false", "off")


def test_a_password_can_be_pasted_and_filled_in(render: Render) -> None:
    call = "password_input(f, 'new-password')"
    (control,) = page_of(render, call, FIELDS[call]).xpath("//input")
    assert control.get("autocomplete") == "new-password"
    assert control.get("onpaste") is None


def test_what_was_typed_is_kept_and_escaped(render: Render) -> None:
    form = type("OneField", (Form,), {"f": StringField("Question")})(data={"f": '"><b>x</b>'})
    page = render(
        "{% from 'components/forms.html' import text_input %}{{ text_input(f) }}", f=form.f
    )
    assert page.xpath("//input/@value") == ['"><b>x</b>']
    assert page.xpath("//b") == []
