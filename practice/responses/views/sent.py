"""One's own answers after they were sent: reading them, keeping parts back, writing a correction."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for

from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.caseload import queries as caseload
from practice.responses import queries, rules, services
from practice.responses.presenters import review, writing
from practice.responses.queries import Sent
from practice.responses.views.blueprint import routes

SENT = "/homework/sent/<uuid:submission_id>"


@routes.get(SENT, needs=Permission.OWN_HOMEWORK, subject=queries.own_submission, fresh=True)
def own_answers(sent: Sent) -> Any:
    """What was sent, and who can read each answer now; after proving oneself again."""
    fields = queries.asked_fields(sent.given, sent.submission.answers, sexual=True)
    lines = writing.sent_lines(
        sent, fields, caseload.policy_in_force(sent.case), queries.released_keys_of(sent)
    )
    return render_template(
        "responses/own_answers.html",
        sent=sent,
        exercise=sent.definition,
        lines=lines,
        origin=_origin(sent),
        rated=queries.own_rating_of(sent) if sent.side else None,
        figures=review.figure_lines(rules.told_to_author(sent.submission.scores)),
        may_keep_back=any(line.may_keep_back for line in lines),
        is_corrected=queries.is_corrected(sent),
        may_take_back=queries.can_be_taken_back(sent),
    )


@routes.post(
    SENT + "/take-back", needs=Permission.OWN_HOMEWORK, subject=queries.own_submission, fresh=True
)
def take_back(sent: Sent) -> Any:
    """Take back what one sent; it is kept in the record and counts as not answered."""
    _own_alone(sent)
    try:
        services.take_back(sent, by=sent.case.actor)
    except rules.NotReady as late:
        flash(str(late), "attention")
    else:
        flash("You took this back. It counts as not answered.", "good")
    return redirect(url_for("responses.own_answers", submission_id=sent.id), 303)


@routes.post(SENT + "/keep-back", needs=Permission.OWN_HOMEWORK, subject=queries.own_submission)
def keep_back(sent: Sent) -> Any:
    """Keep more of one's own answers back, for the care team alone."""
    _own_alone(sent)
    _not_taken_back(sent)
    services.keep_back(sent, request.form.getlist("keep_back"), by=sent.case.actor)
    flash("This stays between you and your care team.", "good")
    return redirect(url_for("responses.own_answers", submission_id=sent.id), 303)


@routes.post(
    SENT + "/correct", needs=Permission.OWN_HOMEWORK, subject=queries.own_submission, fresh=True
)
def correct(sent: Sent) -> Any:
    """Start a correction; what was sent stays as it is."""
    _own_alone(sent)
    _not_taken_back(sent)
    if sent.given.assignment.withdrawn_at is not None:
        raise NotFound(sent.given.id)
    services.start_correction(sent, by=sent.case.actor)
    return redirect(
        url_for(
            "responses.part",
            assignment_id=sent.given.id,
            number=1,
            on=sent.submission.occurrence,
        ),
        303,
    )


def _origin(sent: Sent) -> str:
    """Who entered it for its author, and from what; "" for what was written here."""
    by = sent.submission.submitted_by
    names = accounts.names_of([by]) if sent.submission.origin else {}
    return review.origin_words(sent.submission, names, "you")


def _not_taken_back(sent: Sent) -> None:
    if sent.submission.withdrawn_at is not None:
        raise NotFound(sent.id)


def _own_alone(sent: Sent) -> None:
    if sent.side is None:
        raise NotFound(sent.id)
