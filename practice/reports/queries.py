"""Reading reports: the care team those of the couple, a partner what was given to that partner."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from practice.access.actor import Actor, Standing
from practice.access.decide import NotFound
from practice.caseload import queries as caseload
from practice.caseload.models import Status
from practice.caseload.queries import Case
from practice.caseload.rules import NOT_IN_FORCE
from practice.extensions import db
from practice.reports import rules
from practice.reports.building.allow_lists import CONJOINT, KEPT_IN
from practice.reports.document import ReportDocument
from practice.reports.models import QuoteChoice, Report, ReportRelease


@dataclass(frozen=True)
class ReportInCase:
    """One report, with the case it belongs to."""

    case: Case
    report: Report

    @property
    def id(self) -> UUID:
        """Return the report's id."""
        return self.report.id

    @property
    def standing(self) -> Standing:
        """Return how the actor stands toward the couple."""
        return self.case.standing

    @property
    def side(self) -> str | None:
        """Return whom an individual report is about."""
        return side_of(self.case, self.report)

    @property
    def document(self) -> ReportDocument:
        """Return the frozen data."""
        return ReportDocument.from_json(json.dumps(self.report.document).encode())


def side_of(case: Case, report: Report) -> str | None:
    """Return whom a report in a partner's container is about."""
    sides = {case.container(f"partner_{s}"): s for s in "ab"}
    return sides.get(report.container_id)


def can_be_conjoint(case: Case) -> bool:
    """Return whether conjoint reports may be compiled for a couple now (care team only)."""
    return rules.can_be_conjoint(
        cleared=caseload.status(case) is Status.CLEARED,
        in_force=caseload.policy_in_force(case) != NOT_IN_FORCE,
        both_consented=all(caseload.agreements_of(case, s).consented for s in "ab"),
    )


def of_case(case: Case) -> Sequence[Report]:
    """Return all reports of a couple, newest first (care team only)."""
    containers = [case.container(k) for k in ("couple", "partner_a", "partner_b", "care")]
    return db.session.scalars(
        select(Report)
        .where(Report.container_id.in_(containers))
        .order_by(Report.made_at.desc(), Report.id)
    ).all()


def report_in_case(actor: Actor, couple_id: UUID, report_id: UUID) -> ReportInCase:
    """Load one report of one couple; raise :class:`NotFound`."""
    case = caseload.case(actor, couple_id)
    report = db.session.scalar(select(Report).where(Report.id == report_id))
    if report is None:
        raise NotFound(report_id)
    return ReportInCase(case, report)


def next_version(report: Report) -> int:
    """Return the version number a lock would give."""
    highest = db.session.scalar(
        select(func.max(Report.version)).where(
            Report.container_id == report.container_id, Report.kind == report.kind
        )
    )
    return (highest or 0) + 1


def releases(case: Case) -> dict[UUID, dict[str, ReportRelease]]:
    """Return to whom each report was given, by report and side (care team only)."""
    sides = {case.container(f"partner_{s}"): s for s in "ab"}
    found: dict[UUID, dict[str, ReportRelease]] = {}
    for row in db.session.scalars(
        select(ReportRelease).where(ReportRelease.container_id.in_(sides))
    ):
        found.setdefault(row.report_id, {})[sides[row.container_id]] = row
    return found


def given_to(case: Case) -> Sequence[tuple[Report, ReportRelease]]:
    """Return the locked reports given to the acting partner, newest first."""
    rows = db.session.execute(
        select(Report, ReportRelease)
        .join(ReportRelease, ReportRelease.report_id == Report.id)
        .where(ReportRelease.container_id == case.own_container, ReportRelease.revoked_at.is_(None))
        .where(Report.locked_at.is_not(None))
        .order_by(ReportRelease.released_at.desc())
    ).all()
    # What was shared stays closed while shared work is closed.
    return [(r, g) for r, g in rows if r.kind not in CONJOINT or case.couple.shared_work_open]


def own_report(actor: Actor, report_id: UUID) -> ReportInCase:
    """Load a report given to the acting partner; raise :class:`NotFound` for any other."""
    case = caseload.own_case(actor)
    for report, _ in given_to(case):
        if report.id == report_id:
            return ReportInCase(case, report)
    raise NotFound(report_id)


def quote_choices(case: Case) -> list[QuoteChoice]:
    """Return what both were asked about their words (care team only)."""
    containers = [case.container(f"partner_{s}") for s in "ab"]
    return list(
        db.session.scalars(select(QuoteChoice).where(QuoteChoice.container_id.in_(containers)))
    )


def own_quote_choices(case: Case) -> list[QuoteChoice]:
    """Return what the acting partner was asked, oldest first."""
    return list(
        db.session.scalars(
            select(QuoteChoice)
            .where(QuoteChoice.container_id == case.own_container)
            .order_by(QuoteChoice.asked_at, QuoteChoice.words_key)
        )
    )


def unanswered_since(case: Case) -> datetime | None:
    """Return when the oldest question about words was asked that has no answer."""
    open_ones = [c.asked_at for c in quote_choices(case) if c.agreed is None]
    return min(open_ones, default=None)


def kept_in(case: Case, kind: str, side: str | None) -> UUID:
    """Return the container a report of this kind is kept in."""
    return case.container(KEPT_IN[kind].format(side=side))
