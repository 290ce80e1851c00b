"""What people do in the demo, through the same services as everyone's requests; nothing is written past them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from practice.access.actor import Capacity, Role
from practice.caseload import rules as caseload_rules
from practice.caseload import services as cases
from practice.caseload.models import Status
from practice.cli.demo.homework import Homework
from practice.cli.demo.people import ZONE, DemoCouple
from practice.cli.demo.world import CLINICIAN
from practice.extensions import db
from practice.outcomes import services as outcomes
from practice.reports import queries as report_queries
from practice.reports import services as reports
from practice.safety import queries as safety_queries
from practice.safety import rules as safety_rules
from practice.safety import services as safety
from practice.treatment import queries as treatment_queries
from practice.treatment import services as treatment


class World(Homework):
    """Everything that happens, but for homework."""

    # The case -------------------------------------------------------------------------------------------------------------

    def open(self, couple: DemoCouple) -> None:
        """Open the case, make both accounts, note how each may be reached."""
        by = self.actor(CLINICIAN)
        names = [(p.name, p.pronouns) for p in (couple.a, couple.b)]
        row = cases.open_case(by=by, a=names[0], b=names[1], policy_id=couple.policy)
        self.couples[couple.key] = row.id
        case = self.case(couple.key)
        for side, person in (("a", couple.a), ("b", couple.b)):
            self.add_person(
                f"{couple.key}:{side}",
                Role.PARTNER,
                person.name,
                person.sign_in_name,
                partner_id=case.partners[side].id,
            )
            cases.note_safe_contact(case, side, person.contact, by=by)
        if couple.key == "amara-daniel":
            cases.join_care_team(row, self.people["co-therapist"], Capacity.CO_THERAPIST, by=by)
        if couple.key == "jordan-sam":
            cases.join_care_team(row, self.people["supervisor"], Capacity.SUPERVISOR, by=by)

    def sign_everything(self, couple: DemoCouple, side: str) -> None:
        """Sign consent and policy alone; consent to sexual content where the person gave it."""
        person = couple.a if side == "a" else couple.b
        case = self.own(couple.key, side)
        wanted = [caseload_rules.INFORMED_CONSENT, couple.policy]
        if person.sexual_consent:
            wanted.append(caseload_rules.SEXUAL_CONSENT)
        for text in wanted:
            cases.sign(case, text, signed_name=person.name, by=case.actor)

    def put_policy_in_force(self, key: str) -> None:
        """Put the policy in force, now that both have signed."""
        case = self.case(key)
        cases.put_policy_in_force(case, by=case.actor)

    def decide(self, key: str, status: Status, rationale: str) -> None:
        """Decide the couple's status."""
        case = self.case(key)
        cases.decide_status(case, status, rationale=rationale, by=case.actor)
        if key != "jordan-sam":
            cases.settle_attention(case, kind="private", by=case.actor)

    def settle_private(self, key: str) -> None:
        """See to the private items of a couple."""
        case = self.case(key)
        cases.settle_attention(case, kind="private", by=case.actor)

    def open_sexual_work(self, key: str) -> None:
        """Open work with sexual content: both have consented."""
        case = self.case(key)
        cases.open_sexual_work(case, is_open=True, by=case.actor)

    def safety_check(self, key: str, side: str, given: dict[str, str]) -> None:
        """Answer the private questions, page by page, and send them."""
        case = self.own(key, side)
        for part in safety_rules.private_check().parts:
            held = {q.key: given[q.key] for q in part.questions if q.key in given}
            safety.save_part(case, part, held, by=case.actor)
        draft = safety_queries.draft(case)
        if draft is not None:
            safety.send(case, UUID(draft.answers["form_key"]), by=case.actor)

    # Outcomes, sessions, goals --------------------------------------------------------------------------------------------

    def measure(
        self, couple: DemoCouple, side: str, measure: str, wave: int, answers: list[Any]
    ) -> None:
        """Enter a measure by item number, on the day it was taken."""
        case = self.case(couple.key)
        on = couple.waves[wave] + self.shift[couple.key]
        outcomes.enter_by_item(case, side, measure, on, answers, by=case.actor)
        if couple.key == "rosa-mei-lin":
            cases.settle_attention(case, kind="private", by=case.actor)

    def score(self, couple: DemoCouple, side: str, measure: str, wave: int, total: float) -> None:
        """Enter a score worked out on paper."""
        case = self.case(couple.key)
        on = couple.waves[wave] + self.shift[couple.key]
        outcomes.enter_score(case, side, measure, on, total, by=case.actor)

    def session(
        self, key: str, kind: str, on: date, hour: int, *, attended: bool | None = True
    ) -> None:
        """Note a session that took place, or (``attended`` None) one to come."""
        case = self.case(key)
        day = on + self.shift[key]
        starts = datetime.combine(day, time(hour), ZoneInfo(ZONE))
        treatment.add_session(case, _kind(kind), starts, 50, attended, by=case.actor)

    def goal(self, key: str, text: str, weight: int) -> None:
        """Add a goal of both."""
        case = self.case(key)
        row = treatment.add_goal(case, "both", text, weight, by=case.actor)
        self.given[key, text] = row.id

    def rate(self, key: str, text: str, level: int, on: date) -> None:
        """Rate a goal as agreed in session."""
        case = self.case(key)
        found = treatment_queries.goal_in_case(case.actor, case.id, self.given[key, text])
        treatment.rate_goal(case, found.goal, level, on + self.shift[key], by=case.actor)

    def choose_sharing(self, key: str, side: str, measure: str) -> None:
        """Agree, alone, that a course may be shown to both."""
        case = self.own(key, side)
        outcomes.choose_sharing(case, measure, True, by=case.actor)

    def release_measure(self, key: str, measure: str) -> None:
        """Show a course to both, now that both agreed."""
        case = self.case(key)
        outcomes.release_measure(case, measure, by=case.actor)

    # Reports --------------------------------------------------------------------------------------------------------------

    def ask_for_words(self, key: str) -> None:
        """Ask both which released words of theirs may be quoted."""
        case = self.case(key)
        reports.ask_for_words(case, by=case.actor)

    def agree_to_be_quoted(self, key: str, side: str) -> None:
        """Agree that one's own released words are quoted."""
        case = self.own(key, side)
        chosen = [str(choice.id) for choice, _, _ in reports.own_words_to_choose(case)]
        reports.choose_words(case, chosen, by=case.actor)

    def report(self, key: str, kind: str, *, give: str) -> None:
        """Compile, lock and give a report of both."""
        case = self.case(key)
        row = reports.compile_report(case, kind, by=case.actor)
        db.session.flush()
        found = report_queries.report_in_case(case.actor, case.id, row.id)
        reports.lock(found, by=case.actor)
        for side in give:
            reports.give(found, side, by=case.actor)


def _kind(kind: str) -> str:
    return {"couple": "joint", "a": "a", "b": "b"}[kind]
