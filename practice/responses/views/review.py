"""Reading what came in: the queue, and one submission with its author's answers and the clinician's own side."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.responses import queries, services
from practice.responses.forms import ReviewForm
from practice.responses.presenters.review import review_page
from practice.responses.queries import Sent
from practice.responses.views.blueprint import routes

REVIEW = "/couples/<uuid:couple_id>/homework/<uuid:submission_id>"


@routes.get("/review", needs=Permission.CASELOAD_READ, reads_clients=True)
def queue(actor: Actor) -> Any:
    """What nobody has read yet, in the reader's own cases, the oldest first."""
    page = request.args.get("page", 1, type=int)
    total = queries.unread_count(actor)
    return render_template(
        "responses/queue.html",
        unread=queries.unread(actor, page),
        total=total,
        page=page,
        pages=-(-total // queries.PAGE_SIZE) or 1,
    )


@routes.get(REVIEW, needs=Permission.RESPONSE_READ, subject=queries.submission_of)
def review(sent: Sent) -> Any:
    """One submission: the answers in the order asked with what changed, and the clinician's side."""
    noted = queries.review_of(sent)
    content = noted.content if noted else {}
    quality = content.get("quality")
    form = ReviewForm(
        comment=sent.submission.comment,
        quality="" if quality is None else str(quality),
        agenda=content.get("agenda", False),
    )
    return _page(sent, form)


@routes.post(REVIEW + "/review", needs=Permission.RESPONSE_REVIEW, subject=queries.submission_of)
def note(sent: Sent) -> Any:
    """Mark it as read, with a comment, a rating and the agenda; then on to the next one."""
    form = ReviewForm()
    if not form.validate_on_submit():
        return _page(sent, form), 422
    services.review(
        sent,
        by=sent.case.actor,
        comment=form.comment.data,
        quality=form.rating,
        agenda=bool(form.agenda.data),
    )
    if request.form.get("go") == "stay":
        return redirect(url_for("responses.overview", couple_id=sent.case.id), 303)
    following = queries.next_unread(sent.case.actor, sent.submission)
    if following is None:
        return redirect(url_for("responses.queue"), 303)
    couple_id, submission_id = following
    return redirect(
        url_for("responses.review", couple_id=couple_id, submission_id=submission_id), 303
    )


def _page(sent: Sent, form: ReviewForm) -> str:
    return render_template(
        "responses/review.html",
        case=sent.case,
        sent=sent,
        form=form,
        page=review_page(sent, queries.history_of(sent)),
        noted=queries.review_of(sent),
    )
