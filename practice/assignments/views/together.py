"""Starter sets, and giving a set or one exercise to several couples of one's own caseload."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for

from practice.access.actor import Actor
from practice.access.decide import NotFound, can
from practice.access.permissions import Permission
from practice.assignments import presenters, queries, rules, services
from practice.assignments.forms import AssignSeveralForm, SaveSetForm, SeveralForm, code_of
from practice.assignments.queries import GivenSet, OwnSet
from practice.assignments.rules import SetItem
from practice.assignments.services import Outcome
from practice.assignments.views.blueprint import routes
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import Kind
from practice.lib import clock

Give = Callable[[Case], list[Outcome]]


@routes.get("/starter-sets", needs=Permission.HOMEWORK_PLAN)
def starter_sets(actor: Actor) -> Any:
    """One's own sets and those that come with the product."""
    return render_template(
        "assignments/starter_sets.html",
        sets=presenters.set_cards(queries.starter_sets(actor), _titles()),
    )


@routes.form("/starter-sets/give/<key>", needs=Permission.HOMEWORK_PLAN)
def give_set(actor: Actor, key: str) -> Any:
    """Give a set to the couples that are ticked: what cannot be given to one of them is said, the rest is given."""
    plan = queries.starter_set(actor, key)
    form = SeveralForm(starts_on=clock.today(actor.zone), couples=request.args.getlist("couple"))
    form.offer_couples(_couples(actor))
    if form.validate_on_submit():
        return _given(
            actor,
            form,
            plan.title,
            lambda case: services.give_items(
                case, plan.items, first_day=form.starts_on.day, by=case.actor
            ),
        )
    page = render_template(
        "assignments/give_set.html",
        form=form,
        card=presenters.set_cards([plan], _titles())[0],
    )
    return page, 422 if form.is_submitted() else 200


@routes.form("/library/<slug>/give", needs=Permission.HOMEWORK_PLAN)
def give_several(actor: Actor, slug: str) -> Any:
    """Give one exercise to the couples that are ticked."""
    _, definition = catalogue.newest(slug)
    if not rules.can_be_given_to_many(definition) or definition.kind is Kind.INTAKE:
        raise NotFound(slug)
    form = AssignSeveralForm(
        to=rules.EACH,
        starts_on=clock.today(actor.zone),
        schedule=code_of(definition.schedule),
        couples=request.args.getlist("couple"),
    )
    form.offer([(rules.EACH, "Both of each couple")], definition.schedule)
    form.offer_couples(_couples(actor))
    if form.validate_on_submit():
        item = SetItem(slug, 0, form.chosen_schedule, window=form.window.data, most=form.most.data)
        return _given(
            actor,
            form,
            definition.title,
            lambda case: services.give_items(
                case,
                [item],
                first_day=form.starts_on.day,
                due_on=form.due_on.data,
                ends_on=form.ends_on.data,
                note=form.note.data,
                by=case.actor,
            ),
        )
    page = render_template("assignments/give_several.html", form=form, exercise=definition)
    return page, 422 if form.is_submitted() else 200


@routes.form(
    "/couples/<uuid:couple_id>/homework/save-set",
    needs=Permission.HOMEWORK_ASSIGN,
    subject=caseload.case,
)
def save_set(case: Case) -> Any:
    """Keep what this couple has as a set of one's own, to give it to others."""
    given = _to_copy(case)
    form = SaveSetForm(chosen=[str(found.id) for found in given])
    form.offer([(str(found.id), found.definition.title) for found in given])
    if form.validate_on_submit():
        chosen = [found for found in given if str(found.id) in form.chosen.data]
        services.save_set(form.name.data or "", chosen, by=case.actor)
        flash("The set is saved. Only you see it.", "good")
        return redirect(url_for("assignments.starter_sets"), 303)
    page = render_template("assignments/save_set.html", case=case, form=form, has_any=bool(given))
    return page, 422 if form.is_submitted() else 200


@routes.post(
    "/starter-sets/<uuid:set_id>/remove", needs=Permission.HOMEWORK_PLAN, subject=queries.own_set
)
def remove_set(found: OwnSet) -> Any:
    """Remove one of one's own sets."""
    services.remove_set(found, by=found.actor)
    flash("The set is removed. What was given with it stays given.", "good")
    return redirect(url_for("assignments.starter_sets"), 303)


def _given(actor: Actor, form: SeveralForm, title: str, give: Give) -> Any:
    outcomes: list[Outcome] = []
    for couple_id in form.couples.data or ():
        case = caseload.case(actor, UUID(couple_id))
        if can(case.standing, Permission.HOMEWORK_ASSIGN):
            outcomes += give(case)
        else:
            outcomes.append(Outcome(case.names, title, services.BY_OTHERS))
    for words, tone in presenters.outcome_words(outcomes):
        flash(words, tone)
    return redirect(url_for("assignments.starter_sets"), 303)


def _couples(actor: Actor) -> list[tuple[str, str]]:
    return [(str(couple_id), names) for couple_id, names in queries.couples_at_work(actor)]


def _titles() -> dict[str, str]:
    return {definition.slug: definition.title for _, definition in catalogue.library()}


def _to_copy(case: Case) -> list[GivenSet]:
    """What stands now of what a couple was given, oldest first; the intake is no homework to copy."""
    found: Iterable[GivenSet] = queries.sets_of(case)
    return [one for one in found if one.standing_rows() and one.definition.kind is not Kind.INTAKE][
        ::-1
    ]
