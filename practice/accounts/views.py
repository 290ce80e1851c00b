"""Routes at the door: sign-in, second factor, leaving, invitations, and the practice's people."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pyotp
import segno
from flask import flash, redirect, render_template, request, session, url_for
from flask_login import login_user, logout_user
from sqlalchemy import select

from practice.access.actor import Actor, Role
from practice.access.permissions import Permission
from practice.accounts import queries, rules, services
from practice.accounts.forms import AcceptForm, CodeForm, ProveForm, SignInForm, StaffInvitationForm
from practice.accounts.identity import current_person
from practice.accounts.models import User
from practice.accounts.sessions import ServerSession, SignedIn
from practice.audit import services as audit
from practice.db import keys
from practice.extensions import db
from practice.lib import clock
from practice.lib.text import fold_sign_in_name
from practice.web.routes import Routes

routes = Routes("accounts", __name__)

WRONG = "The name or the password does not match. Please try again, or ask the practice for help."
READY = "Your account is ready. Next: sign in with the name and password you chose."
READY_STAFF = f"{READY} You will then set up a second step with an app on your phone."
WRONG_CODE = "This code does not match, or it was used before. Wait for the next one and try again."


def _session() -> ServerSession:
    found: ServerSession = session._get_current_object()  # type: ignore[attr-defined]
    return found


def _enter(user: User) -> Any:
    """Open the session of someone who has passed every step at this door, with a new token."""
    target = rules.safe_next(session.get("next"), url_for("accounts.home"))
    session.clear()
    person = SignedIn(
        user.id, user.role, user.zone, user.totp_confirmed_at is not None, user.partner_id
    )
    login_user(person)
    session["proved_at"] = clock.now().timestamp()
    # Kept (sealed) with the session, so that the frame of every page needs no query for it.
    session["name"] = user.name
    _session().renew(user.id)
    audit.record("signed in", by=user.id)
    return redirect(target, 303)


@routes.form("/sign-in", needs=Permission.PUBLIC)
def sign_in() -> Any:
    """The door. The same answer for a wrong name, a wrong password, a disabled account and too many tries."""
    form = SignInForm()
    if not form.is_submitted():
        if request.args.get("next"):
            session["next"] = rules.safe_next(request.args["next"], "/")
        return render_template("accounts/sign_in.html", form=form)
    if form.validate():
        user = _try_password(form.name.data or "", form.password.data or "")
        if user is not None:
            return _after_password(user)
        form.refuse(form.password, WRONG)
    return render_template("accounts/sign_in.html", form=form), 422


def _try_password(name: str, password: str) -> User | None:
    user = queries.by_sign_in_name(name)
    folded = fold_sign_in_name(name)
    blocked = services.is_blocked("name", folded) or (
        user is None and services.is_blocked("network", request.remote_addr or "")
    )
    right = services.check_password(user, password)
    if user is not None and right and not blocked:
        services.forget_failures("name", folded)
        services.rehash_if_needed(user, password)
        return user
    if not blocked:
        services.note_failure("name", folded)
        if user is None:
            services.note_failure("network", request.remote_addr or "")
    return None


def _after_password(user: User) -> Any:
    if not services.needs_second_factor(user.role):
        return _enter(user)
    session["pending"] = str(user.id)
    _session().renew(None)
    if user.totp_confirmed_at is None:
        return redirect(url_for("accounts.enrol"), 303)
    return redirect(url_for("accounts.second_factor"), 303)


def _pending() -> User | None:
    found = session.get("pending")
    return db.session.get(User, UUID(found)) if found else None


@routes.form("/sign-in/code", needs=Permission.PUBLIC)
def second_factor() -> Any:
    """The second step for staff: a code that works once."""
    user, form = _pending(), CodeForm()
    if user is None or user.disabled_at is not None:
        return redirect(url_for("accounts.sign_in"), 303)
    if form.validate_on_submit():
        key = f"code|{user.id}"
        if not services.is_blocked("code", key) and services.use_totp(user, form.code.data or ""):
            services.forget_failures("code", key)
            return _enter(user)
        services.note_failure("code", key)
        form.refuse(form.code, WRONG_CODE)
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/second_factor.html", form=form), status


@routes.form("/sign-in/set-up", needs=Permission.PUBLIC)
def enrol() -> Any:
    """The only page that staff without a second factor reach: setting one up."""
    user, form = _pending(), CodeForm()
    if user is None or user.totp_confirmed_at is not None:
        return redirect(url_for("accounts.sign_in"), 303)
    secret = session.setdefault("enrolling", services.new_totp_secret())
    if form.validate_on_submit():
        step = services.totp_step(secret, form.code.data or "")
        if step is not None:
            services.confirm_totp(user, secret=secret, by=user.id)
            user.totp_last_step = step
            return _enter(user)
        form.refuse(form.code, WRONG_CODE)
    address = pyotp.TOTP(secret).provisioning_uri(name=user.sign_in_name, issuer_name="Practice")
    picture = segno.make(address, error="m").svg_data_uri(scale=4, border=2)
    status = 422 if form.is_submitted() else 200
    return render_template("accounts/enrol.html", form=form, secret=secret, picture=picture), status


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


@routes.post("/sign-out", needs=Permission.PUBLIC)
def sign_out() -> Any:
    """End the session."""
    return _leave(url_for("accounts.sign_in"))


@routes.post("/leave", needs=Permission.PUBLIC)
def leave() -> Any:
    """Leave at once: the session ends and the browser goes to an everyday page."""
    return _leave(keys.settings().exit_url)


def _leave(target: str) -> Any:
    person = current_person()
    if person is not None:
        audit.record("signed out", by=person.user_id)
    logout_user()
    _session().end()
    response = redirect(target, 303)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@routes.post("/session/extend", needs=Permission.SIGNED_IN)
def extend(actor: Actor) -> Any:
    """Keep a quiet session open; the absolute limit stays."""
    _session().modified = True
    return "", 204


@routes.get("/health", needs=Permission.PUBLIC)
def health() -> Any:
    """Say that the application answers and reaches its database; nothing else."""
    db.session.execute(select(1))
    return {"status": "ok"}


@routes.get("/", needs=Permission.PUBLIC)
def home() -> Any:
    """Go to the page where this person starts."""
    person = current_person()
    if person is None:
        return redirect(url_for("accounts.sign_in"))
    starts = {
        Role.PARTNER: "portal.today",
        Role.ADMINISTRATOR: "accounts.people",
        Role.PRIVACY_OFFICER: "desk.audit",
    }
    return redirect(url_for(starts.get(person.role, "desk.caseload")))


@routes.form("/invitation/<token>", needs=Permission.PUBLIC)
def invitation(token: str) -> Any:
    """An invitation: a GET changes nothing, so a mail scanner cannot use it up."""
    found = queries.usable_invitation(token)
    form = AcceptForm()
    if form.validate_on_submit():
        refused = _accept(found, form)
        if refused is None:
            flash(READY_STAFF if services.needs_second_factor(found.role) else READY, "good")
            return redirect(url_for("accounts.sign_in"), 303)
    status = 422 if form.is_submitted() else 200
    least = (
        rules.MIN_WITH_SECOND_FACTOR
        if services.needs_second_factor(found.role)
        else rules.MIN_ALONE
    )
    return render_template(
        "accounts/invitation.html", form=form, name=found.name, least=least
    ), status


def _accept(found: Any, form: AcceptForm) -> str | None:
    """Try to accept; return the reason why not (also put at its field), or None."""
    if current_person() is not None:
        form.refuse(
            form.code, "Someone is signed in here. Sign out first, then open the link again."
        )
    elif not rules.is_code_right(form.code.data or "", found.code_digest):
        services.note_wrong_code(found.id)
        form.refuse(form.code, "This code does not match. After five tries the link stops working.")
    elif services.is_name_taken(form.name.data or ""):
        form.refuse(form.name, "Choose another sign-in name.")
    else:
        try:
            staff = services.needs_second_factor(found.role)
            rules.check_password(
                form.password.data or "",
                second_factor=staff,
                own_words=(form.name.data or "", found.name),
            )
            _join(found, form)
            return None
        except rules.PasswordRefused as refused:
            form.refuse(form.password, str(refused))
    return "refused"


def _join(found: Any, form: AcceptForm) -> None:
    zone = queries.installation().zone
    services.accept(
        found, sign_in_name=form.name.data or "", password=form.password.data or "", zone=zone
    )


@routes.form("/people", needs=Permission.PEOPLE_MANAGE)
def people(actor: Actor) -> Any:
    """The practice's people, and inviting a colleague. No clinical content."""
    form, made = StaffInvitationForm(), None
    if form.validate_on_submit():
        made = services.invite(by=actor, role=Role(form.role.data), name=form.name.data or "")
        db.session.flush()
        form = StaffInvitationForm(formdata=None)
    return render_template(
        "accounts/people.html",
        form=form,
        made=made,
        link=_invitation_link(made.token) if made else None,
        own_id=actor.user_id,
        staff=queries.staff(actor),
        waiting=queries.open_staff_invitations(actor),
    ), (422 if form.errors else 200)


def _invitation_link(token: str) -> str:
    """Built on the address in the settings: what a browser says about the host is not to be trusted with a token."""
    return keys.settings().base_url + url_for("accounts.invitation", token=token)


@routes.post("/people/<uuid:user_id>/disable", needs=Permission.PEOPLE_MANAGE, fresh=True)
def disable(actor: Actor, user_id: UUID) -> Any:
    """Disable an account; all its sessions end at once. Nobody shuts themselves out."""
    if user_id == actor.user_id:
        flash("You cannot disable your own account. Ask another administrator.", "attention")
    else:
        services.disable(user_id, by=actor)
        flash("The account is disabled, and its sessions have ended.", "good")
    return redirect(url_for("accounts.people"), 303)
