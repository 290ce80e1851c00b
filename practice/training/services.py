"""Making a practice couple, and taking it away again."""

from __future__ import annotations

from dataclasses import dataclass

from practice.access.actor import Actor, Role
from practice.accounts import services as accounts
from practice.assignments import services as assignments
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload import services as cases
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.extensions import db
from practice.lib import clock, tokens
from practice.training import queries

PEOPLE = {"a": ("Robin Example", "they/them"), "b": ("Sam Example", "she/her")}
# Open from the start, one of each kind: every day, once with something to show, and a page to read.
FIRST_HOMEWORK = ("er-feelings-log", "ib-balance-wheel", "four-kinds")
_PASSWORD_PARTS, _PART = 4, 5


@dataclass(frozen=True)
class SignIn:
    """How one of the two signs in: shown once, kept nowhere."""

    name: str
    sign_in_name: str
    password: str


def make_practice_couple(*, by: Actor) -> tuple[Case, tuple[SignIn, SignIn]]:
    """Open a case for two people who do not exist, with an account each and something to do, on the actor's own caseload.

    Nothing is signed for them: reading and signing is part of what can be tried.
    """
    couple = cases.open_case(
        by=by, a=PEOPLE["a"], b=PEOPLE["b"], policy_id=caseload_rules.POLICY_IDS[0]
    )
    couple.is_fictional = True
    db.session.flush()
    case = caseload.case(by, couple.id)
    a, b = (_account(case, side, by=by) for side in "ab")
    today = clock.today(by.zone)
    for slug in FIRST_HOMEWORK:
        version, _ = catalogue.newest(slug)
        assignments.assign(case, version, to="ab", starts_on=today, by=by)
    return case, (a, b)


def _account(case: Case, side: str, *, by: Actor) -> SignIn:
    partner = case.partners[side]
    made = SignIn(
        partner.name,
        f"{partner.first_name.lower()}-{tokens.new_code().lower()}",
        "-".join(tokens.new_code(_PART).lower() for _ in range(_PASSWORD_PARTS)),
    )
    accounts.create_user(
        by=by,
        role=Role.PARTNER,
        name=made.name,
        sign_in_name=made.sign_in_name,
        password=made.password,
        zone=by.zone,
        partner_id=partner.id,
        is_fictional=True,
    )
    return made


def remove_practice_couple(case: Case, *, by: Actor) -> None:
    """End both sign-ins and take the couple off every caseload; what was written stays sealed and out of reach."""
    for user_id in queries.accounts_of(case):
        accounts.disable(user_id, by=by)
    cases.end_care_team(case, by=by)
