"""Reading what came in: one submission with its author's answers and the clinician's own side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for

from practice.access.decide import NotFound
from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.responses import queries, services
from practice.responses.forms import ReviewForm, SetAsideForm
from practice.responses.models import Review, SetAside
from practice.responses.presenters.review import origin_words, review_page
from practice.responses.queries import Sent
from practice.responses.views.blueprint import routes
from practice.responses.views.queue import filters, within

REVIEW = "/couples/<uuid:couple_id>/homework/<uuid:submission_id>"


@routes.get(REVIEW, needs=Permission.RESPONSE_READ, subject=queries.submission_of)
def review(sent: Sent) -> Any:
    """One submission: the answers in the order asked with what changed, and the clinician's side."""
    noted = queries.review_of(sent)
    return _page(sent, noted, _noted_form(sent, noted), SetAsideForm())


@routes.post(REVIEW + "/review", needs=Permission.RESPONSE_REVIEW, subject=queries.submission_of)
def note(sent: Sent) -> Any:
    """Mark it as read, with a comment, a rating and the agenda; then on to the next one."""
    form = ReviewForm()
    if not form.validate_on_submit():
        return _page(sent, queries.review_of(sent), form, SetAsideForm(formdata=None)), 422
    services.review(
        sent,
        by=sent.case.actor,
        comment=form.comment.data,
        quality=form.rating,
        agenda=bool(form.agenda.data),
    )
    if request.form.get("go") == "stay":
        return redirect(url_for("responses.overview", couple_id=sent.case.id), 303)
    following = queries.next_unread(sent.case.actor, sent.submission, within())
    if following is None:
        return redirect(url_for("responses.queue", **filters()), 303)
    couple_id, submission_id = following
    return redirect(
        url_for("responses.review", couple_id=couple_id, submission_id=submission_id, **filters()),
        303,
    )


@routes.post(REVIEW + "/unread", needs=Permission.RESPONSE_REVIEW, subject=queries.submission_of)
def unread_again(sent: Sent) -> Any:
    """Put it back among what is to be read."""
    services.mark_unread(sent, by=sent.case.actor)
    flash("This stands among what is to be read again.", "good")
    return _back_to(sent)


@routes.post(REVIEW + "/agenda", needs=Permission.RESPONSE_REVIEW, subject=queries.submission_of)
def agenda(sent: Sent) -> Any:
    """Put it on the agenda of the next session, or take it off once it was talked about."""
    wanted = request.form.get("agenda") == "on"
    services.bring_up(sent, wanted=wanted, by=sent.case.actor)
    flash("It is on the agenda." if wanted else "It is off the agenda.", "good")
    return redirect(url_for("treatment.sessions", couple_id=sent.case.id), 303)


@routes.post(REVIEW + "/set-aside", needs=Permission.RESPONSE_REVIEW, subject=queries.submission_of)
def set_aside(sent: Sent) -> Any:
    """Set it aside as "may not be their own answer"; its author sees nothing of it."""
    if sent.side is None:
        raise NotFound(sent.id)
    form = SetAsideForm()
    if not form.validate_on_submit():
        noted = queries.review_of(sent)
        return _page(sent, noted, _noted_form(sent, noted, from_request=False), form), 422
    services.set_aside(sent, reason=form.reason.data or "", by=sent.case.actor)
    flash("Set aside: it counts nowhere until you take it in again.", "good")
    return _back_to(sent)


@routes.post(
    REVIEW + "/take-in-again", needs=Permission.RESPONSE_REVIEW, subject=queries.submission_of
)
def take_in_again(sent: Sent) -> Any:
    """Let it count again."""
    services.take_in_again(sent, by=sent.case.actor)
    flash("It counts again.", "good")
    return _back_to(sent)


def _back_to(sent: Sent) -> Any:
    return redirect(
        url_for(
            "responses.review",
            couple_id=sent.case.id,
            submission_id=sent.id,
            **filters(),
        ),
        303,
    )


def _noted_form(sent: Sent, noted: Review | None, *, from_request: bool = True) -> ReviewForm:
    content = noted.content if noted else {}
    quality = content.get("quality")
    held: dict[str, Any] = {
        "comment": sent.submission.comment,
        "quality": "" if quality is None else str(quality),
        "agenda": content.get("agenda", False),
    }
    return ReviewForm(**held) if from_request else ReviewForm(formdata=None, **held)


def _names(sent: Sent, aside: Sequence[SetAside]) -> dict[UUID, str]:
    """Who of the practice had a hand in it, by name; most submissions are their author's alone."""
    people = {row.made_by for row in aside} | {row.undone_by for row in aside if row.undone_by}
    if sent.submission.origin:
        people.add(sent.submission.submitted_by)
    return accounts.names_of([*people]) if people else {}


def _page(sent: Sent, noted: Review | None, form: ReviewForm, aside_form: SetAsideForm) -> str:
    aside = queries.set_aside_of(sent)
    before, after = queries.neighbours(sent.case.actor, sent.submission, within())
    names = _names(sent, aside)
    return render_template(
        "responses/review.html",
        case=sent.case,
        sent=sent,
        form=form if not aside_form.errors else aside_form,
        review_form=form,
        aside_form=aside_form,
        page=review_page(sent, queries.history_of(sent)),
        noted=noted if noted and "read_at" in noted.content else None,
        rated=queries.own_rating_of(sent),
        origin=origin_words(sent.submission, names),
        aside=aside,
        names=names,
        shown_to_both=queries.releases_of(sent) if sent.side else [],
        before=before,
        after=after,
        more=filters(),
    )
