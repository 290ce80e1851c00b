"""Loading whom the clinician wants to see the portal as."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from practice.access.actor import Actor, Capacity, Role, Standing
from practice.access.decide import NotFound
from practice.assignments import queries as assignments
from practice.caseload import queries as caseload
from practice.caseload.models import Partner
from practice.caseload.queries import Case


@dataclass(frozen=True)
class SeenAs:
    """A case of the reader's own caseload, one of its partners, and the address of the partner's page that is wanted."""

    case: Case
    side: str
    where: str
    as_partner: Actor

    @property
    def standing(self) -> Standing:
        """Where the reader stands; the partner's standing is taken on for the page alone."""
        return self.case.standing

    @property
    def id(self) -> UUID:
        """The partner's id, for the access log."""
        return self.partner.id

    @property
    def partner(self) -> Partner:
        """Whose pages they are."""
        return self.case.partners[self.side]

    @property
    def partners_standing(self) -> Standing:
        """Where that partner stands."""
        capacity = Capacity.PARTNER_A if self.side == "a" else Capacity.PARTNER_B
        return Standing(self.as_partner, self.case.id, capacity)


def seen_as(actor: Actor, couple_id: UUID, side: str, where: str) -> SeenAs:
    """Load a partner of a couple of the actor's own caseload; raise :class:`NotFound`.

    The one who acts stays the clinician: the partner's side and zone are taken on, never the partner's account.
    """
    case = caseload.case(actor, couple_id)
    if side not in case.partners:
        raise NotFound(side)
    as_partner = Actor(
        user_id=actor.user_id,
        role=Role.PARTNER,
        zone=assignments.zones_of(case)[side],
        partner_id=case.partners[side].id,
    )
    return SeenAs(case, side, where, as_partner)
