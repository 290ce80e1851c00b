"""Giving homework, changing it and taking it back. Nothing here commits, and nothing here tells one partner of the other."""

from practice.assignments.services.changing import change, pause, resume, stop
from practice.assignments.services.following import give_what_follows
from practice.assignments.services.giving import BOTH, assign, check_gate, open_for_writing
from practice.assignments.services.missing import say_what_got_in_the_way
from practice.assignments.services.taking_back import give_back, withdraw, withdraw_rows
from practice.assignments.services.together import (
    BY_OTHERS,
    Outcome,
    give_items,
    remove_set,
    save_set,
)

__all__ = [
    "BOTH",
    "BY_OTHERS",
    "Outcome",
    "assign",
    "change",
    "check_gate",
    "give_back",
    "give_items",
    "give_what_follows",
    "open_for_writing",
    "pause",
    "remove_set",
    "resume",
    "save_set",
    "say_what_got_in_the_way",
    "stop",
    "withdraw",
    "withdraw_rows",
]
