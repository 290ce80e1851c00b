"""Homework in the demo: given, filled in, sent, written together, opened to both, read."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from practice.assignments import queries as assignments
from practice.assignments import services as giving
from practice.caseload import services as cases
from practice.caseload.queries import Case
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.cli.demo import answers as said
from practice.cli.demo.world import People
from practice.extensions import db
from practice.intake import queries as intake_queries
from practice.intake import services as intake
from practice.responses import queries as responses
from practice.responses import services as answering
from practice.responses.models import Review, Submission


class Homework(People):
    """What is done with homework."""

    def assign(
        self,
        key: str,
        slug: str,
        to: str,
        starts: date,
        *,
        kind: str,
        n: int | None = None,
        due: date | None = None,
        ends: date | None = None,
        name: str | None = None,
    ) -> None:
        """Give an exercise to one or both."""
        case, move = self.case(key), self.shift[key]
        version, _ = catalogue.newest(slug)
        rows = giving.assign(
            case,
            version,
            to=list(to),
            starts_on=starts + move,
            due_on=due + move if due else None,
            ends_on=ends + move if ends else None,
            schedule=Schedule(ScheduleKind(kind), n or (1 if kind == "daily" else None)),
            by=case.actor,
        )
        self.given[key, name or slug] = rows[0].set_id
        db.session.flush()

    def _own_assignment(self, case: Case, key: str, name: str) -> assignments.Given:
        wanted = self.given[key, name]
        return next(g for g in assignments.given_to(case) if g.assignment.set_id == wanted)

    def send(self, key: str, side: str, name: str, answers: dict[str, Any]) -> None:
        """Fill in a round and send it."""
        case = self.own(key, side)
        given = self._own_assignment(case, key, name)
        draft = answering.fill_in(responses.round_of(given), answers, by=case.actor)
        answering.send(responses.round_of(given), by=case.actor, form_key=draft.form_key)

    def give_intake(self, key: str) -> None:
        """Give all four parts of the intake to both."""
        case = self.case(key)
        intake.give(case, to="ab", stages=(1, 2, 3, 4), by=case.actor)
        db.session.flush()
        for section in intake_queries.intake_of(case).sides["a"]:
            self.given[key, section.definition.slug] = section.assignment.set_id

    def answer_intake(self, key: str, side: str, answers: dict[str, dict[str, Any]]) -> None:
        """Fill in and send the sections that one person answered."""
        for slug, given in answers.items():
            self.send(key, side, slug, given)

    def log_feelings(
        self, key: str, side: str, name: str, on: date, words: list[str], intensity: int, after: int
    ) -> None:
        """Send one day of the feelings log."""
        day = (on + self.shift[key]).isoformat()
        entry = said.feelings(
            day, "A quiet hour after supper", words, intensity, after, "on_paper", ["chest"]
        )
        self.send(key, side, name, entry)

    def write_together(self, key: str, side: str, name: str, answers: dict[str, Any]) -> None:
        """Write on the form of both."""
        case = self.own(key, side)
        given = self._own_assignment(case, key, name)
        answering.fill_in(responses.round_of(given), answers, by=case.actor)

    def sign_together(self, key: str, side: str, name: str) -> None:
        """Sign the present wording of the form of both, alone."""
        case = self.own(key, side)
        found = responses.round_of(self._own_assignment(case, key, name))
        wording = responses.wording(found.given, found.key, found.given_answers)
        answering.sign_wording(found, wording.digest, signed_name=case.own.name, by=case.actor)

    def put_in_force(self, key: str, name: str) -> None:
        """Put a form that both signed in force."""
        case = self.case(key)
        found = assignments.rows_of_set(case, self.given[key, name])
        given = assignments.assignment_of(case.actor, case.id, found.assignments[0].id)
        answering.put_in_force(responses.agreement_of(given), by=case.actor)

    def release(self, key: str, name: str, which: str | None = None) -> None:
        """Show a round to both, as previewed."""
        case = self.case(key)
        found = assignments.rows_of_set(case, self.given[key, name])
        pair = responses.pair_of(found)
        if which == "first":
            both = [r for r in pair.rounds if set(responses.pair_of(found, r).sent) == {"a", "b"}]
            pair = responses.pair_of(found, both[0])
        prepared = answering.prepare(pair)
        answering.release(prepared, digest=prepared.digest, by=case.actor)

    def review_all(self, key: str, *, but: int = 0) -> None:
        """Read what came in, but for the newest few."""
        case = self.case(key)
        seen = select(Review.submission_id)
        unread = db.session.scalars(
            select(Submission.id)
            .where(Submission.container_id.in_([case.container(f"partner_{s}") for s in "ab"]))
            .where(Submission.id.not_in(seen))
            .order_by(Submission.submitted_at)
        ).all()
        for submission_id in unread[: len(unread) - but or None]:
            sent = responses.submission_of(case.actor, case.id, submission_id)
            answering.review(sent, by=case.actor, quality=7)
        cases.settle_attention(case, kind="private", by=case.actor)
