"""What came from a page of homework, and saving it: the same for a form that was sent and for one that saves itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import request
from wtforms import Form

from practice.catalogue.definition import FieldDefinition
from practice.catalogue.forms import (
    AnswerForm,
    answers_from,
    build_form,
    clean_answers,
    set_aside_from,
)
from practice.catalogue.rules import is_asked
from practice.responses import rules, services
from practice.responses.models import Draft
from practice.responses.views.blueprint import OpenRound, holder
from practice.web.forms import BaseForm

_MARK = re.compile(r"[0-9A-Za-z-]{8,64}")


class Unreadable(ValueError):
    """What came cannot be kept; the message is for the person who wrote it."""


@dataclass(frozen=True)
class Typed:
    """What came from a page: the questions due on it, their answers, what was typed beside a skip, and which page it was."""

    fields: tuple[FieldDefinition, ...]
    answers: Mapping[str, Any]
    revision: int
    writer: rules.Writer | None
    aside: Mapping[str, Any] = field(default_factory=dict)


def form_of(
    found: OpenRound,
    base: type[Form] = BaseForm,
    *,
    answers: Mapping[str, Any] | None = None,
    **sent: Any,
) -> AnswerForm:
    """Return the form of a page, filled with ``answers`` (None: those drafted), and with what was sent over them.

    ``formdata`` is what was sent; without it a form with a token reads the request by itself.
    """
    here = found.round
    kind = build_form(
        here.given.definition,
        found.part.possible,
        answers=here.given_answers if answers is None else answers,
        set_aside=here.set_aside,
        base=base,
        by_condition=True,
    )
    return kind(**sent)


def typed_in(form: AnswerForm, sent: Mapping[str, Any]) -> Typed:
    """Return what a checked form holds; ``sent`` is all that came with it."""
    fields = tuple(form.asked)
    writer = _writer(sent)
    return Typed(fields, answers_from(form), _revision(sent), writer, set_aside_from(form))


def typed_as_json(found: OpenRound, sent: Mapping[str, Any]) -> Typed:
    """Return what came as JSON with ``answers``; raise :class:`Unreadable`."""
    possible = found.part.possible
    answers, errors = clean_answers(possible, sent.get("answers"))
    if errors:
        raise Unreadable(next(iter(errors.values())))
    keys = {one.key for one in possible}
    elsewhere = {k: v for k, v in found.round.given_answers.items() if k not in keys}
    definition, all_answers = found.round.given.definition, {**elsewhere, **answers}
    due = tuple(one for one in possible if is_asked(definition, one, all_answers))
    kept = {one.key: answers[one.key] for one in due if one.key in answers}
    return Typed(due, kept, _revision(sent), _writer(sent))


def typed_by_script(found: OpenRound) -> Typed:
    """Return what a page sent by itself, as a form or as JSON; raise :class:`Unreadable`."""
    if request.is_json:
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            raise Unreadable("This could not be read. Your words are still here.")
        return typed_as_json(found, body)
    # The token was checked before the view; a second check would only cost time at every pause in typing.
    form = form_of(found, Form, formdata=request.form)
    if not form.validate():
        raise Unreadable(str(next(error for one in form for error in one.errors)))
    return typed_in(form, request.form)


def save(found: OpenRound, typed: Typed) -> Draft:
    """Save what came from a page; raises what :func:`services.save_draft` raises."""
    return services.save_draft(
        found.round,
        typed.fields,
        typed.answers,
        aside=typed.aside,
        by=found.standing.actor,
        revision=typed.revision,
        writer=typed.writer,
        holder=holder() if found.round.given.is_joint else None,
    )


def _revision(sent: Mapping[str, Any]) -> int:
    """The revision that the page showed; anything unreadable is none of ours, and so a conflict."""
    try:
        return int(sent.get("revision", -1))
    except (TypeError, ValueError, OverflowError):
        return -1


def _writer(sent: Mapping[str, Any]) -> rules.Writer | None:
    mark, turn = sent.get("writer"), str(sent.get("turn", ""))
    is_whole = turn.isascii() and turn.isdigit() and len(turn) < 10
    if not isinstance(mark, str) or not _MARK.fullmatch(mark) or not is_whole:
        return None
    return rules.Writer(mark, int(turn))
