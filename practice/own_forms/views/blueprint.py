"""The blueprint of the form builder, and what its pages share."""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import flash, redirect, url_for

from practice.catalogue import loading
from practice.catalogue.definition import FieldType
from practice.own_forms import services
from practice.own_forms.forms.choices import BODY
from practice.own_forms.forms.question import Kind, kinds
from practice.own_forms.queries import FormFound
from practice.own_forms.rules.drafting import Json
from practice.web.routes import Routes

routes = Routes("own_forms", __name__)
FORM = "/own-forms/<uuid:form_id>"
CHANGED_ELSEWHERE = (
    "This form was changed elsewhere since you opened the page. Nothing was changed from here."
)


@cache
def all_kinds() -> dict[FieldType, Kind]:
    """Return every type of question, in the order offered."""
    return kinds(BODY, loading.word_list("emotions-1"))


def revision_of(text: str | None) -> int:
    """Return the revision that a page was made from; anything unreadable is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0


def saved(found: FormFound, draft: Json, revision: str | None, words: str = "Saved.") -> bool:
    """Keep a changed draft and say so; False where it was changed elsewhere in the meantime."""
    try:
        services.save(found, draft, revision=revision_of(revision), by=found.actor)
    except services.Stale:
        return False
    flash(words, "good")
    return True


def back_to(found: FormFound) -> Any:
    """Lead back to the form."""
    return redirect(url_for("own_forms.show", form_id=found.id), 303)
