"""Routes for entering and correcting results, and for releasing what both agreed to share."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for

from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.caseload import queries as caseload
from practice.caseload.queries import Case
from practice.caseload.rules import NotOpen
from practice.lib import clock
from practice.measures.errors import AnswerError
from practice.outcomes import presenters, queries, rules, services
from practice.outcomes.forms import ChooseForm, CorrectionForm, ResultForm, result_form
from practice.outcomes.queries import MeasureInCase, ResultInCase, SharableCase
from practice.web.routes import Routes

routes = Routes("outcomes", __name__)

BLANK = "Enter at least one figure."
NOT_RELEASED = (
    "This was not released. It takes both opt-ins, cleared shared work and scores of both; "
    "nothing has changed."
)


def _overview(case: Case, measure_id: str = "") -> Any:
    if measure_id in rules.RESTRICTED:
        return redirect(url_for("course.restricted", couple_id=case.id), 303)
    return redirect(url_for("course.overview", couple_id=case.id), 303)


def _today() -> Any:
    return clock.today(accounts.installation().zone)


@routes.form(
    "/couples/<uuid:couple_id>/measures/new",
    needs=Permission.MEASURE_ENTER,
    subject=caseload.case,
)
def choose(case: Case) -> Any:
    """Choose whose result of which measure is entered, and how."""
    wanted = request.args.get("measure")
    form = ChooseForm(
        names={"a": case.a.name, "b": case.b.name},
        measures=presenters.measure_choices(),
        data={"way": "items", "measure": wanted or presenters.measure_choices()[0][0]},
    )
    if form.validate_on_submit():
        chosen = {"measure_id": form.measure.data, "side": form.side.data, "way": form.way.data}
        return redirect(url_for("outcomes.enter", couple_id=case.id, **chosen), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("outcomes/choose.html", case=case, form=form), status


@routes.form(
    "/couples/<uuid:couple_id>/measures/<measure_id>/enter/<side>/<way>",
    needs=Permission.MEASURE_ENTER,
    subject=queries.measure_in_case,
)
def enter(found: MeasureInCase) -> Any:
    """Enter one result: numbers by item, or a total and subscales."""
    case, measure = found.case, found.measure
    form: ResultForm = result_form(measure, found.way)(today=_today())
    if form.validate_on_submit() and _entered(found, form):
        flash("The result is entered.", "good")
        if request.form.get("again"):
            return redirect(url_for("outcomes.choose", couple_id=case.id, measure=measure.id), 303)
        return _overview(case, measure.id)
    return render_template(
        "outcomes/enter.html",
        case=case,
        form=form,
        entry=presenters.entry(measure, found.way),
        person=case.partners[found.side],
        side=found.side,
    ), (422 if form.is_submitted() else 200)


def _entered(found: MeasureInCase, form: ResultForm) -> bool:
    """Enter what was typed; put the reason at the form and return False if it cannot be."""
    case, measure = found.case, found.measure
    on = form.taken_on.day
    if form.is_blank:
        form.form_errors = [BLANK]
        return False
    try:
        if found.way == "items":
            services.enter_by_item(
                case, found.side, measure.id, on, form.answers, by=found.case.actor
            )
        else:
            services.enter_score(
                case, found.side, measure.id, on, form.entered_total, form.subscales, by=case.actor
            )
    except AnswerError as refused:
        form.form_errors = [str(refused)]
        return False
    return True


@routes.form(
    "/couples/<uuid:couple_id>/measures/results/<uuid:result_id>/correct",
    needs=Permission.MEASURE_ENTER,
    subject=queries.result_in_case,
)
def correct(found: ResultInCase) -> Any:
    """Enter a result anew, or set it aside; the earlier row stays in the record."""
    case, measure, way = found.case, found.measure, str(found.result.content["way"])
    known = presenters.known_figures(found.result)
    form: CorrectionForm = result_form(measure, way, CorrectionForm)(today=_today(), data=known)
    if form.validate_on_submit():
        try:
            if _replaced(found, form):
                return _overview(case, measure.id)
        except services.AlreadyReplaced:
            flash("This result was replaced already. Correct the newer one.", "attention")
            return _overview(case, measure.id)
    return render_template(
        "outcomes/correct.html",
        case=case,
        form=form,
        entry=presenters.entry(measure, way),
        person=case.partners[found.side],
        side=found.side,
    ), (422 if form.is_submitted() else 200)


def _replaced(found: ResultInCase, form: CorrectionForm) -> bool:
    case, side, row, by = found.case, found.side, found.result, found.case.actor
    why = form.why.data or ""
    if request.form.get("set_aside"):
        services.set_aside(case, side, row, why=why, by=by)
        flash("The result is set aside. It stays in the record and counts no more.", "good")
        return True
    on = form.taken_on.day
    if form.is_blank:
        form.form_errors = [BLANK]
        return False
    try:
        if row.content["way"] == "items":
            services.correct_by_item(
                case, side, row, taken_on=on, answers=form.answers, why=why, by=by
            )
        else:
            services.correct_score(
                case,
                side,
                row,
                taken_on=on,
                total=form.entered_total,
                subscales=form.subscales,
                why=why,
                by=by,
            )
    except AnswerError as refused:
        form.form_errors = [str(refused)]
        return False
    flash("The result is corrected. The earlier one stays in the record.", "good")
    return True


@routes.post(
    "/couples/<uuid:couple_id>/measures/<measure_id>/release",
    needs=Permission.MEASURE_RELEASE,
    subject=queries.shared_in_case,
)
def release(found: SharableCase) -> Any:
    """Show a course to both, as it stands now."""
    try:
        services.release_measure(found.case, found.measure_id, by=found.case.actor)
    except (NotOpen, rules.NothingToShare):
        flash(NOT_RELEASED, "attention")
    else:
        flash("Both can now see this course, as it stands today.", "good")
    return _overview(found.case)


@routes.post(
    "/couples/<uuid:couple_id>/measures/<measure_id>/close",
    needs=Permission.MEASURE_RELEASE,
    subject=queries.shared_in_case,
)
def close(found: SharableCase) -> Any:
    """Close a course on both sides at once."""
    services.close_measure(found.case, found.measure_id, by=found.case.actor)
    flash("This course is closed on both sides.", "good")
    return _overview(found.case)
