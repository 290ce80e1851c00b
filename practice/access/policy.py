"""The policy, on one page: which capacity or role holds which permission, and which containers a capacity opens.

Source: clinical workflow D5 (who sees what) and D2/D3. Anything that is not in these tables is refused.
"""

from __future__ import annotations

from practice.access.actor import Capacity, Role
from practice.access.permissions import Permission

P = Permission

_TREATING = frozenset(
    {
        P.CASE_READ,
        P.CASE_INVITE,
        P.CASE_POLICY,
        P.CASE_CLEAR,
        P.SAFETY_READ,
        P.HOMEWORK_ASSIGN,
        P.RESPONSE_READ,
        P.RESPONSE_REVIEW,
        P.RESPONSE_RELEASE,
        P.RESPONSE_ENTER,
        P.PORTAL_SEEN_AS,
        P.MEASURE_ENTER,
        P.MEASURE_RELEASE,
        P.GOAL_MANAGE,
        P.SESSION_MANAGE,
        P.REPORT_READ,
        P.REPORT_COMPILE,
        P.REPORT_RELEASE,
    }
)
# A couple's status is set only by the treating clinician (D3); a co-therapist or cover does everything else.
_SHARING_CARE = _TREATING - {P.CASE_CLEAR, P.CASE_POLICY}
_SUPERVISING = frozenset({P.CASE_READ, P.SAFETY_READ, P.RESPONSE_READ, P.REPORT_READ})
_PARTNER = frozenset(
    {P.PORTAL, P.OWN_CONSENT, P.OWN_SAFETY_CHECK, P.OWN_HOMEWORK, P.OWN_RECORD, P.SHARED_READ}
)

CAPACITIES: dict[Capacity, frozenset[P]] = {
    Capacity.TREATING: _TREATING,
    Capacity.CO_THERAPIST: _SHARING_CARE,
    Capacity.COVER: _SHARING_CARE,
    Capacity.SUPERVISOR: _SUPERVISING,
    Capacity.PARTNER_A: _PARTNER,
    Capacity.PARTNER_B: _PARTNER,
}

ROLES: dict[Role, frozenset[P]] = {
    Role.CLINICIAN: frozenset(
        {
            P.CASELOAD_READ,
            P.CASE_OPEN,
            P.LIBRARY_READ,
            P.LIBRARY_WRITE,
            P.PATHWAY_MAKE,
            P.HOMEWORK_PLAN,
        }
    ),
    Role.SUPERVISOR: frozenset({P.CASELOAD_READ, P.LIBRARY_READ, P.LIBRARY_WRITE}),
    Role.ADMINISTRATOR: frozenset({P.PEOPLE_MANAGE}),
    Role.PRIVACY_OFFICER: frozenset({P.AUDIT_READ}),
    Role.PARTNER: frozenset({P.PORTAL}),
}

_CARE_TEAM = frozenset({"couple", "partner_a", "partner_b", "care", "safety_a", "safety_b"})

CONTAINERS: dict[Capacity, frozenset[str]] = {
    Capacity.TREATING: _CARE_TEAM,
    Capacity.CO_THERAPIST: _CARE_TEAM,
    Capacity.COVER: _CARE_TEAM,
    Capacity.SUPERVISOR: _CARE_TEAM,
    # The other partner's containers are not merely filtered: they are never opened.
    Capacity.PARTNER_A: frozenset({"couple", "partner_a", "safety_a"}),
    Capacity.PARTNER_B: frozenset({"couple", "partner_b", "safety_b"}),
}
