"""Acts on the intake: giving it, leaving a whole section out, and the clinician's own notes beside it. Nothing here commits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from practice.access.actor import Actor
from practice.assignments import queries as assignment_queries
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

    What was taken back is given back, with what was drafted. A section that the other was given before joins the same set, so
    that what both wrote can be compared and released.
    """
    _give_back(case, to, stages, by)
    found = queries.intake_of(case)
    given: list[Assignment] = []
    for version_id, definition in queries.library():
        if definition.stage in stages and rules.is_a_form(definition):
            given += _give_one(found, version_id, definition, sorted(set(to)), by)
    return given


def take_back(case: Case, *, stages: Collection[int], by: Actor) -> int:
    """Take back what nobody has sent yet of some parts, from both, and return how many sections that were."""
    taken = 0
    for side, sections in queries.intake_of(case).sides.items():
        for section in sections:
            if section.definition.stage in stages and section.sent_id is None:
                found = assignment_queries.rows_of_set(case, section.assignment.set_id)
                assignments.withdraw(found, by=by, side=side)
                taken += 1
    return taken


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


def _give_back(case: Case, to: Collection[str], stages: Collection[int], by: Actor) -> None:
    containers = {case.container(f"partner_{side}"): side for side in sorted(set(to))}
    found = queries.sections_in(list(containers))
    has = {(c, s.definition.slug) for c, sections in found.items() for s in sections}
    for (container, slug), set_id in queries.taken_back(list(containers)).items():
        rows = assignment_queries.rows_of_set(case, set_id)
        if (container, slug) not in has and rows.definition.stage in stages:
            assignments.give_back(rows, by=by, side=containers[container])


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
