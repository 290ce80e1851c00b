"""Asking once: while a request only reads, the same question about the same case has the same answer.

A page is composed of parts that each ask what they need; several need the policy in force or a person's signatures. What is
remembered goes with the unit of work, holds for the scope it was asked in, and is never used in a unit that may write.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from practice.db import pending, scope, transaction
from practice.extensions import db

T = TypeVar("T")


def remembered(query: Callable[..., T]) -> Callable[..., T]:
    """Let a query answer from memory when it was asked before in this reading unit, of the same case and in the same scope."""

    @wraps(query)
    def asked(case: Any, *more: Any) -> T:
        if not transaction.is_reading():
            return query(case, *more)
        answers = pending.answers(db.session())
        question = (query, case.id, case.actor, more, scope.current())
        if question not in answers:
            answers[question] = query(case, *more)
        found: T = answers[question]
        return found

    return asked
