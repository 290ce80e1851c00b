"""Every exercise can be copied, and every question of it opened in the builder and saved unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, SelectMultipleField

from practice.catalogue import loading
from practice.catalogue.definition import FieldDefinition, FieldType, Kind
from practice.catalogue.loading.building import build, plain
from practice.own_forms.forms.parts import Around
from practice.own_forms.forms.question import QuestionForm, question_form
from practice.own_forms.rules import drafting, soundness
from practice.own_forms.views.blueprint import all_kinds

EXERCISES = {
    slug: definition
    for slug, definition in loading.load_definitions().items()
    if definition.kind is Kind.EXERCISE
}
app = Flask(__name__)
app.config.update(SECRET_KEY="x", WTF_CSRF_ENABLED=False)


@pytest.fixture(autouse=True)
def request_context() -> Iterator[None]:
    with app.test_request_context(method="POST"):
        yield


@pytest.mark.parametrize("slug", EXERCISES)
def test_a_copy_may_be_published_at_once(slug: str) -> None:
    exercise = EXERCISES[slug]
    copy = drafting.begun("own-copy", "Copy", loading.definition_to_json(exercise))
    assert soundness.problems(copy, exercise) == []


def posted(form: QuestionForm) -> MultiDict[str, str]:
    """What a browser sends back when nothing was changed on the page."""
    sent: MultiDict[str, str] = MultiDict()
    for field in form:
        if isinstance(field, BooleanField):
            if field.data:
                sent.add(field.name, "y")
        elif isinstance(field, SelectMultipleField):
            for value in field.data or ():
                sent.add(field.name, value)
        elif field.data is not None:
            sent.add(field.name, str(field.data))
    return sent


def saved_again(fields: list[dict[str, Any]], number: int) -> dict[str, Any]:
    held = fields[number]
    kind = all_kinds()[FieldType(held["type"])]
    around = Around(fields[:number], [f for f in fields if f is not held])
    sent = posted(question_form(kind, held, around))
    with app.test_request_context(method="POST", data=sent):
        form = question_form(kind, held, around)
        assert form.validate_on_submit(), form.errors
        taken = form.taken(held)
    assert taken is not None, (held["key"], form.errors)
    tidy: dict[str, Any] = plain(build(FieldDefinition, taken))
    return tidy


@pytest.mark.parametrize("slug", EXERCISES)
def test_a_question_saved_unchanged_stays_as_it_was(slug: str) -> None:
    fields = loading.definition_to_json(EXERCISES[slug])["fields"]
    for number, field in enumerate(fields):
        if field.get("required") and field.get("skip", True):
            continue
        assert saved_again(fields, number) == field
