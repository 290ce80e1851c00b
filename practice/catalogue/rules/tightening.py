"""An author may tighten what they agreed to show; nobody may loosen anything (D8)."""

from __future__ import annotations

from collections.abc import Collection

from practice.catalogue.definition import FieldDefinition, Visibility


class VisibilityRefused(ValueError):
    """A change of visibility that is not allowed; the message is for the person who asked."""


def tightened(field: FieldDefinition, wish: Visibility, *, by_author: bool) -> Visibility:
    """Return the new visibility; raise :class:`VisibilityRefused` unless its author makes it narrower.

    The one narrowing there is: ``reveal`` to ``own``.
    """
    if not by_author:
        raise VisibilityRefused("Only the person who wrote this can choose who sees it.")
    if field.visibility is not Visibility.REVEAL or wish is not Visibility.OWN:
        raise VisibilityRefused("This can be kept more private, never less.")
    return wish


def effective_visibility(field: FieldDefinition, withheld: Collection[str]) -> Visibility:
    """Return who may read the answer, given the keys that its author withheld."""
    if field.visibility is Visibility.REVEAL and field.key in withheld:
        return Visibility.OWN
    return field.visibility
