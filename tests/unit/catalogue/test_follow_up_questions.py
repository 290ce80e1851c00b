from __future__ import annotations

from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Form

from practice.catalogue.forms import AnswerForm, answers_from, build_form
from tests.unit.catalogue.answering import exercise_of, options, question

YES_OR_NO = question("children", "single_choice", options=options("Yes", "No"))
IF_YES = {"condition": {"field": "children", "is": ["yes"]}}
EXERCISE = exercise_of(
    YES_OR_NO,
    question("how_many", "number", min=0, max=20, **IF_YES),
    question("if_many", condition={"field": "how_many", "is": ["5"]}),
    question("pets"),
)


def form(posted: dict[str, str] | None = None, **answers: Any) -> AnswerForm:
    made = build_form(EXERCISE, EXERCISE.fields, answers=answers, base=Form, by_condition=True)
    return made(formdata=None if posted is None else MultiDict(posted))


def asked(found: AnswerForm) -> list[str]:
    return [field.key for field in found.asked]


def test_what_was_answered_before_decides_what_is_asked_at_first() -> None:
    assert asked(form()) == ["children", "pets"]
    assert asked(form(children="yes")) == ["children", "how_many", "pets"]


def test_what_is_posted_decides_at_once_also_over_two_steps() -> None:
    assert asked(form({"children": "yes"})) == ["children", "how_many", "pets"]
    assert asked(form({"children": "yes", "how_many": "5"})) == [
        "children",
        "how_many",
        "if_many",
        "pets",
    ]


def test_what_is_not_asked_is_neither_read_nor_checked() -> None:
    sent = {"children": "no", "how_many": "plenty", "pets": "A cat"}
    found = form(sent, children="yes", how_many=2)
    assert found.validate()
    assert answers_from(found) == {"children": "no", "pets": "A cat"}
    assert not form({**sent, "children": "yes"}).validate()


def test_a_condition_on_another_page_is_looked_up_there() -> None:
    fields = [EXERCISE.field("how_many"), EXERCISE.field("pets")]

    def on_its_page(**answers: Any) -> list[str]:
        return asked(
            build_form(EXERCISE, fields, answers=answers, base=Form, by_condition=True)(MultiDict())
        )

    assert on_its_page() == ["pets"]
    assert on_its_page(children="yes") == ["how_many", "pets"]
