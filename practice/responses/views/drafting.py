"""Writing one page of homework: saving it, saving it by itself, and what happens when two places wrote at once."""

from __future__ import annotations

from typing import Any

from flask import make_response, redirect, render_template, request, url_for
from wtforms import Form

from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.caseload import rules as caseload_rules
from practice.caseload.presenters.support import support_view
from practice.catalogue.definition import FieldDefinition
from practice.catalogue.forms import (
    AnswerForm,
    answers_from,
    build_form,
    clean_answers,
    line_wanted,
    set_aside_from,
)
from practice.catalogue.rules import shows_page
from practice.lib import clock
from practice.responses import queries, rules, services
from practice.responses.presenters import writing
from practice.responses.views.blueprint import OpenRound, holder, own_round, routes, while_open
from practice.responses.views.homework import HOMEWORK
from practice.web.forms import BaseForm
from practice.web.templating import clock_time

ELSEWHERE = "This form is open elsewhere. You can read it now and write in it later."
TWO_VERSIONS = "This was also changed in another place. Both versions are kept."


@routes.form(HOMEWORK + "/part/<int:number>", needs=Permission.OWN_HOMEWORK, subject=own_round)
@while_open
def part(found: OpenRound) -> Any:
    """One page of questions: saved, and on to the next."""
    form = _form(found, BaseForm)
    if request.method == "GET":
        return _held_page(found) if _is_held(found) else _page(found, form)
    if line_wanted(form):
        return _page(found, form)
    if not form.validate():
        return _page(found, form), 422
    try:
        _save(found, answers_from(form), set_aside_from(form), _revision(request.form))
    except rules.Conflict:
        return _conflict_page(found, form, TWO_VERSIONS), 409
    except rules.HeldElsewhere:
        return _conflict_page(found, form, ELSEWHERE), 409
    return redirect(_onward(found), 303)


@routes.post(
    HOMEWORK + "/part/<int:number>/autosave",
    needs=Permission.OWN_HOMEWORK,
    subject=own_round,
)
def autosave(found: OpenRound) -> Any:
    """Save a page while it is being written. The answer says the new revision, or keeps both texts apart."""
    if not (found.round.agreements.forms_open and found.round.is_open):
        return make_response({"message": "This cannot be written in now. Keep your words."}, 409)
    try:
        answers, aside, problem = _sent_by_script(found)
    except ValueError:
        return make_response({"message": "This could not be read. Your words are still here."}, 422)
    if problem:
        return make_response({"message": problem}, 422)
    body = request.get_json(silent=True) if request.is_json else request.form
    try:
        draft = _save(found, answers, aside, _revision(body or {}))
    except (rules.Conflict, rules.HeldElsewhere) as kept_apart:
        return make_response(_both_texts(found, answers, kept_apart), 409)
    return {"revision": draft.revision, "saved_at": clock_time(clock.now())}


@routes.get(HOMEWORK + "/part/<int:number>/help", needs=Permission.OWN_HOMEWORK, subject=own_round)
@while_open
def help_first(found: OpenRound) -> Any:
    """Help and support, shown at once to somebody whose answer asks for it; then on to where they were going."""
    following = request.args.get("next", type=int)
    here = accounts.installation()
    return render_template(
        "responses/help_first.html",
        exercise=found.round.given.definition,
        view=support_view(
            today=clock.today(here.zone),
            practice=here.neutral_name,
            phone=here.phone,
            hours=here.hours,
        ),
        onward=found.address("part", number=following) if following else found.address("check"),
    )


def _form(found: OpenRound, base: type[Form], sent: Any = None) -> AnswerForm:
    here = found.round
    kind = build_form(
        here.given.definition,
        found.part.fields,
        answers=here.given_answers,
        set_aside=here.set_aside,
        base=base,
    )
    return kind(sent) if sent is not None else kind()


def _save(found: OpenRound, answers: Any, aside: Any, revision: int) -> Any:
    return services.save_draft(
        found.round,
        found.part.fields,
        answers,
        aside=aside,
        by=found.standing.actor,
        revision=revision,
        holder=holder() if found.round.given.is_joint else None,
    )


def _sent_by_script(found: OpenRound) -> tuple[dict[str, Any], dict[str, Any], str]:
    """Return (answers, set aside, problem) of an autosave: a form, or JSON with ``answers``; ValueError when unreadable."""
    if request.is_json:
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            raise ValueError("not an object")
        answers, errors = clean_answers(found.part.fields, body.get("answers"))
        return answers, {}, next(iter(errors.values()), "")
    # The token was checked before the view; a second check would only cost time at every pause in typing.
    form = _form(found, Form, request.form)
    if not form.validate():
        return {}, {}, _first_error(form)
    return answers_from(form), set_aside_from(form), ""


def _first_error(form: AnswerForm) -> str:
    return str(next(error for field in form for error in field.errors))


def _revision(body: Any) -> int:
    """The revision that the page showed; anything unreadable is none of ours, and so a conflict."""
    try:
        return int(body.get("revision", -1))
    except (TypeError, ValueError):
        return -1


def _both_texts(found: OpenRound, typed: dict[str, Any], why: Exception) -> dict[str, Any]:
    keys = [field.key for field in found.part.fields]
    saved = found.round.given_answers
    return {
        "message": ELSEWHERE if isinstance(why, rules.HeldElsewhere) else TWO_VERSIONS,
        "url": found.address("part", number=found.number),
        "revision": found.round.revision,
        "saved": {key: saved[key] for key in keys if key in saved},
        "typed": typed,
    }


def _onward(found: OpenRound) -> str:
    """Where saving leads: away for now, or to the next page by what is answered now."""
    if request.form.get("go") == "later":
        if found.round.given.is_joint:
            services.let_go(_again(found), by=found.standing.actor)
        return url_for("portal.today")
    here = _again(found)
    last = found.part.fields[-1].key
    page = next((p.number for p in here.pages if last in {f.key for f in p.fields}), found.number)
    following = page + 1 if page < len(here.pages) else 0
    if any(shows_page(field, here.given_answers.get(field.key)) for field in found.part.fields):
        return found.address("help_first", number=found.number, next=following or None)
    return found.address("part", number=following) if following else found.address("check")


def _again(found: OpenRound) -> queries.Round:
    return queries.round_of(found.round.given, found.round.key)


def _is_held(found: OpenRound) -> bool:
    draft = found.round.draft
    return (
        draft is not None
        and found.round.given.is_joint
        and rules.is_held_elsewhere(draft.held_by, draft.held_until, holder(), clock.now())
    )


def _page(found: OpenRound, form: AnswerForm) -> str:
    return render_template("responses/part.html", **_context(found, form))


def _held_page(found: OpenRound) -> str:
    return render_template(
        "responses/held.html",
        found=found,
        exercise=found.round.given.definition,
        lines=writing.check_lines(found.round),
        sentence=ELSEWHERE,
    )


def _conflict_page(found: OpenRound, form: AnswerForm, message: str) -> str:
    fields: tuple[FieldDefinition, ...] = found.part.fields
    return render_template(
        "responses/conflict.html",
        message=message,
        differences=writing.differences(fields, found.round.given_answers, answers_from(form)),
        **_context(found, form),
    )


def _context(found: OpenRound, form: AnswerForm) -> dict[str, Any]:
    return {
        "found": found,
        "exercise": found.round.given.definition,
        "part": found.part,
        "form": form,
        "questions": writing.questions(found.round, found.part),
        "policy_line": caseload_rules.policy_line(found.round.policy),
    }
