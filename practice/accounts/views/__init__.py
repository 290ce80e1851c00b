"""Pages at the door: sign-in, second step, proof, leaving, invitations, and the practice's people."""

from __future__ import annotations

from practice.accounts.views import (
    again,
    invitation,
    leaving,
    people,
    proof,
    second_factor,
    sign_in,
    start,
)
from practice.accounts.views.blueprint import routes

__all__ = [
    "again",
    "invitation",
    "leaving",
    "people",
    "proof",
    "routes",
    "second_factor",
    "sign_in",
    "start",
]
