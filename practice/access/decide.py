"""The decision: may this actor do this, given where they stand? Used by the gate, by buttons and by commands alike."""

from __future__ import annotations

from practice.access.actor import Actor, Standing
from practice.access.permissions import Permission
from practice.access.policy import CAPACITIES, ROLES


class NotAllowed(Exception):
    """The actor may see the thing but not do this with it (staff), or nothing at all (partners)."""


class NotFound(Exception):
    """There is no such thing, or it is not the actor's: the two are told apart nowhere."""


def can(standing: Actor | Standing | None, permission: Permission) -> bool:
    """Return whether the policy table grants ``permission``."""
    if permission is Permission.PUBLIC:
        return True
    if standing is None:
        return False
    if permission is Permission.SIGNED_IN:
        return True
    if isinstance(standing, Actor):
        return permission in ROLES[standing.role]
    if standing.capacity is None:
        return permission in ROLES[standing.actor.role]
    return permission in CAPACITIES[standing.capacity]


def check(standing: Actor | Standing | None, permission: Permission) -> None:
    """Raise :class:`NotAllowed` unless :func:`can`."""
    if not can(standing, permission):
        raise NotAllowed(permission)


def can_read_answer(visibility: str, reader: str, stage: str, *, kept_back: bool = False) -> bool:
    """Return whether a ``reader`` may read an answer of one visibility at one stage of an exercise.

    ``reader`` is author, partner or care_team; ``stage`` is alone, submitted, released, together or signed. The line
    above every field says the same in words (clinical workflow D8): a test compares the two.
    """
    if visibility == "clin":
        return reader == "care_team"
    if reader in ("author", "care_team"):
        return True
    if visibility == "joint":
        return stage in ("together", "signed")
    return visibility == "reveal" and stage in ("released", "together") and not kept_back
