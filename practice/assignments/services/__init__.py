"""Giving homework, changing it and taking it back. Nothing here commits, and nothing here tells one partner of the other."""

from practice.assignments.services.following import give_what_follows
from practice.assignments.services.giving import assign, check_gate, open_for_writing
from practice.assignments.services.taking_back import give_back, withdraw

__all__ = [
    "assign",
    "check_gate",
    "give_back",
    "give_what_follows",
    "open_for_writing",
    "withdraw",
]
