"""Making a form: begun, brought in, changed, published, taken out of use. What is published never changes.

No event holds what a form says: only which form, which version, and who.
"""

from __future__ import annotations

from uuid import UUID

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.audit import services as audit
from practice.catalogue import loading
from practice.catalogue import queries as catalogue
from practice.catalogue import services as catalogue_services
from practice.catalogue.definition import ExerciseDefinition, Kind
from practice.catalogue.loading import DefinitionInvalid
from practice.catalogue.models import Exercise, ExerciseVersion
from practice.extensions import db
from practice.lib import clock
from practice.own_forms import queries
from practice.own_forms.models import OwnForm
from practice.own_forms.queries import FormFound
from practice.own_forms.rules import drafting, naming, soundness


class Stale(Exception):
    """The form was saved elsewhere since it was opened; nothing was overwritten."""


class CannotPublish(ValueError):
    """The form cannot become a version yet; the message is for the clinician."""


def begin(title: str, *, by: Actor, copy_of: UUID | None = None) -> OwnForm:
    """Begin a form, empty or as a copy of a version in the library."""
    copied = loading.definition_to_json(catalogue.definition(copy_of)) if copy_of else None
    slug = naming.slug_of(title, queries.slugs())
    return _new(drafting.begun(slug, title, copied), by=by, base=copy_of)


def bring_in(definition: ExerciseDefinition, *, source: str, by: Actor) -> OwnForm:
    """Take a file in as a form in the making, to be looked at and published.

    A file of a form that is here already becomes its next draft. Raises :class:`DefinitionInvalid` for what may not come in, and
    where a draft with unpublished changes would be overwritten.
    """
    _check_may_come_in(definition, source)
    draft = {**loading.definition_to_json(definition), "version": drafting.UNPUBLISHED}
    known = queries.form_of(definition.slug) or _opened(definition.slug, by)
    if known is None:
        return _new(draft, by=by, base=None, action="form brought in")
    found = queries.own_form(by, known.id)
    if has_changes(found):
        raise DefinitionInvalid(
            source,
            "slug",
            f"{definition.slug} is here already, with changes that are not published: publish or discard them first",
        )
    _keep(found.row, draft, by)
    audit.record("form brought in", by=by, subject=found.id)
    return found.row


def edit_published(exercise: Exercise, *, by: Actor) -> OwnForm:
    """Return the form in the making of a published one, begun from its newest version where there is none."""
    known = queries.form_of(exercise.slug)
    if known is not None:
        return known
    version_id = queries.newest_version_id(exercise.id)
    if version_id is None:
        raise drafting.NotThere(exercise.slug)
    definition = catalogue.definition(version_id)
    draft = {**loading.definition_to_json(definition), "version": drafting.UNPUBLISHED}
    return _new(draft, by=by, base=version_id, exercise_id=exercise.id)


def save(found: FormFound, draft: drafting.Json, *, revision: int, by: Actor) -> None:
    """Keep a changed draft; raise :class:`Stale` unless it was made from the draft as it is now."""
    if found.row.revision != revision:
        raise Stale
    _keep(found.row, draft, by)
    audit.record("form changed", by=by, subject=found.id, revision=found.row.revision)


def publish(found: FormFound, *, revision: int, by: Actor) -> ExerciseVersion:
    """Publish the draft as a new version; what was given before keeps the version it was given.

    Raises :class:`Stale`, or :class:`CannotPublish` while something is wrong or nothing has changed.
    """
    if found.row.revision != revision:
        raise Stale
    if problems := soundness.problems(found.draft, found.base):
        raise CannotPublish(f"{len(problems)} to mend first: {problems[0].reason}")
    if not has_changes(found):
        raise CannotPublish("Nothing has changed since the version before.")
    try:
        version = catalogue_services.publish_own(
            loading.definition_from_json(found.draft), zone=by.zone
        )
    except DefinitionInvalid as invalid:
        raise CannotPublish(f"{invalid.place}: {invalid.problem}") from invalid
    found.row.exercise_id, found.row.base_version_id = version.exercise_id, version.id
    audit.record("form published", by=by, subject=found.id, version=version.version)
    return version


def discard(found: FormFound, *, revision: int, by: Actor) -> bool:
    """Let go of what was changed since the version before; return False where the form was never published and is gone."""
    if found.row.revision != revision:
        raise Stale
    audit.record("form draft discarded", by=by, subject=found.id)
    newest = found.newest
    if newest is None:
        db.session.delete(found.row)
        return False
    draft = {**loading.definition_to_json(newest), "version": drafting.UNPUBLISHED}
    _keep(found.row, draft, by)
    return True


def retire(exercise: Exercise, *, is_retired: bool, by: Actor) -> None:
    """Take a form out of the library, or bring it back; homework given before goes on."""
    exercise.retired_at = clock.now() if is_retired else None
    audit.record("form retired" if is_retired else "form in use", by=by, subject=exercise.id)


def has_changes(found: FormFound) -> bool:
    """Return whether the draft says something that the newest version does not."""
    newest = found.newest
    if newest is None:
        return True
    plain = {**loading.definition_to_json(newest), "version": drafting.UNPUBLISHED}
    return plain != found.draft


def _check_may_come_in(definition: ExerciseDefinition, source: str) -> None:
    if definition.kind is not Kind.EXERCISE:
        raise DefinitionInvalid(source, "kind", "only exercises and questionnaires are made here")
    if definition.slug in loading.load_definitions():
        raise DefinitionInvalid(
            source, "slug", f"{definition.slug} is an exercise of the product; give this another"
        )


def _opened(slug: str, by: Actor) -> OwnForm | None:
    try:
        return edit_published(queries.own_exercise(slug), by=by)
    except NotFound:
        return None


def _new(
    draft: drafting.Json,
    *,
    by: Actor,
    base: UUID | None,
    exercise_id: UUID | None = None,
    action: str = "form begun",
) -> OwnForm:
    row = OwnForm(
        slug=draft["slug"],
        definition=draft,
        base_version_id=base,
        exercise_id=exercise_id,
        revision=1,
        made_by=by.user_id,
        saved_by=by.user_id,
    )
    db.session.add(row)
    db.session.flush()
    audit.record(action, by=by, subject=row.id)
    return row


def _keep(row: OwnForm, draft: drafting.Json, by: Actor) -> None:
    row.definition = dict(draft)
    row.revision += 1
    row.saved_at, row.saved_by = clock.now(), by.user_id
