"""The private record of A: her private questions, measures, sessions, goals, and what the care team is told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from practice.caseload import services as caseload
from practice.extensions import db
from practice.outcomes import queries as outcome_queries
from practice.outcomes import services as outcomes
from practice.safety import queries as safety_queries
from practice.safety import services as safety
from practice.treatment import queries as treatment_queries
from practice.treatment import services as treatment
from practice.treatment.models import Goal
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.furnished import (
    ALL_NO,
    answer_private_questions,
)
from tests.integration.privacy.varying import TEXT, WHEN, amara, variation


def _tier(name: str, answers: dict[str, str]) -> None:
    @variation(f"private questions: {name}")
    def sent(found: Furnished) -> None:
        with found.house.writing():
            answer_private_questions(found.house, "a", answers)


_tier("tier 0", ALL_NO)
_tier("tier 1", ALL_NO | {"s03": "yes"})
_tier("tier 2", ALL_NO | {"s01": "yes", "s08": "yes", "s17": TEXT})
_tier("tier 3", ALL_NO | {"s09": "yes"})
_tier("in danger now", ALL_NO | {"today": "yes", "s17": TEXT})
_tier("everything left open", {})


@variation("private questions: partly saved")
def partly_saved(found: Furnished) -> None:
    data = {"s01": "yes", "s02": "not_sure"}
    assert amara(found).post("/private-questions/part/one", data).status_code == 303


@variation("private questions: saved and discarded")
def discarded(found: Furnished) -> None:
    visitor = amara(found)
    visitor.post("/private-questions/part/one", {"s01": "yes"})
    assert visitor.post("/private-questions/discard").status_code == 303


@variation("private questions: no longer to be read again")
def not_viewable(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        check = safety_queries.check_of(case, found.things["check-a"])
        safety.allow_viewing(case, check, allowed=False, by=case.actor)


@variation("private questions: seen by the care team")
def seen(found: Furnished) -> None:
    with found.house.writing():
        answer_private_questions(found.house, "a", ALL_NO | {"s09": "yes"})
    with found.house.writing():
        case = found.house.case("imani")
        safety.mark_seen(case, by=case.actor)


@variation("measures: a grave answer")
def grave_answer(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        outcomes.enter_by_item(case, "a", "phq-9", date(2026, 3, 9), [3] * 9, by=case.actor)


@variation("measures: much worse on what is shown to both")
def worse(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        outcomes.enter_by_item(case, "a", "csi-16", date(2026, 3, 9), [0] * 16, by=case.actor)


@variation("measures: a screen for violence is positive")
def screen(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        outcomes.enter_score(case, "a", "hits", date(2026, 3, 9), 18, by=case.actor)


@variation("measures: what is shown to both set aside in her record")
def set_aside(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        row = next(
            r
            for r in outcome_queries.all_rows(case, "csi-16")
            if r.container_id == case.container("partner_a")
        )
        outcomes.set_aside(case, "a", row, why=TEXT, by=case.actor)


@variation("sessions: alone with her, planned and held")
def session_alone(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        treatment.add_session(case, "a", WHEN - timedelta(days=1), attended=True, by=case.actor)
        treatment.add_session(case, "a", WHEN + timedelta(hours=30), by=case.actor)


@variation("sessions: alone with her, missed and cancelled")
def session_missed(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        treatment.add_session(case, "a", WHEN - timedelta(days=1), attended=False, by=case.actor)
        held = treatment_queries.session_in_case(case.actor, case.id, found.things["next-a"])
        treatment.cancel_session(case, held.session, by=case.actor)


@variation("goals: one more of her own, rated")
def own_goal(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        goal = treatment.add_goal(case, "a", TEXT, 3, by=case.actor)
        treatment.rate_goal(case, goal, -2, WHEN.date(), by=case.actor)


@variation("goals: a goal of both rated by her alone")
def rated_alone(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("amara")
        goal = next(g for g in treatment_queries.own_goals(case) if g.owner == "both")
        row = _goal_row(case, goal.id)
        treatment.rate_goal_alone(case, row, -2, WHEN.date(), by=case.actor)


def _goal_row(case: Any, goal_id: Any) -> Any:
    return db.session.scalars(db.select(Goal).where(Goal.id == goal_id)).one()


@variation("attention: raised about her")
def attention(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        for kind in ("private", "deterioration", "rescreen"):
            caseload.raise_attention(
                case.couple, kind=kind, weight=8, source=found.things["sent-pulse-a"], by=case.actor
            )


@variation("attention: all of it settled")
def settled(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        caseload.settle_attention(case, by=case.actor)
