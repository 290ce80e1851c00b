"""Acts on reports: compile, edit, ask for words, lock, give, take back. Nothing here commits."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable
from dataclasses import replace

from practice.access.actor import Actor
from practice.accounts import queries as accounts
from practice.audit import services as audit
from practice.caseload import queries as caseload
from practice.caseload import rules as caseload_rules
from practice.caseload.queries import Case
from practice.db import scope
from practice.extensions import db
from practice.lib import clock
from practice.outcomes import queries as outcomes
from practice.reports import queries, rules
from practice.reports.building import case_file, conjoint, individual, sources
from practice.reports.building.allow_lists import CONJOINT, READS
from practice.reports.building.frame import Frame
from practice.reports.building.wording import plain
from practice.reports.document import Paragraph, ReportDocument, Section
from practice.reports.models import QuoteChoice, Report, ReportRelease
from practice.reports.queries import ReportInCase
from practice.reports.sandbox import render_pdf


def document_of(case: Case, kind: str, side: str | None = None) -> ReportDocument:
    """Return the data of a report as of now, without keeping it.

    Compiled with the scope narrowed to the report's own containers. Raises :class:`rules.ReportRefused`.
    """
    rules.check_kind(kind, side)
    if kind in CONJOINT and not queries.can_be_conjoint(case):
        raise rules.ReportRefused(caseload_rules.refusal("report_not_open"))
    frame = _frame(case, kind, side)
    quoted = frozenset(c.words_key for c in queries.quote_choices(case) if c.agreed)
    with scope.narrowed(case.container(k.format(side=side)) for k in READS[kind]):
        lead, sections = _build(frame, quoted)
    return frame.document(lead, sections)


def _frame(case: Case, kind: str, side: str | None) -> Frame:
    installation = accounts.installation()
    return Frame(
        case=case,
        kind=kind,  # type: ignore[arg-type]
        side=side,
        installation=installation,
        clinician=caseload.treating_clinician(case),
        today=clock.today(installation.zone),
        policy=caseload.policy_in_force(case),
        agreed=frozenset(row.measure_id for row in outcomes.shared_and_agreed(case)),
    )


def _build(frame: Frame, quoted: frozenset[str]) -> tuple[tuple[str, ...], tuple[Section, ...]]:
    if frame.kind == "R1":
        return conjoint.r1(frame, quoted)
    if frame.kind == "R4":
        return conjoint.r4(frame, quoted)
    if frame.kind == "R3":
        return case_file.r3(frame)
    return individual.r2(frame) if frame.kind == "R2" else individual.r5(frame)


def compile_report(case: Case, kind: str, side: str | None = None, *, by: Actor) -> Report:
    """Compile a draft: the data is frozen now. Raises :class:`rules.ReportRefused`."""
    document = document_of(case, kind, side)
    report = Report(
        container_id=queries.kept_in(case, kind, side),
        kind=kind,
        document=json.loads(document.to_json()),
        file_tag=secrets.token_hex(6),
        made_by=by.user_id,
    )
    db.session.add(report)
    audit.record("report compiled", by=by, couple=case.id, subject=report.id, kind=kind)
    return report


def edit_draft(found: ReportInCase, *, lead: str, next_steps: str, by: Actor) -> None:
    """Change the opening sentences (one a line) and the last section of a draft."""
    if found.report.locked_at is not None:
        raise rules.ReportRefused("This report is locked. Compile a new one to change it.")
    document = found.document
    lines = tuple(line.strip() for line in lead.splitlines() if line.strip())
    sections = tuple(
        replace(s, blocks=(Paragraph(next_steps),)) if s.id == "next" and next_steps.strip() else s
        for s in document.sections
    )
    found.report.document = json.loads(replace(document, lead=lines, sections=sections).to_json())
    audit.record("report edited", by=by, couple=found.case.id, subject=found.report.id)


def ask_for_words(case: Case, *, by: Actor) -> int:
    """Ask both at once which released words of theirs may be quoted; return how many were new.

    Only the clinician's act starts this, and both are asked whether or not they have words to look at.
    """
    with scope.narrowed([case.container("couple")]):
        words = [*sources.released_words(case, "R1"), *sources.released_words(case, "R4")]
    asked = {c.words_key for c in queries.quote_choices(case)}
    new = 0
    for one in words:
        for side in ("a", "b"):
            key = conjoint.quote_key(one, side)
            if key not in asked and conjoint.is_own_words(one.of(side)):
                asked.add(key)
                new += 1
                db.session.add(
                    QuoteChoice(
                        container_id=case.container(f"partner_{side}"),
                        words_key=key,
                        asked_by=by.user_id,
                    )
                )
    audit.record("words asked for", by=by, couple=case.id, new=new)
    return new


def own_words_to_choose(case: Case) -> list[tuple[QuoteChoice, str, str]]:
    """Return the acting partner's own released words with the choice about each: (choice, question, words)."""
    words = [*sources.released_words(case, "R1"), *sources.released_words(case, "R4")]
    by_key = {conjoint.quote_key(w, case.side): w for w in words}
    found = []
    for choice in queries.own_quote_choices(case):
        one = by_key.get(choice.words_key)
        view = one.of(case.side) if one else None
        if one is not None and view is not None:
            found.append((choice, one.prompt, plain(view)))
    return found


def choose_words(case: Case, agreed: Iterable[str], *, by: Actor) -> None:
    """Answer for oneself which words may be quoted; what is not named may not."""
    wanted = set(agreed)
    for choice in queries.own_quote_choices(case):
        choice.agreed, choice.answered_at = str(choice.id) in wanted, clock.now()
        audit.record("words chosen", by=by, couple=case.id, subject=choice.id)


def lock(found: ReportInCase, *, by: Actor) -> Report:
    """Lock a draft: version, final PDF and its digest are kept, and nothing of it changes any more."""
    report = found.report
    rules.check_lock(
        kind=report.kind,
        locked=report.locked_at is not None,
        unanswered_since=queries.unanswered_since(found.case) if report.kind in CONJOINT else None,
        now=clock.now(),
    )
    if report.kind in CONJOINT:
        _check_still_agreed(found)
    version = queries.next_version(report)
    final = replace(found.document, draft=False, version=version)
    pdf = render_pdf(final)
    report.document = json.loads(final.to_json())
    report.version, report.pdf, report.sha256 = version, pdf, hashlib.sha256(pdf).hexdigest()
    report.locked_at, report.locked_by = clock.now(), by.user_id
    audit.record(
        "report locked", by=by, couple=found.case.id, subject=report.id, sha256=report.sha256
    )
    return report


def _check_still_agreed(found: ReportInCase) -> None:
    """Raise :class:`rules.ReportRefused` if the couple or somebody's words are no longer open as they were when it was compiled."""
    if not queries.can_be_conjoint(found.case):
        raise rules.ReportRefused(caseload_rules.refusal("report_not_open"))
    taken_back = [
        c
        for c in queries.quote_choices(found.case)
        if c.agreed is False and c.answered_at is not None and c.answered_at > found.report.made_at
    ]
    if taken_back:
        raise rules.ReportRefused(
            "Choices about words have changed since this draft. Compile it again."
        )


def pdf_of(found: ReportInCase) -> bytes:
    """Return the report as PDF: a locked one byte for byte as it was locked, a draft with its watermark."""
    if found.report.locked_at is not None:
        return found.report.pdf
    return render_pdf(found.document)


def give(found: ReportInCase, side: str, *, by: Actor) -> ReportRelease:
    """Give a locked report to one recipient; the act is in the audit chain as a disclosure."""
    report = found.report
    if report.locked_at is None:
        raise rules.ReportRefused("Lock the report first. What is given can no longer change.")
    if side not in rules.recipients(report.kind, found.side):
        raise rules.ReportRefused("This report is not for this person.")
    if report.kind in CONJOINT and not queries.can_be_conjoint(found.case):
        raise rules.ReportRefused(caseload_rules.refusal("report_not_open"))
    earlier = queries.releases(found.case).get(report.id, {}).get(side)
    if earlier is not None:
        earlier.revoked_at, earlier.revoked_by, earlier.released_at = None, None, clock.now()
        row = earlier
    else:
        row = ReportRelease(
            container_id=found.case.container(f"partner_{side}"),
            report_id=report.id,
            made_by=by.user_id,
        )
        db.session.add(row)
    audit.record("report given", by=by, couple=found.case.id, subject=report.id, side=side)
    return row


def take_back(found: ReportInCase, side: str, *, by: Actor) -> None:
    """Close a report to one recipient from now on."""
    row = queries.releases(found.case).get(found.report.id, {}).get(side)
    if row is not None and row.revoked_at is None:
        row.revoked_at, row.revoked_by = clock.now(), by.user_id
        audit.record(
            "report taken back", by=by, couple=found.case.id, subject=found.report.id, side=side
        )
