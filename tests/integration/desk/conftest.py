"""A caseload with something to say: reasons, courses, homework and a next session."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from practice.caseload import services
from practice.extensions import db
from practice.lib import clock
from practice.treatment.models import TherapySession
from tests.factories.house import House, Visitor

SUMMARY: dict[str, Any] = {
    "course": {
        "a": [["2026-10-01", 38], ["2026-10-15", 44], ["2026-10-29", 52]],
        "b": [["2026-10-15", 50], ["2026-10-29", 55]],
    },
    "course_measure": "CSI-16",
    "homework": {"a": [5, 6], "b": [2, 6]},
}


def add_couples(house: House, many: int, clinician: str = "imani") -> None:
    """Open cases with two reasons and a line each."""
    with house.writing():
        by = house.actor(clinician)
        for number in range(many):
            couple = services.open_case(
                by=by,
                a=(f"Anna {number}", "she/her"),
                b=(f"Bert {number}", "he/him"),
                policy_id="no_secrets",
            )
            db.session.flush()
            for kind in ("submission", "overdue"):
                services.raise_attention(
                    couple, kind=kind, weight=services.WEIGHT_SOON, source=uuid4(), by=by
                )
            services.note_on_caseload(couple, SUMMARY, by=by)


@pytest.fixture
def busy(house: House) -> House:
    """The couple everybody knows, with four kinds of reasons, a course and two sessions planned."""
    with house.writing():
        case, by, now = house.case("imani"), house.actor("imani"), clock.now()
        for kind in ("private", "submission", "deterioration", "overdue"):
            services.raise_attention(
                case.couple, kind=kind, weight=services.WEIGHT_NOW, source=uuid4(), by=by
            )
        soon = now + timedelta(days=2)
        services.note_on_caseload(case.couple, {**SUMMARY, "next_session": soon.isoformat()}, by=by)
        for container, days in (("couple", 2), ("partner_a", 1)):
            db.session.add(
                TherapySession(
                    container_id=case.container(container),
                    starts_at=now + timedelta(days=days),
                    made_by=by.user_id,
                )
            )
    return house


@pytest.fixture
def imani(house: House) -> Visitor:
    """Return the treating clinician's browser."""
    return house.visitor("imani")
