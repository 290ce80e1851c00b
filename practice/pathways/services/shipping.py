"""Bringing the ready-made pathways into the database: a new wording is a new version, an old one is never changed."""

from __future__ import annotations

from sqlalchemy import select

from practice.catalogue import loading as catalogue
from practice.extensions import db
from practice.pathways import loading
from practice.pathways.models import Pathway, PathwayVersion


def load_shipped() -> int:
    """Add what the files hold and the database does not; return how many versions are new.

    Raises :class:`practice.catalogue.loading.DefinitionInvalid` with file, place and reason: the product does not start on a
    pathway that names an unknown exercise or breaks a rule.
    """
    stored = {row.slug: row for row in db.session.scalars(select(Pathway)) if row.slug}
    new = 0
    for slug, definition in loading.load_pathways(catalogue.load_definitions()).items():
        row = stored.get(slug)
        if row is None:
            row = Pathway(slug=slug)
            db.session.add(row)
            db.session.flush()
        new += add_version(row, loading.digest_of(definition), loading.pathway_to_json(definition))
    db.session.flush()
    return new


def add_version(row: Pathway, digest: str, definition: dict[str, object]) -> bool:
    """Store a version unless it says what the newest one says; return whether it was new."""
    newest = db.session.scalar(
        select(PathwayVersion)
        .where(PathwayVersion.pathway_id == row.id)
        .order_by(PathwayVersion.number.desc())
        .limit(1)
    )
    if newest is not None and newest.digest == digest:
        return False
    number = newest.number + 1 if newest else 1
    db.session.add(
        PathwayVersion(pathway_id=row.id, number=number, digest=digest, definition=definition)
    )
    return True
