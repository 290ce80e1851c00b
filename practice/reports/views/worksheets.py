"""Blank worksheets as PDF: the clinician prints anything, a partner what is open (G0) and the cards."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import UUID

from flask import flash, redirect, request, send_file, url_for

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.assignments import queries as assignments
from practice.assignments.rules import State
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import (
    Audience,
    ExerciseDefinition,
    FieldDefinition,
    Gate,
    Kind,
    Needs,
)
from practice.reports.building.worksheet import (
    Paperwork,
    WhoSees,
    who_sees_under_every_policy,
    worksheet_of,
)
from practice.reports.document import Letterhead, Paper
from practice.reports.sandbox import RenderFailed, render_pdf
from practice.reports.views.blueprint import routes
from practice.responses import queries as responses
from practice.responses.queries.rounds import ASKED, Round

_PAPERS: dict[str, Paper] = {"letter": "Letter"}
_NOT_NOW = "The worksheet could not be made just now. Please try again."


@dataclass(frozen=True)
class OnPaper:
    """A definition to be printed for one couple."""

    case: Case
    definition: ExerciseDefinition

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.case.standing

    @property
    def id(self) -> UUID:
        """The couple's id."""
        return self.case.id


def for_couple(actor: Actor, couple_id: UUID, slug: str) -> OnPaper:
    """Load a couple of the actor's caseload and a definition; raise :class:`NotFound`."""
    return OnPaper(caseload.case(actor, couple_id), catalogue.newest(slug)[1])


@dataclass(frozen=True)
class OwnOnPaper:
    """What the acting partner was given, to be printed by themselves."""

    round: Round

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.round.given.standing

    @property
    def id(self) -> UUID:
        """The assignment's id."""
        return self.round.given.id


def given_on_paper(actor: Actor, assignment_id: UUID) -> OwnOnPaper:
    """Load what the acting partner was given, if it may be printed: open work that asks nobody's clearance (G0)."""
    found = responses.round_of(assignments.own_assignment(actor, assignment_id))
    is_open = found.agreements.forms_open and found.state not in (State.LOCKED, State.COMING)
    is_own = ASKED[found.given.assignment.asks][0] is Audience.AUTHOR
    if not (is_open and is_own) or found.given.definition.gates.fill is not Gate.G0:
        raise NotFound(assignment_id)
    return OwnOnPaper(found)


@routes.get("/library/<slug>/worksheet", needs=Permission.LIBRARY_READ)
def worksheet(actor: Actor, slug: str) -> Any:
    """Anything in the library, for nobody in particular."""
    return _send(catalogue.newest(slug)[1], Paperwork(_letterhead(), _paper()))


@routes.get(
    "/couples/<uuid:couple_id>/worksheets/<slug>",
    needs=Permission.HOMEWORK_ASSIGN,
    subject=for_couple,
)
def worksheet_for_couple(found: OnPaper) -> Any:
    """The same with the couple's names and the lines of their policy."""
    names = found.case.a.first_name, found.case.b.first_name
    policy = caseload.policy_in_force(found.case)
    return _send(
        found.definition,
        Paperwork(_letterhead(), _paper(), names, fictional=found.case.couple.is_fictional),
        _line_under(policy),
    )


@routes.get(
    "/homework/<uuid:assignment_id>/worksheet",
    needs=Permission.OWN_HOMEWORK,
    subject=given_on_paper,
)
def own_worksheet(found: OwnOnPaper) -> Any:
    """What the acting partner was given, blank: the part that this assignment asks."""
    here = found.round
    case = here.given.case
    paperwork = Paperwork(
        _letterhead(),
        _paper(),
        (case.a.first_name, case.b.first_name),
        stages=(ASKED[here.given.assignment.asks][1],),
        without=() if here.agreements.sexual else (Needs.SEXUAL_CONTENT_CONSENT,),
        fictional=case.couple.is_fictional,
    )
    return _send(here.given.definition, paperwork, _line_under(here.policy))


@routes.get("/reading/<slug>/worksheet", needs=Permission.PORTAL)
def card_on_paper(actor: Actor, slug: str) -> Any:
    """A card to read; who printed which is noted nowhere."""
    definition = catalogue.newest(slug)[1]
    if definition.kind is not Kind.READING:
        raise NotFound(slug)
    return _send(definition, Paperwork(_letterhead(), _paper()))


def _line_under(policy: str) -> WhoSees:
    def line(field: FieldDefinition) -> str:
        return caseload_rules.who_sees_line(
            field.visibility.value, policy, field.stage.value, protected=field.protected
        )

    return line


def _letterhead() -> Letterhead:
    # The neutral name: paper lies about.
    return Letterhead(accounts.installation().neutral_name)


def _paper() -> Paper:
    return _PAPERS.get(request.args.get("paper", ""), "A4")


def _send(
    definition: ExerciseDefinition,
    paperwork: Paperwork,
    who_sees: WhoSees = who_sees_under_every_policy,
) -> Any:
    sheet = worksheet_of(definition, paperwork, who_sees)
    if sheet is None:
        raise NotFound(definition.slug)
    try:
        made = render_pdf(sheet)
    except RenderFailed:
        flash(_NOT_NOW, "attention")
        return redirect(url_for("accounts.home"), 303)
    return send_file(
        BytesIO(made),
        mimetype="application/pdf",
        download_name=f"worksheet-{hashlib.sha256(made).hexdigest()[:8]}.pdf",
        etag=False,
        last_modified=None,
    )
