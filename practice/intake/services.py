"""Acts on the intake: giving it, leaving a whole section out, and the clinician's own notes beside it. Nothing here commits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from practice.access.actor import Actor
from practice.assignments import services as assignments
from practice.assignments.models import Assignment
from practice.audit import services as audit
from practice.caseload.queries import Case
from practice.catalogue.definition import ExerciseDefinition
from practice.extensions import db
from practice.intake import queries, rules
from practice.intake.queries import ClinicianFields
from practice.intake.queries.own import OwnSection
from practice.lib import clock
from practice.responses import queries as responses
from practice.responses import rules as response_rules
from practice.responses import services as response_services
from practice.responses.models import ClinicianRating, Submission


def give(
    case: Case, *, to: Collection[str], stages: Collection[int], by: Actor
) -> list[Assignment]:
    """Give the sections of some parts of the intake to ``a``, ``b`` or both; what somebody has already is not given again.

    A section that the other was given before joins the same set, so that what both wrote can be compared and released.
    """
    found = queries.intake_of(case)
    given: list[Assignment] = []
    for version_id, definition in queries.library():
        if definition.stage in stages and rules.is_a_form(definition):
            given += _give_one(found, version_id, definition, sorted(set(to)), by)
    return given


def leave_out(found: OwnSection, *, by: Actor) -> Submission:
    """Send a whole section as one that its author would rather not answer; a correction may say more later.

    Raises :class:`practice.responses.rules.NotReady` where a question must be answered, and
    :class:`practice.responses.rules.Stale` once it was sent.
    """
    here = found.round
    if not rules.can_be_left_out(here.given.definition):
        raise response_rules.NotReady("One question of this part has to be answered.")
    if not here.is_open:
        raise response_rules.Stale
    answers = rules.left_out([field.key for field in here.fields])
    draft = response_services.save_draft(here, here.fields, answers, by=by, revision=here.revision)
    again = responses.round_of(here.given, here.key)
    return response_services.send(again, by=by, form_key=draft.form_key)


def note_clinician_fields(
    found: ClinicianFields, answers: Mapping[str, Any], *, by: Actor
) -> ClinicianRating:
    """Keep the clinician's own answers beside one person's section, for the care team alone; earlier ones stay."""
    case = found.given.case
    row = ClinicianRating(
        container_id=case.container("care"),
        assignment_id=found.id,
        content=dict(answers),
        made_at=clock.now(),
        made_by=by.user_id,
    )
    db.session.add(row)
    db.session.flush()
    audit.record("intake noted", by=by, couple=case.id, subject=found.id)
    return row


def _give_one(
    found: queries.CareIntake,
    version_id: UUID,
    definition: ExerciseDefinition,
    to: Collection[str],
    by: Actor,
) -> list[Assignment]:
    before = {
        side: next((s for s in sections if s.definition.slug == definition.slug), None)
        for side, sections in found.sides.items()
    }
    missing = [side for side in to if before[side] is None]
    if not missing:
        return []
    rows = assignments.assign(
        found.case, version_id, to=missing, starts_on=clock.today(by.zone), by=by
    )
    earlier = next((s.assignment for s in before.values() if s), None)
    if earlier is not None and earlier.version_id == version_id:
        for row in rows:
            row.set_id = earlier.set_id
    return rows
