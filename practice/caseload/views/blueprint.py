"""The blueprint of cases, and the loader of one of the two people."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.caseload import queries
from practice.caseload.models import Partner
from practice.caseload.queries import Case
from practice.web.routes import Routes

routes = Routes("caseload", __name__)


@dataclass(frozen=True)
class OneOfTwo:
    """One person of a case, as the care team loads it."""

    case: Case
    side: str

    @property
    def id(self) -> UUID:
        """Return the person's id."""
        return self.partner.id

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing

    @property
    def partner(self) -> Partner:
        """Return the person."""
        return self.case.partners[self.side]


def one_of_two(actor: Actor, couple_id: UUID, side: str) -> OneOfTwo:
    """Load one person of a couple of the actor's own caseload; raise :class:`NotFound`."""
    case = queries.case(actor, couple_id)
    if side not in case.partners:
        raise NotFound(side)
    return OneOfTwo(case, side)
