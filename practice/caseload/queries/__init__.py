"""Reading cases: the first parameter is the actor or a case the actor has loaded."""

from practice.caseload.queries.agreements import (
    agreements_of,
    clearance,
    clearances,
    first_questions,
    policy_choice,
    policy_in_force,
    safe_contact,
    signatures,
    status,
)
from practice.caseload.queries.cases import (
    Case,
    attention,
    care_team,
    case,
    joined_sides,
    own_case,
    treating_clinician,
)
from practice.caseload.queries.lists import CaseloadPage, CaseloadRow, caseload

__all__ = [
    "Case",
    "CaseloadPage",
    "CaseloadRow",
    "agreements_of",
    "attention",
    "care_team",
    "case",
    "caseload",
    "clearance",
    "clearances",
    "first_questions",
    "joined_sides",
    "own_case",
    "policy_choice",
    "policy_in_force",
    "safe_contact",
    "signatures",
    "status",
    "treating_clinician",
]
