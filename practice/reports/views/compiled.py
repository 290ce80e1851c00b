"""Routes of reports: the care team compiles, edits, locks and gives; a partner reads what was given."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, send_file, url_for
from wtforms.fields.choices import SelectChoice

from practice.access.actor import Actor
from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.caseload.queries import Case, case, own_case
from practice.extensions import db
from practice.reports import queries, rules, services
from practice.reports.building.allow_lists import CONJOINT
from practice.reports.building.frame import TITLES
from practice.reports.forms import CompileForm, EditForm, WordsForm
from practice.reports.queries import ReportInCase
from practice.reports.sandbox import RenderFailed
from practice.reports.views.blueprint import routes


def _to(found: ReportInCase) -> Any:
    return redirect(url_for("reports.show", couple_id=found.case.id, report_id=found.id), 303)


@routes.get("/couples/<uuid:couple_id>/reports", needs=Permission.REPORT_READ, subject=case)
def overview(found: Case) -> Any:
    """All reports of a couple."""
    return render_template(
        "reports/overview.html",
        case=found,
        reports=queries.of_case(found),
        releases=queries.releases(found),
        titles=TITLES,
        side_of=lambda report: queries.side_of(found, report),
    )


@routes.form("/couples/<uuid:couple_id>/reports/new", needs=Permission.REPORT_COMPILE, subject=case)
def compile_new(found: Case) -> Any:
    """Compile a draft; a conjoint one only when the couple is cleared."""
    form = CompileForm()
    form.offer({s: p.first_name for s, p in found.partners.items()})
    if form.validate_on_submit():
        try:
            report = services.compile_report(found, *form.chosen, by=found.actor)
            db.session.flush()
            return redirect(url_for("reports.show", couple_id=found.id, report_id=report.id), 303)
        except rules.ReportRefused as refused:
            form.refuse(form.what, str(refused))
    status = 422 if form.is_submitted() else 200
    return render_template("reports/new.html", case=found, form=form), status


@routes.get(
    "/couples/<uuid:couple_id>/reports/<uuid:report_id>",
    needs=Permission.REPORT_READ,
    subject=queries.report_in_case,
)
def show(found: ReportInCase) -> Any:
    """One report as it reads, with what can be done with it."""
    return _page(found, EditForm(data=_as_typed(found)))


def _as_typed(found: ReportInCase) -> dict[str, str]:
    document = found.document
    last = next((s for s in document.sections if s.id == "next"), None)
    words = getattr(last.blocks[0], "text", "") if last and last.blocks else ""
    return {"lead": "\n".join(document.lead), "next_steps": words}


def _page(found: ReportInCase, form: EditForm, status: int = 200) -> Any:
    given = queries.releases(found.case).get(found.id, {})
    conjoint = found.report.kind in CONJOINT
    return render_template(
        "reports/show.html",
        case=found.case,
        found=found,
        report=found.document,
        form=form,
        given=given,
        recipients=rules.recipients(found.report.kind, found.side),
        waiting=queries.unanswered_since(found.case) if conjoint else None,
        conjoint=conjoint,
    ), status


@routes.post(
    "/couples/<uuid:couple_id>/reports/<uuid:report_id>",
    needs=Permission.REPORT_COMPILE,
    subject=queries.report_in_case,
)
def edit(found: ReportInCase) -> Any:
    """Change the sentences of a draft."""
    form = EditForm()
    if not form.validate_on_submit():
        return _page(found, form, 422)
    try:
        services.edit_draft(
            found,
            lead=form.lead.data or "",
            next_steps=form.next_steps.data or "",
            by=found.case.actor,
        )
        flash("The draft is changed.")
    except rules.ReportRefused as refused:
        flash(str(refused), "attention")
    return _to(found)


@routes.post(
    "/couples/<uuid:couple_id>/reports/<uuid:report_id>/words",
    needs=Permission.REPORT_COMPILE,
    subject=queries.report_in_case,
)
def ask_for_words(found: ReportInCase) -> Any:
    """Ask both, at once, which words of theirs may be quoted."""
    services.ask_for_words(found.case, by=found.case.actor)
    flash(
        "Both are asked which of their words may be quoted. Compile the report again once they have answered."
    )
    return _to(found)


@routes.post(
    "/couples/<uuid:couple_id>/reports/<uuid:report_id>/lock",
    needs=Permission.REPORT_RELEASE,
    subject=queries.report_in_case,
)
def lock(found: ReportInCase) -> Any:
    """Lock a draft with its digest."""
    try:
        services.lock(found, by=found.case.actor)
        flash("The report is locked. Its file will stay the same, byte for byte.")
    except rules.ReportRefused as refused:
        flash(str(refused), "attention")
    except RenderFailed:
        flash(
            "The file could not be made just now. The draft is kept; please try again.", "attention"
        )
    return _to(found)


@dataclass(frozen=True)
class ReportTo(ReportInCase):
    """A report and one of the two it may be given to."""

    to: str = ""


def _given_or_not(actor: Actor, couple_id: UUID, report_id: UUID, side: str) -> ReportTo:
    found = queries.report_in_case(actor, couple_id, report_id)
    if side not in ("a", "b"):
        raise NotFound(side)
    return ReportTo(found.case, found.report, side)


@routes.post(
    "/couples/<uuid:couple_id>/reports/<uuid:report_id>/give/<side>",
    needs=Permission.REPORT_RELEASE,
    subject=_given_or_not,
)
def give(found: ReportTo) -> Any:
    """Give a locked report to one recipient."""
    try:
        services.give(found, found.to, by=found.case.actor)
        flash(f"{found.case.partners[found.to].first_name} can now read this report.")
    except rules.ReportRefused as refused:
        flash(str(refused), "attention")
    return _to(found)


@routes.post(
    "/couples/<uuid:couple_id>/reports/<uuid:report_id>/take-back/<side>",
    needs=Permission.REPORT_RELEASE,
    subject=_given_or_not,
)
def take_back(found: ReportTo) -> Any:
    """Close a report to one recipient."""
    services.take_back(found, found.to, by=found.case.actor)
    flash(f"{found.case.partners[found.to].first_name} can no longer read this report.")
    return _to(found)


@routes.get(
    "/couples/<uuid:couple_id>/reports/<uuid:report_id>/file",
    needs=Permission.REPORT_READ,
    subject=queries.report_in_case,
)
def file(found: ReportInCase) -> Any:
    """The report as PDF."""
    try:
        return _send(found)
    except RenderFailed:
        flash("The file could not be made just now. Please try again.", "attention")
        return _to(found)


def _send(found: ReportInCase) -> Any:
    name = f"report-{found.report.file_tag}.pdf"
    return send_file(
        BytesIO(services.pdf_of(found)),
        mimetype="application/pdf",
        as_attachment=True,
        download_name=name,
        etag=False,
        last_modified=None,
    )


@routes.get(
    "/record/reports/<uuid:report_id>",
    needs=Permission.OWN_RECORD,
    subject=queries.own_report,
    fresh=True,
)
def own_file(found: ReportInCase) -> Any:
    """A report that was given to the acting partner."""
    return _send(found)


@routes.form("/record/words", needs=Permission.OWN_RECORD, subject=own_case)
def own_words(found: Case) -> Any:
    """Which of one's own released words may be quoted in a shared report."""
    words = services.own_words_to_choose(found)
    form = WordsForm(data={"agreed": [str(c.id) for c, _, _ in words if c.agreed]})
    form.agreed.choices = [SelectChoice(str(c.id), text) for c, _, text in words]
    if form.validate_on_submit():
        services.choose_words(found, form.agreed.data or [], by=found.actor)
        flash("Your choice is kept. You can change it until the report is finished.")
        return redirect(url_for("reports.own_words"), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("reports/words.html", form=form, words=words), status
