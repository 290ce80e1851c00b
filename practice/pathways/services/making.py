"""A clinician's own pathways: made new or copied, changed as a draft, published as a version, retired."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from practice.access.actor import Actor
from practice.audit import services as audit
from practice.extensions import db
from practice.lib import clock
from practice.pathways import loading, rules
from practice.pathways.definition import PathwayDefinition
from practice.pathways.models import Pathway
from practice.pathways.queries.library import PathwayFound, exercises
from practice.pathways.rules import drafting
from practice.pathways.services.shipping import add_version


class CannotPublish(ValueError):
    """The draft cannot become a version yet; the message is for the clinician."""


def make(draft: drafting.Draft, *, by: Actor) -> Pathway:
    """Begin a pathway of one's own with a draft."""
    row = Pathway(maker_id=by.user_id, draft=draft)
    db.session.add(row)
    audit.record("pathway begun", by=by, subject=row.id)
    return row


def copy(definition: PathwayDefinition, title: str, *, by: Actor) -> Pathway:
    """Begin a pathway of one's own that says what another says."""
    return make(drafting.draft_of(definition, title), by=by)


def change_draft(found: PathwayFound, draft: drafting.Draft, *, by: Actor) -> None:
    """Keep a changed draft. What is published stays as it is."""
    found.pathway.draft = draft
    audit.record("pathway draft changed", by=by, subject=found.id)


def discard_draft(found: PathwayFound, *, by: Actor) -> None:
    """Let go of what was changed since the newest version; a pathway never published is retired with it."""
    if found.definition is None:
        retire(found, is_retired=True, by=by)
        return
    found.pathway.draft = None
    audit.record("pathway draft discarded", by=by, subject=found.id)


def publish(found: PathwayFound, *, by: Actor) -> int:
    """Publish the draft as the next version and return its number; couples on an earlier one stay on theirs.

    Raises :class:`CannotPublish` while something is missing or breaks a rule.
    """
    definition = drafting.as_pathway(found.working_copy, own_slug(found.pathway), found.number + 1)
    _check(definition)
    plain: dict[str, Any] = loading.pathway_to_json(definition)
    # Read back as a file would be: what cannot be started again is not published.
    loading.pathway_from_json(plain)
    if _says_the_same(found, definition):
        raise CannotPublish("Nothing has changed since the version before.")
    add_version(found.pathway, loading.digest_of(definition), plain)
    found.pathway.draft = None
    audit.record("pathway published", by=by, subject=found.id, version=found.number + 1)
    return found.number + 1


def retire(found: PathwayFound, *, is_retired: bool, by: Actor) -> None:
    """Take a pathway out of use, or bring it back; couples on it stay on it."""
    found.pathway.retired_at = clock.now() if is_retired else None
    audit.record("pathway retired" if is_retired else "pathway in use", by=by, subject=found.id)


def own_slug(row: Pathway) -> str:
    """Return the slug that stands in the definition of a clinician's own pathway."""
    return f"own-{row.id.hex}"


def _says_the_same(found: PathwayFound, definition: PathwayDefinition) -> bool:
    before = found.definition
    return before is not None and replace(definition, version=before.version) == before


def _check(definition: PathwayDefinition) -> None:
    if not definition.title.strip() or not definition.purpose.strip():
        raise CannotPublish("Give it a title and say what it is for.")
    if not definition.steps:
        raise CannotPublish("Add at least one step.")
    known = exercises()
    if problems := rules.problems_in(definition, known):
        number = min(problems)
        raise CannotPublish(f"Step {number + 1}: {problems[number]}.")
    if definition.weeks > rules.MOST_WEEKS:
        raise CannotPublish(f"A pathway has at most {rules.MOST_WEEKS} weeks.")
