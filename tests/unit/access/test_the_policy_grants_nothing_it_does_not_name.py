"""The decision: what the one-page policy grants, to whom, and that everything else is refused."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.access.actor import STAFF, Actor, Capacity, Role, Standing
from practice.access.decide import NotAllowed, can, check
from practice.access.permissions import Permission
from practice.access.policy import CAPACITIES, CONTAINERS, ROLES

SAID_ALOUD = {Permission.PUBLIC, Permission.SIGNED_IN}
CARE = {Capacity.TREATING, Capacity.CO_THERAPIST, Capacity.COVER, Capacity.SUPERVISOR}
PARTNERS = {Capacity.PARTNER_A: Role.PARTNER, Capacity.PARTNER_B: Role.PARTNER}


def someone(role: Role) -> Actor:
    """Return someone of a role."""
    return Actor(uuid4(), role)


def standing(capacity: Capacity) -> Standing:
    """Return someone who stands in a capacity toward a couple."""
    role = PARTNERS.get(capacity, Role.CLINICIAN)
    return Standing(someone(role), uuid4(), capacity)


@given(st.sampled_from(Permission))
def test_nobody_may_only_what_is_public(permission: Permission) -> None:
    assert can(None, permission) is (permission is Permission.PUBLIC)


@given(st.sampled_from(Role), st.sampled_from(Permission))
def test_a_role_grants_what_is_named(role: Role, permission: Permission) -> None:
    named = permission in SAID_ALOUD or permission in ROLES[role]
    assert can(someone(role), permission) is named
    assert can(Standing(someone(role)), permission) is named


@given(st.sampled_from(Capacity), st.sampled_from(Permission))
def test_toward_a_couple_the_capacity_decides_alone(
    capacity: Capacity, permission: Permission
) -> None:
    named = permission in SAID_ALOUD or permission in CAPACITIES[capacity]
    assert can(standing(capacity), permission) is named


@given(st.sampled_from(Capacity), st.sampled_from(Permission))
def test_checking_raises_where_it_is_not_allowed(
    capacity: Capacity, permission: Permission
) -> None:
    if can(standing(capacity), permission):
        check(standing(capacity), permission)
    else:
        with pytest.raises(NotAllowed):
            check(standing(capacity), permission)


def test_every_role_and_capacity_is_in_the_tables() -> None:
    assert set(ROLES) == set(Role)
    assert set(CAPACITIES) == set(CONTAINERS) == set(Capacity)


def test_the_administrator_and_the_privacy_officer_read_no_client() -> None:
    for role in (Role.ADMINISTRATOR, Role.PRIVACY_OFFICER):
        assert len(ROLES[role]) == 1
        assert not any(name.value.startswith(("case", "response")) for name in ROLES[role])


def test_a_supervisor_changes_nothing() -> None:
    assert all(name.value.endswith(": read") for name in CAPACITIES[Capacity.SUPERVISOR])


def test_only_the_treating_clinician_sets_the_status() -> None:
    for permission in (Permission.CASE_CLEAR, Permission.CASE_POLICY):
        assert {c for c in Capacity if permission in CAPACITIES[c]} == {Capacity.TREATING}


def test_both_partners_may_the_same() -> None:
    assert CAPACITIES[Capacity.PARTNER_A] == CAPACITIES[Capacity.PARTNER_B]


def test_no_partner_holds_a_right_of_the_care_team() -> None:
    ours = frozenset().union(*(CAPACITIES[c] for c in CARE))
    assert not ours & CAPACITIES[Capacity.PARTNER_A]


@pytest.mark.parametrize(
    ("capacity", "own", "other"), [(Capacity.PARTNER_A, "a", "b"), (Capacity.PARTNER_B, "b", "a")]
)
def test_a_partner_never_opens_what_is_the_others(capacity: Capacity, own: str, other: str) -> None:
    opened = CONTAINERS[capacity]
    assert opened == {"couple", f"partner_{own}", f"safety_{own}"}
    assert not opened & {f"partner_{other}", f"safety_{other}", "care"}
    assert standing(capacity).side == own


@pytest.mark.parametrize("capacity", sorted(CARE))
def test_nobody_of_the_care_team_has_a_side(capacity: Capacity) -> None:
    with pytest.raises(ValueError, match="only a partner"):
        _ = standing(capacity).side


def test_staff_are_all_but_partners() -> None:
    assert set(Role) - STAFF == {Role.PARTNER}
    assert not someone(Role.PARTNER).is_staff
