"""What may differ of one partner's private side, by name; each is a file's own to tell (``varied_*``)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from tests.factories.homework import Set
from tests.factories.house import Visitor
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.furnished import (
    MONDAY,
)

Variation = Callable[[Furnished], None]
VARIATIONS: dict[str, Variation] = {}
WHEN = MONDAY + timedelta(days=11)
TEXT = "Nobody but me and Dr. Reyes. CANARY-OF-AMARA"


def variation(name: str) -> Callable[[Variation], Variation]:
    """Register one named variation."""

    def keep(act: Variation) -> Variation:
        VARIATIONS[name] = act
        return act

    return keep


def given(found: Furnished, name: str) -> Set:
    """Return what was given, from the ids kept."""
    ids = found.things.ids
    return Set(
        ids[f"set-{name}"], ids.get(f"{name}-a"), ids.get(f"{name}-b"), ids.get(f"{name}-both")
    )


def amara(found: Furnished) -> Visitor:
    """Amara at her own browser."""
    visitor = found.house.visitor("amara")
    visitor.post("/before-you-go-on")
    return visitor
