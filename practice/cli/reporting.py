"""Compiling a report from the command line: as a person of the care team, through the same doors as on the pages."""

from __future__ import annotations

import os
from pathlib import Path

import click
from flask import Flask
from sqlalchemy import select

from practice.access.actor import Actor
from practice.access.decide import NotFound, can
from practice.access.permissions import Permission
from practice.accounts import queries as accounts
from practice.audit import services as audit
from practice.caseload import queries as caseload
from practice.caseload.models import CareTeamMember
from practice.caseload.queries import Case
from practice.db import scope, transaction
from practice.extensions import db
from practice.reports import rules, services
from practice.reports.sandbox import render_pdf


class ReportFailed(click.ClickException):
    """The report cannot be written; the message says why."""


def compile_to_file(
    app: Flask, *, case_name: str, kind: str, side: str | None, sign_in_name: str, target: Path
) -> None:
    """Compile one report and write it to ``target`` (mode 600), with an audit event. Raises :class:`ReportFailed`."""
    with app.app_context():
        scope.close()
        try:
            with transaction.unit_of_work():
                pdf = _compiled(case_name, kind, side, sign_in_name)
        except rules.ReportRefused as refused:
            raise ReportFailed(str(refused)) from refused
        except NotFound as missing:
            raise ReportFailed("There is no such case for this person.") from missing
        finally:
            scope.close()
            db.session.remove()
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(pdf)
    target.chmod(0o600)


def _compiled(case_name: str, kind: str, side: str | None, sign_in_name: str) -> bytes:
    user = accounts.by_sign_in_name(sign_in_name)
    if user is None or user.disabled_at is not None:
        raise ReportFailed("There is no such sign-in name.")
    case = _named(Actor(user.id, user.role, user.zone, user.partner_id), case_name)
    if not can(case.standing, Permission.REPORT_COMPILE):
        raise ReportFailed("This person may not compile reports for this case.")
    document = services.document_of(case, kind, side)
    audit.record("report compiled", by=case.actor, couple=case.id, kind=kind, way="command line")
    return render_pdf(document)


def _named(actor: Actor, wanted: str) -> Case:
    """Return the one case of the actor whose partners' first names are ``wanted`` (amara-daniel)."""
    ids = db.session.scalars(
        select(CareTeamMember.couple_id).where(
            CareTeamMember.user_id == actor.user_id, CareTeamMember.left_at.is_(None)
        )
    ).all()
    cases = [caseload.case(actor, i) for i in ids]
    found = [c for c in cases if _plain(case_name(c)) == _plain(wanted)]
    if len(found) > 1:
        raise ReportFailed("More than one case has these first names.")
    if not found:
        raise NotFound(wanted)
    scope.close()
    return caseload.case(actor, found[0].id)


def case_name(case: Case) -> str:
    """Return the name a case has on the command line: both first names, in lower case."""
    return f"{case.a.first_name}-{case.b.first_name}".casefold()


def _plain(name: str) -> str:
    """Forgive capitals, spaces and hyphens in a case's name."""
    return "".join(c for c in name.casefold() if c.isalnum())
