"""Making the demo once, printing its sign-ins, writing its reports."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from flask import Flask
from sqlalchemy.exc import DatabaseError

from practice.access.actor import Role
from practice.access.decide import NotFound
from practice.accounts import queries as accounts
from practice.accounts import services as sign_ins
from practice.app import check_installation
from practice.cli.demo.acts import World
from practice.cli.demo.cases import COUPLES
from practice.cli.demo.course import steps
from practice.cli.demo.people import HOURS, NEUTRAL_NAME, PHONE, PRACTICE, ZONE
from practice.cli.demo.world import SignIn
from practice.cli.reporting import compile_to_file
from practice.db import engine, scope, transaction
from practice.extensions import db
from practice.lib import clock
from practice.settings import Settings, SettingsRefused

LAST_EVENT_AGO = timedelta(days=3)
SIGN_INS = "demo-sign-ins.json"
REPORTS = "demo-reports"
REPORT_PLAN: dict[str, tuple[tuple[str, str | None], ...]] = {
    "amara-daniel": (
        ("R1", None),
        ("R2", "a"),
        ("R2", "b"),
        ("R3", None),
        ("R4", None),
        ("R5", "a"),
        ("R5", "b"),
    ),
    "rosa-mei-lin": (
        ("R1", None),
        ("R2", "a"),
        ("R2", "b"),
        ("R3", None),
        ("R4", None),
        ("R5", "a"),
        ("R5", "b"),
    ),
    # No conjoint report for the third couple: it is not available for them.
    "jordan-sam": (("R2", "a"), ("R2", "b"), ("R3", None), ("R5", "a"), ("R5", "b")),
}


def prepare(app: Flask) -> None:
    """Make the demo if it is not there, and print what a newcomer needs; a second time it changes nothing.

    Raises ``SettingsRefused`` on the database of a real practice, before anything is touched.
    """
    from practice.cli.commands import bring_up_to_date

    settings: Settings = app.extensions["practice.settings"]
    kind = _kind_of_database(app)
    if kind == "practice":
        check_installation(app)
    if kind == "demo" and not (settings.instance / SIGN_INS).exists():
        _clear_away_half_made(app, settings)
        kind = None
    bring_up_to_date(app)
    if kind is None:
        click.echo("Making the demo: three fictional couples and half a year of their work.")
        _make(app, settings.instance)
    people = json.loads((settings.instance / SIGN_INS).read_text())
    _write_reports(
        app, settings.instance, next(p["email"] for p in people if p["role"] == "clinician")
    )
    _print(settings, people)


def _kind_of_database(app: Flask) -> str | None:
    """Return what the database is for, or None while it is empty."""
    with app.app_context():
        try:
            return accounts.installation().kind
        except (NotFound, DatabaseError):
            return None
        finally:
            db.session.rollback()


def _clear_away_half_made(app: Flask, settings: Settings) -> None:
    """Remove a demo that was interrupted while it was made: nobody was ever told how to sign in to it."""
    if not settings.embedded:
        raise SettingsRefused(
            "The demo was interrupted while it was made. Give it an empty database."
        )
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    for file in settings.instance.glob("practice.db*"):
        file.unlink()
    engine.prepare_file(settings.instance / "practice.db")


def _make(app: Flask, instance: Path) -> None:
    world = World(shift=_shifts())
    timeline = sorted(
        ((s.moved(world.shift[s.couple.key]), s) for c in COUPLES for s in steps(c)),
        key=lambda pair: pair[0],
    )
    with app.app_context():
        _at(timeline[0][0] - timedelta(days=30), partial(_staff, world))
        for moment, step in timeline:
            _at(moment, partial(step.happen, world))
        _at(_last_evening(), partial(_to_come, world))
    rows = [_public(s) for s in sorted(world.sign_ins, key=lambda s: s.role == "partner")]
    handle = os.open(instance / SIGN_INS, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(rows, file, indent=1, ensure_ascii=False)


def _at(moment: datetime, act: Callable[[], None]) -> None:
    """Do one act at one moment, in a unit of work of its own, as a request would."""
    scope.close()
    try:
        with clock.set_to(moment), transaction.unit_of_work():
            act()
    finally:
        scope.close()
        db.session.remove()


def _today() -> date:
    return datetime.now(ZoneInfo(ZONE)).date()


def _shifts() -> dict[str, timedelta]:
    """Return by how many days each couple's dates are moved, so that its last event was three days ago."""
    return {c.key: _today() - LAST_EVENT_AGO - c.last_event for c in COUPLES}


def _last_evening() -> datetime:
    return datetime.combine(_today() - LAST_EVENT_AGO, time(22), ZoneInfo(ZONE))


def _staff(world: World) -> None:
    sign_ins.set_up_installation(
        kind="demo",
        practice_name=PRACTICE,
        neutral_name=NEUTRAL_NAME,
        zone=ZONE,
        phone=PHONE,
        hours=HOURS,
    )
    world.add_person("administrator", Role.ADMINISTRATOR, "Pat Lindgren", "pat@riverside.example")
    world.add_person(
        "clinician",
        Role.CLINICIAN,
        "Dr. Imani Reyes",
        "imani@riverside.example",
        credentials="LMFT",
    )
    world.add_person(
        "co-therapist",
        Role.CLINICIAN,
        "Lena Fischer",
        "lena@riverside.example",
        credentials="LMFT",
        shown_as="co-therapist",
    )
    world.add_person("supervisor", Role.SUPERVISOR, "Dr. Ruth Adler", "ruth@riverside.example")
    world.add_person("officer", Role.PRIVACY_OFFICER, "Noor Haddad", "noor@riverside.example")


def _to_come(world: World) -> None:
    """Put the next sessions into the calendar: what is still to come is no event yet."""
    ahead = _today() + timedelta(days=4)
    while ahead.weekday() >= 5:
        ahead += timedelta(days=1)
    for key, kind, hour in (
        ("amara-daniel", "couple", 16),
        ("rosa-mei-lin", "couple", 14),
        ("jordan-sam", "a", 10),
    ):
        world.session(key, kind, ahead - world.shift[key], hour, attended=None)


def _public(s: SignIn) -> dict[str, str | None]:
    return {
        "role": s.role,
        "name": s.name,
        "email": s.sign_in_name,
        "password": s.password,
        "totp_secret": s.totp_secret,
    }


def _write_reports(app: Flask, instance: Path, clinician: str) -> None:
    folder = instance / REPORTS
    folder.mkdir(mode=0o700, exist_ok=True)
    for key, plan in REPORT_PLAN.items():
        for kind, side in plan:
            target = folder / f"{key}-{kind.lower()}{f'-{side}' if side else ''}.pdf"
            if not target.exists():
                compile_to_file(
                    app, case_name=key, kind=kind, side=side, sign_in_name=clinician, target=target
                )


def _print(settings: Settings, people: list[dict[str, str | None]]) -> None:
    click.echo(f"\nDemo practice (fictional) at {settings.base_url}\n")
    for p in people:
        click.echo(f"  {p['role']:22} {p['email']:26} {p['password']}")
        if p["totp_secret"]:
            click.echo(f"  {'':22} {'second factor (TOTP)':26} {p['totp_secret']}")
    click.echo(
        f"\nThese are also in {settings.instance / SIGN_INS}; reports are in {settings.instance / REPORTS}."
    )
    click.echo("Stop with Ctrl-C.\n")
