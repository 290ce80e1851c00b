"""Taking homework back, from both or from one, and giving it back when that was a mistake."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for

from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.assignments import queries, services
from practice.assignments.queries import GivenSet
from practice.assignments.views.blueprint import routes
from practice.caseload import rules as caseload_rules
from practice.catalogue.definition import Who

_SET = "/couples/<uuid:couple_id>/homework/set/<uuid:set_id>"


@routes.post(
    f"{_SET}/withdraw",
    needs=Permission.HOMEWORK_ASSIGN,
    subject=queries.set_of,
)
def withdraw(found: GivenSet) -> Any:
    """Take a set back, or one partner's part of it."""
    side = _side(found)
    services.withdraw(found, by=found.case.actor, side=side)
    flash(f"“{found.definition.title}” is taken back{_from(found, side)}.", "good")
    return _overview(found)


@routes.post(
    f"{_SET}/give-back",
    needs=Permission.HOMEWORK_ASSIGN,
    subject=queries.set_of,
)
def give_back(found: GivenSet) -> Any:
    """Undo taking back."""
    try:
        services.give_back(found, by=found.case.actor, side=_side(found))
    except caseload_rules.NotOpen as refused:
        flash(str(refused), "attention")
    else:
        flash(f"“{found.definition.title}” stands there again, as it did.", "good")
    return _overview(found)


def _side(found: GivenSet) -> str | None:
    """One partner's part, where each has one; a form of both stays whole."""
    side = request.form.get("side") or None
    if side is not None and (side not in ("a", "b") or found.definition.who is Who.JOINT):
        raise NotFound(side)
    return side


def _from(found: GivenSet, side: str | None) -> str:
    return f" from {found.case.partners[side].first_name}" if side else ""


def _overview(found: GivenSet) -> Any:
    return redirect(url_for("responses.overview", couple_id=found.case.id), 303)
