"""Writing one page of homework: saving it, going on, and what happens when two places wrote at once."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for

from practice.access.permissions import Permission
from practice.caseload import rules as caseload_rules
from practice.catalogue.forms import AnswerForm, answers_from, changes_lines
from practice.catalogue.rules import Part, shows_page
from practice.lib import clock
from practice.responses import queries, rules, services
from practice.responses.presenters import writing
from practice.responses.views.blueprint import OpenRound, holder, own_round, routes, while_open
from practice.responses.views.homework import HOMEWORK
from practice.responses.views.saving import form_of, save, typed_in

ELSEWHERE = "This form is open elsewhere. You can read it now and write in it later."
TWO_VERSIONS = "This was also changed in another place. Both versions are kept."
TOGETHER = "Both versions stand together below. Look them over, then save."


@routes.form(HOMEWORK + "/part/<int:number>", needs=Permission.OWN_HOMEWORK, subject=own_round)
@while_open
def part(found: OpenRound) -> Any:
    """One page of questions: saved, and on to the next."""
    form = form_of(found)
    if request.method == "GET":
        return _held_page(found) if _is_held(found) else _page(found, form)
    if changes_lines(form):
        return _page(found, form)
    if request.form.get("go") == "together":
        return _conflict_page(found, _put_together(found, form), TOGETHER)
    return _sent(found, form)


def _sent(found: OpenRound, form: AnswerForm) -> Any:
    if not form.validate():
        return _page(found, form), 422
    try:
        save(found, typed_in(form, request.form))
    except rules.Conflict:
        return _conflict_page(found, form, TWO_VERSIONS), 409
    except rules.HeldElsewhere:
        return _conflict_page(found, form, ELSEWHERE), 409
    return redirect(_onward(found), 303)


def _put_together(found: OpenRound, form: AnswerForm) -> AnswerForm:
    """Return the form with both versions in one, where they can stand together; it is saved by a press of its own."""
    saved, typed = found.round.given_answers, answers_from(form)
    both = {f.key: rules.merged(f, saved.get(f.key), typed.get(f.key)) for f in form.asked}
    return form_of(found, answers={**saved, **typed, **both}, formdata=None)


def _onward(found: OpenRound) -> str:
    """Where saving leads: away for now, or to what comes next by what is answered now."""
    here = queries.round_of(found.round.given, found.round.key)
    if request.form.get("go") == "later":
        if here.given.is_joint:
            services.let_go(here, by=found.standing.actor)
        return url_for("portal.today")
    page = _same_page(here.pages, found.part)
    if page is None:
        return found.address("part", number=min(found.number, len(here.pages)))
    new = _not_seen_yet(page)
    if new:
        return found.address("part", number=page.number, _anchor=new)
    following = page.number + 1 if page.number < len(here.pages) else 0
    if any(shows_page(field, here.given_answers.get(field.key)) for field in page.fields):
        return found.address("help_first", number=found.number, next=following or None)
    return found.address("part", number=following) if following else found.address("check")


def _same_page(pages: list[Part], page: Part) -> Part | None:
    """The page with the same questions; another one that came up may have moved it."""
    keys = {field.key for field in page.possible}
    return next((one for one in pages if keys & {f.key for f in one.possible}), None)


def _not_seen_yet(page: Part) -> str:
    """The first question that came up on this page by the answers just given, unless a script has shown it already."""
    seen = set(request.form.getlist("on_page"))
    if not seen:
        return ""
    return next((field.key for field in page.fields if field.key not in seen), "")


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
    saved, typed = found.round.given_answers, answers_from(form)
    fields = form.asked
    return render_template(
        "responses/conflict.html",
        message=message,
        differences=writing.differences(fields, saved, typed),
        can_be_merged=any(
            rules.can_be_merged(f, saved.get(f.key), typed.get(f.key)) for f in fields
        ),
        **_context(found, form),
    )


def _context(found: OpenRound, form: AnswerForm) -> dict[str, Any]:
    due = {field.key for field in form.asked}
    return {
        "found": found,
        "exercise": found.round.given.definition,
        "part": found.part,
        "form": form,
        "questions": writing.questions(found.round, found.part.possible, due),
        "policy_line": caseload_rules.policy_line(found.round.policy),
    }
