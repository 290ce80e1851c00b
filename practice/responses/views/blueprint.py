"""The blueprint of responses, and the loaders of what a partner writes in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from flask import redirect, request, session, url_for

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.assignments import queries as assignments
from practice.catalogue.rules import Part
from practice.lib import tokens
from practice.responses import queries
from practice.responses.queries import Round
from practice.web.errors import KeptOnScreen
from practice.web.routes import Routes

routes = Routes("responses", __name__)

NOT_ASKED_NOW = "What this page asked is not asked any more, because another answer was changed. Nothing was saved from it."


@dataclass(frozen=True)
class OpenRound:
    """One round of the acting partner's own homework, and the number of the page asked for."""

    round: Round
    number: int = 1

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.round.given.standing

    @property
    def id(self) -> UUID:
        """The assignment's id."""
        return self.round.given.id

    @property
    def part(self) -> Part:
        """The page asked for; what was sent from a page belongs to that page, even if others have come before it since."""
        keys = request.form.getlist("on_page")
        if not keys:
            return self.round.part(self.number)
        page = self.round.part_with(keys)
        if page is None:
            raise KeptOnScreen(NOT_ASKED_NOW)
        return page

    def address(self, endpoint: str, **values: Any) -> str:
        """Return the address of another page of the same round: midnight does not lead to another one."""
        return url_for(
            f"responses.{endpoint}", assignment_id=self.id, on=self.round.key or None, **values
        )


def own_round(actor: Actor, assignment_id: UUID, number: int = 1) -> OpenRound:
    """Load a round of the acting partner's own homework: the one named in ``?on=``, or the one to write in now."""
    given = assignments.own_assignment(actor, assignment_id)
    return OpenRound(queries.round_of(given, request.args.get("on")), number)


def own_joint_round(actor: Actor, assignment_id: UUID) -> OpenRound:
    """Load a round of a form of both; :class:`NotFound` for any other homework."""
    found = own_round(actor, assignment_id)
    if not found.round.given.is_joint:
        raise NotFound(assignment_id)
    return found


def after_agreements(view: Callable[[OpenRound], Any]) -> Callable[[OpenRound], Any]:
    """Let a person write once their own agreements are signed; until then lead them there."""

    @wraps(view)
    def checked(found: OpenRound) -> Any:
        if not found.round.agreements.forms_open:
            return redirect(url_for("portal.agreements"), 303)
        return view(found)

    return checked


def while_open(view: Callable[[OpenRound], Any]) -> Callable[[OpenRound], Any]:
    """Lead to the first page of the homework, which says how it stands, unless it may be written in now."""

    @wraps(view)
    def checked(found: OpenRound) -> Any:
        if not found.round.is_open:
            return redirect(found.address("intro"), 303)
        return view(found)

    return after_agreements(checked)


def holder() -> bytes:
    """Return an opaque mark of this session: who holds a form of both."""
    here: Any = session._get_current_object()  # type: ignore[attr-defined]
    return tokens.digest(f"holder|{here.row_id}")
