"""Homework from its first page to the last look before it is sent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import redirect, render_template, request, url_for

from practice.access.actor import Capacity
from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.assignments.rules import State
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import Kind
from practice.responses import queries, rules, services
from practice.responses.presenters import writing
from practice.responses.views.blueprint import (
    OpenRound,
    after_agreements,
    own_round,
    routes,
    while_open,
)

HOMEWORK = "/homework/<uuid:assignment_id>"
CHANGED = "This was changed in another place since you looked. Please look once more."


@routes.get(HOMEWORK, needs=Permission.OWN_HOMEWORK, subject=own_round)
@after_agreements
def intro(found: OpenRound) -> Any:
    """The first page: what it is for, how long it takes, who will see what. Closed work says the same to everyone."""
    given, here = found.round.given, found.round
    if here.state in (State.LOCKED, State.COMING, State.OVER):
        return render_template(
            "responses/closed.html",
            exercise=given.definition,
            sentence=caseload_rules.sentence("opens_later_sentence")
            if here.state is State.LOCKED
            else "",
            opens_on=here.opens_on,
            waits=here.state is State.COMING,
        )
    if given.is_joint and here.sent_id:
        return redirect(url_for("responses.own_answers", submission_id=here.sent_id), 303)
    return render_template(
        "responses/intro.html",
        found=found,
        exercise=given.definition,
        note=given.assignment.note,
        lines=writing.who_sees_summary(here) if here.is_open else [],
        policy_line=caseload_rules.policy_line(here.policy),
        people=_care_team(given.case),
        unwatched=writing.UNWATCHED,
        cards=catalogue.cards_about(given.definition.slug),
        may_leave_out=given.definition.kind is Kind.INTAKE
        and not any(field.required for field in here.fields),
    )


def _care_team(case: Case) -> str:
    team = caseload.care_team(case)
    treating = next(user.name for member, user in team if member.capacity is Capacity.TREATING)
    others = [user.name for member, user in team if member.capacity is not Capacity.TREATING]
    return writing.care_team_words(treating, others)


@routes.get(HOMEWORK + "/check", needs=Permission.OWN_HOMEWORK, subject=own_round)
@while_open
def check(found: OpenRound) -> Any:
    """Everything once more, with who sees each answer, before it is sent."""
    if found.round.draft is None:
        return redirect(found.address("part", number=1), 303)
    if found.round.given.is_joint:
        return redirect(found.address("wording"), 303)
    return _check_page(found)


@routes.post(HOMEWORK + "/send", needs=Permission.OWN_HOMEWORK, subject=own_round)
@after_agreements
def send(found: OpenRound) -> Any:
    """Send it, once: the same form again leads to the same end."""
    if found.round.given.is_joint:
        raise NotFound(found.id)
    try:
        services.send(
            found.round,
            by=found.standing.actor,
            form_key=_uuid(request.form.get("form_key")),
            revision=request.form.get("revision", type=int),
            keep_back=request.form.getlist("keep_back"),
        )
    except rules.Stale:
        if found.round.draft is None or not found.round.is_open:
            return redirect(found.address("intro"), 303)
        return _check_page(found, CHANGED), 409
    except rules.NotReady as missing:
        return _check_page(found, str(missing)), 422
    return redirect(found.address("done"), 303)


@routes.get(HOMEWORK + "/sent", needs=Permission.OWN_HOMEWORK, subject=own_round)
def done(found: OpenRound) -> Any:
    """The end: one sentence, the same for everyone, and room for one's own word on it."""
    sent = (
        None
        if found.round.given.is_joint
        else queries.newest_sent(found.round.given, found.round.key)
    )
    rated = queries.own_rating_of(sent) if sent else None
    return render_template(
        "responses/done.html",
        exercise=found.round.given.definition,
        sent_id=sent.id if sent else None,
        said=rated.content if rated else None,
    )


def _check_page(found: OpenRound, problem: str = "") -> str:
    return render_template(
        "responses/check.html",
        found=found,
        exercise=found.round.given.definition,
        draft=found.round.draft,
        lines=writing.check_lines(found.round, request.form.getlist("keep_back")),
        problem=problem,
        unwatched=writing.UNWATCHED,
    )


def _uuid(text: str | None) -> UUID:
    try:
        return UUID(text or "")
    except ValueError as unreadable:
        raise NotFound("form") from unreadable
