"""The one who acts: a signed-in person, and where that person stands toward a couple."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What an account is for."""

    CLINICIAN = "clinician"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "practice administrator"
    PRIVACY_OFFICER = "privacy officer"
    PARTNER = "partner"


STAFF = frozenset({Role.CLINICIAN, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER})


class Capacity(StrEnum):
    """In what capacity a person stands toward one couple."""

    TREATING = "treating clinician"
    CO_THERAPIST = "co-therapist"
    COVER = "cover"
    SUPERVISOR = "supervisor"
    PARTNER_A = "partner a"
    PARTNER_B = "partner b"


@dataclass(frozen=True)
class Actor:
    """A signed-in person. ``user_id`` is written into every audit event; ``is_fictional`` marks an account to practise with."""

    user_id: UUID
    role: Role
    zone: str = "UTC"
    partner_id: UUID | None = None
    is_fictional: bool = False

    @property
    def is_staff(self) -> bool:
        """Whether this is someone of the practice and not a partner."""
        return self.role in STAFF


@dataclass(frozen=True)
class Standing:
    """How an actor stands toward one couple; what :func:`practice.access.decide.can` decides on.

    ``is_fictional`` marks a couple to practise with; it decides nothing.
    """

    actor: Actor
    couple_id: UUID | None = None
    capacity: Capacity | None = None
    is_fictional: bool = False

    @property
    def side(self) -> str:
        """The partner's own side, ``a`` or ``b``; raises ``ValueError`` for anyone else."""
        if self.capacity is Capacity.PARTNER_A:
            return "a"
        if self.capacity is Capacity.PARTNER_B:
            return "b"
        raise ValueError("only a partner has a side")
