"""The library: what there is to give, and what it asks, in general and as one couple will see it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from flask import render_template, request, url_for
from wtforms import Form

from practice.access.actor import Actor, Standing
from practice.access.permissions import Permission
from practice.assignments import presenters, queries
from practice.assignments.forms import schedule_words
from practice.assignments.presenters import Reader
from practice.assignments.rules import Wanted
from practice.assignments.views.blueprint import routes
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition, Kind
from practice.catalogue.forms import build_form
from practice.catalogue.presenters import exercise_card


@dataclass(frozen=True)
class SeenByCouple:
    """A definition to be looked at as one couple will see it."""

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

    @property
    def side(self) -> str:
        """Through whose eyes, ``a`` unless the address says ``b``."""
        return "b" if request.args.get("as") == "b" else "a"


def seen_by_couple(actor: Actor, couple_id: UUID, slug: str) -> SeenByCouple:
    """Load a couple of the actor's caseload and a definition; raise :class:`NotFound`."""
    return SeenByCouple(caseload.case(actor, couple_id), catalogue.newest(slug)[1])


def whole_library(*kinds: Kind) -> Mapping[Kind, list[ExerciseDefinition]]:
    """Return the newest version of everything of these kinds (all, unless some are named)."""
    return {kind: [one for _, one in catalogue.library(kind)] for kind in kinds or Kind}


@routes.get("/library", needs=Permission.LIBRARY_READ)
def library(actor: Actor) -> Any:
    """Everything there is, as it is looked for."""
    found = presenters.shelf(
        whole_library(),
        Wanted.read(request.args),
        partial(url_for, "assignments.library"),
        catalogue.made_here(),
    )
    return render_template("assignments/library.html", shelf=found)


@routes.get("/library/<slug>", needs=Permission.LIBRARY_READ)
def preview(actor: Actor, slug: str) -> Any:
    """One exercise as a partner will see it; nothing here can be sent."""
    _, definition = catalogue.newest(slug)
    return _preview(definition, Reader(), partial(url_for, "assignments.preview", slug=slug))


@routes.get(
    "/couples/<uuid:couple_id>/library/<slug>",
    needs=Permission.HOMEWORK_ASSIGN,
    subject=seen_by_couple,
)
def preview_for_couple(found: SeenByCouple) -> Any:
    """The same as one of the two will see it: their names, their policy, this person's consent."""
    case, side = found.case, found.side
    reader = Reader(
        names=(case.a.first_name, case.b.first_name),
        policy=caseload.policy_in_force(case),
        name=case.partners[side].first_name,
        has_sexual_consent=caseload.agreements_of(case, side).sexual,
    )

    def seen_by(one: str, **page: Any) -> str:
        whose: dict[str, Any] = {"couple_id": case.id, "slug": found.definition.slug, "as": one}
        return url_for("assignments.preview_for_couple", **whose, **page)

    return _preview(
        found.definition,
        reader,
        partial(seen_by, side),
        given=queries.given_before(case),
        case=case,
        eyes=[(case.partners[s].first_name, seen_by(s), s == side) for s in "ab"],
    )


def _preview(
    definition: ExerciseDefinition,
    reader: Reader,
    address: partial[str],
    given: Collection[str] = (),
    **more: Any,
) -> str:
    pages = presenters.preview_pages(definition, reader)
    number = min(max(request.args.get("part", 1, int), 1), len(pages))
    page = pages[number - 1]
    form = build_form(definition, [q.field for q in page.questions], answers={}, base=Form)()
    exercises = [one for _, one in catalogue.library()]
    return render_template(
        "assignments/preview.html",
        exercise=definition,
        card=exercise_card(definition),
        rhythm=schedule_words(definition.schedule),
        reader=reader,
        pages=pages,
        page=page,
        number=number,
        address=address,
        answers=form,
        suggestions=presenters.suggestions(definition.slug, given, exercises),
        cards=catalogue.cards_about(definition.slug),
        goes_with=[
            one
            for one in exercises
            if definition.reading and one.slug in definition.reading.see_also
        ],
        versions=catalogue.versions_of(definition.slug),
        **more,
    )
