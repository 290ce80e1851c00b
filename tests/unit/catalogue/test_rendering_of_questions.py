from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest
from lxml import html

from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.forms import AnswerForm
from practice.catalogue.loading import load_definitions
from tests.unit.catalogue.answering import form_over

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
PAGE = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
).from_string(
    '{% from "components/answers/input.html" import answer_input %}<main>'
    "{% for field in form.asked %}{{ answer_input(field, form, line) }}{% endfor %}</main>"
)
LINE = "Only you & your care team can read this."
EVERY = list(load_definitions().values())


def rendered(form: AnswerForm) -> Any:
    return html.fromstring(PAGE.render(form=form, line=LINE))


def broken(exercise: ExerciseDefinition) -> AnswerForm:
    """Every input of an exercise posted with something it cannot take."""
    empty = form_over(*exercise.fields)
    names = [
        field.name
        for field in empty
        if not field.name.endswith(("__skip", "__add", "__out", "__shown"))
    ]
    form = form_over(*exercise.fields, posted=[(name, "<b>\x00") for name in names])
    form.validate()
    return form


@pytest.fixture(params=EVERY, ids=lambda exercise: exercise.slug)
def exercise(request: pytest.FixtureRequest) -> ExerciseDefinition:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=["fresh", "broken"])
def page(request: pytest.FixtureRequest, exercise: ExerciseDefinition) -> Any:
    return rendered(broken(exercise) if request.param == "broken" else form_over(*exercise.fields))


def test_ids_are_unique_and_everything_named_exists(page: Any) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    named = [one for value in page.xpath("//@aria-describedby") for one in value.split()]
    assert set(named) <= set(ids)
    assert set(page.xpath("//label/@for")) <= set(ids)


def test_every_control_has_a_label_and_every_group_a_legend(page: Any) -> None:
    labelled = set(page.xpath("//label/@for"))
    controls = page.xpath("//input[@type!='hidden'] | //textarea | //select")
    assert controls
    assert all(control.get("id") in labelled for control in controls)
    assert all(label.text_content().strip() for label in page.xpath("//label"))
    assert all(group.xpath("./legend[normalize-space()]") for group in page.xpath("//fieldset"))
    for radio in page.xpath("//input[@type='radio']"):
        assert radio.xpath("ancestor::fieldset[@role='radiogroup']")


def test_every_hint_and_error_is_tied_to_its_control(page: Any) -> None:
    tied = {one for value in page.xpath("//@aria-describedby") for one in value.split()}
    notes = page.xpath(
        "//*[contains(@class, 'field-hint') or contains(@class, 'field-error')][@id]"
    )
    assert {note.get("id") for note in notes} <= tied


def test_no_style_or_script_stands_in_the_page(page: Any) -> None:
    assert not page.xpath("//@style | //style | //script | //@*[starts-with(name(), 'on')]")


def test_pictures_are_decoration(page: Any) -> None:
    pictures = page.xpath("//svg")
    assert all(one.get("aria-hidden") == "true" for one in pictures)
    assert all(one.get("focusable") == "false" for one in pictures)


def test_who_sees_stands_before_the_question_and_skip_after_it(
    exercise: ExerciseDefinition,
) -> None:
    page = rendered(form_over(*exercise.fields))
    questions = page.xpath("//div[@data-answer]")
    assert [one.get("data-answer") for one in questions] == [field.key for field in exercise.fields]
    for one, field in zip(questions, exercise.fields, strict=True):
        assert one[0].get("class").startswith("who-sees")
        assert LINE in one[0].text_content()
        assert field.prompt in one.text_content()
        assert (
            bool(one.xpath(".//input[@type='checkbox'][contains(@name, '__skip')]")) is field.skip
        )


def test_what_was_typed_is_kept_and_escaped(exercise: ExerciseDefinition) -> None:
    form = broken(exercise)
    page = rendered(form)
    assert not page.xpath("//b")
    errors = page.xpath("//p[contains(@class, 'field-error')]")
    assert {one.get("id") for one in errors} >= {
        f"{name}-error" for name in form.errors if page.xpath(f"//*[@name='{name}']")
    }
    assert all(one.text_content().strip().startswith("Error: ") for one in errors)
    for text in page.xpath("//textarea | //input[@type='text']"):
        assert "<b>" in (text.get("value") or text.text_content())


def test_every_error_can_be_reached_by_its_link(exercise: ExerciseDefinition) -> None:
    form = broken(exercise)
    ids = set(rendered(form).xpath("//@id"))
    shown = [name for name in form.errors if _is_shown(form, name)]
    assert shown
    assert set(shown) <= ids


def test_a_skipped_question_that_holds_words_says_so() -> None:
    helps = load_definitions()["er-overwhelm-signals"].field("helps")
    page = rendered(form_over(helps, posted={"helps": "A walk", "helps__skip": "y"}))
    (tick,) = page.xpath("//input[@name='helps__skip']")
    assert tick.get("checked") is not None
    assert "not sent" in page.get_element_by_id(tick.get("aria-describedby")).text_content()


def test_chosen_feelings_are_not_hidden_in_a_closed_group() -> None:
    feeling = load_definitions()["er-feelings-log"].field("feeling")
    page = rendered(form_over(feeling, answers={"feeling": ["worried"]}))
    opened = page.xpath("//details[@open]")
    assert [one.xpath("string(summary)") for one in opened] == ["Afraid"]
    assert opened[0].xpath(".//input[@checked]/@value") == ["worried"]


def _is_shown(form: AnswerForm, name: str) -> bool:
    key, *rest = name.split("__")
    field = next(one for one in form.asked if one.key == key)
    return not (len(rest) == 2 and int(rest[0]) not in form.lines_of(field))
