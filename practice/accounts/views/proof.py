"""Proving oneself again, before something private or hard to undo."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, session, url_for

from practice.access.actor import Actor
from practice.access.permissions import Permission
from practice.accounts import queries, rules, services
from practice.accounts.forms import ProveForm
from practice.accounts.views.blueprint import routes
from practice.lib import clock


@routes.form("/prove", needs=Permission.SIGNED_IN)
def prove(actor: Actor) -> Any:
    """Prove oneself again before something private."""
    form = ProveForm()
    user = queries.user(actor.user_id)
    target = rules.safe_next(request.args.get("next"), url_for("accounts.home"))
    if form.validate_on_submit():
        blocked = services.is_blocked("prove", str(user.id))
        right = services.check_password(user, form.password.data or "")
        if actor.is_staff and right:
            right = services.use_totp(user, form.code.data or "")
        if right and not blocked:
            session["proved_at"] = clock.now().timestamp()
            services.forget_failures("prove", str(user.id))
            return redirect(target, 303)
        services.note_failure("prove", str(user.id))
        form.refuse(form.password, "This does not match. Please try again.")
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/prove.html", form=form, is_staff=actor.is_staff), status
