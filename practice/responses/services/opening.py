"""Opening an exercise that the clinician opens: after a rating of readiness where the exercise asks for one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.access.actor import Actor
from practice.assignments import services as assignments
from practice.assignments.queries import Given
from practice.audit import services as audit
from practice.catalogue.rules.scoring import form_figures
from practice.extensions import db
from practice.measures.exercises.figure import Figure
from practice.measures.exercises.registry import scorer_for
from practice.responses.models import ClinicianRating


def open_when_ready(given: Given, ratings: Mapping[str, Any], *, by: Actor) -> tuple[Figure, ...]:
    """Keep the clinician's rating (answers to the ``clin`` questions) and open the exercise if it says ready.

    Returns what was worked out, in words for the clinician. Raises :class:`practice.caseload.rules.NotOpen` while shared work
    is closed for the couple.
    """
    definition = given.definition
    figures = (
        *scorer_for(definition.slug).score_own(ratings),
        *form_figures(definition, ratings),
    )
    row = ClinicianRating(
        container_id=given.case.container("care"),
        assignment_id=given.id,
        content=dict(ratings),
        made_by=by.user_id,
    )
    db.session.add(row)
    audit.record("readiness rated", by=by, couple=given.case.id, subject=given.id)
    if all(figure.value == "ready" for figure in figures if figure.key == "opens"):
        assignments.open_for_writing(given, by=by)
    return figures
