"""Keeping in the author's contact choices what was answered on how to reach that person: asked once, and the newest counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from practice.access.actor import Actor
from practice.caseload import queries as caseload
from practice.caseload import services as caseload_services
from practice.caseload.queries import Case
from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.fields import is_answered


def keep_contact_choices(
    case: Case, side: str, definition: ExerciseDefinition, answers: Mapping[str, Any], *, by: Actor
) -> None:
    """Write the answers that belong to one person's contact choices there as well; what was left out stays as it was noted."""
    told = {
        field.profile: answers[field.key]
        for field in definition.fields
        if field.profile and is_answered(field, answers.get(field.key))
    }
    if told:
        known = caseload.safe_contact(case, side)
        ways = {**(known.ways if known else {}), **told}
        caseload_services.note_safe_contact(case, side, ways, by=by)
