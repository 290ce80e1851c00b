"""The commands of ``practice``, besides ``score``."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

import click
from flask import Flask

from practice.settings import SettingsRefused, from_environment, write_keys


def run(arguments: list[str]) -> int:
    """Run one command; a refusal is one clear line and status 1."""
    try:
        commands.main(arguments, prog_name="practice", standalone_mode=False)
    except SettingsRefused as refused:
        click.echo(str(refused), err=True)
        return 1
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except click.Abort:
        return 1
    return 0


@click.group(help="Practice: the desk of a couples therapist.")
def commands() -> None:
    """Group of all commands."""


def application(*, demo: bool = False) -> Flask:
    """Return the application for a command."""
    from practice.app import create_app

    return create_app(from_environment(demo=demo))


@commands.command(help="Bring the database up to date: tables and catalogue.")
def migrate() -> None:
    """Run the migrations and load the shipped exercises."""
    bring_up_to_date(application(demo=os.environ.get("PRACTICE_DEMO") == "1"))


def bring_up_to_date(app: Flask) -> None:
    """Run the migrations and load what the catalogue, the pathways and the practice's own folder have new.

    Safe when several processes start at once. A bad file of the practice's own folder is told and left out.
    """
    import logging

    from flask_migrate import upgrade

    from practice.catalogue import services as catalogue
    from practice.db import transaction
    from practice.pathways import services as pathways

    logging.getLogger("alembic").setLevel(logging.WARNING)
    with app.app_context():
        upgrade()
        with transaction.unit_of_work():
            catalogue.load_shipped()
            pathways.load_shipped()
            refused = catalogue.load_folder(Path(app.instance_path) / "catalogue")
    for invalid in refused:
        click.echo(f"Not loaded, all others are: {invalid}", err=True)


@commands.command(help="First-run set-up: name the practice, make the first accounts.")
@click.option("--practice-name", prompt="Name of the practice")
@click.option(
    "--neutral-name",
    prompt="Neutral name shown to partners",
    default="Riverside Office",
    show_default=True,
)
@click.option("--zone", prompt="Time zone", default="America/Los_Angeles", show_default=True)
@click.option("--phone", default="", help="Telephone shown on the help page.")
@click.option("--hours", default="", help="When the practice answers, in words.")
@click.option("--administrator", prompt="Administrator's name")
@click.option("--clinician", prompt="First clinician's name")
@click.option(
    "--credentials",
    prompt="Clinician's credentials, as on a letterhead",
    default="",
    show_default=False,
)
def init(
    practice_name: str,
    neutral_name: str,
    zone: str,
    phone: str,
    hours: str,
    administrator: str,
    clinician: str,
    credentials: str,
) -> None:
    """Set up an empty practice and print the sign-ins, once."""
    from practice.access.actor import Role
    from practice.accounts import services
    from practice.db import transaction

    app = application()
    bring_up_to_date(app)
    with app.app_context(), transaction.unit_of_work():
        refuse_second_set_up()
        services.set_up_installation(
            kind="practice",
            practice_name=practice_name,
            neutral_name=neutral_name,
            zone=zone,
            phone=phone,
            hours=hours,
        )
        for role, name, title in (
            (Role.ADMINISTRATOR, administrator, None),
            (Role.CLINICIAN, clinician, credentials or None),
        ):
            password = "-".join(secrets.token_hex(3) for _ in range(4))
            sign_in_name = f"{role.value.split()[-1]}-{secrets.token_hex(2)}"
            services.create_user(
                by=None,
                role=role,
                name=name,
                sign_in_name=sign_in_name,
                password=password,
                zone=zone,
                credentials=title,
            )
            click.echo(f"{name} ({role.value}): sign-in name {sign_in_name}, password {password}")
    click.echo(
        "Write these down now; they are shown once. Each sets up a second factor at first sign-in."
    )


def first_run() -> None:
    """Ask the few questions of the set-up; where nobody can answer, take the names from the environment."""
    if sys.stdin.isatty():
        click.echo("Welcome. A few questions first.")
        arguments: list[str] = []
    else:
        names = {
            "--practice-name": os.environ.get("PRACTICE_NAME", "Our practice"),
            "--neutral-name": os.environ.get("PRACTICE_NEUTRAL_NAME", "Riverside Office"),
            "--zone": os.environ.get("PRACTICE_ZONE", "America/Los_Angeles"),
            "--administrator": os.environ.get("PRACTICE_ADMINISTRATOR", "Administrator"),
            "--clinician": os.environ.get("PRACTICE_CLINICIAN", "Clinician"),
            "--credentials": os.environ.get("PRACTICE_CREDENTIALS", ""),
        }
        arguments = [part for pair in names.items() for part in pair]
    commands.main(["init", *arguments], prog_name="practice", standalone_mode=False)


def refuse_second_set_up() -> None:
    """Raise ``SettingsRefused`` if this database already belongs to a practice or to the demo."""
    from practice.access.decide import NotFound
    from practice.accounts import queries

    try:
        queries.installation()
    except NotFound:
        return
    raise SettingsRefused("This practice is already set up. Start it with: practice serve")


@commands.command(help="Serve the practice on this machine.")
def serve() -> None:
    """Bring the database up to date, check it, and become the web server."""
    from practice.app import check_installation
    from practice.cli.server import serve as become_server

    app = application()
    bring_up_to_date(app)
    try:
        check_installation(app)
    except SettingsRefused as refused:
        if "not set up yet" not in str(refused):
            raise
        first_run()
    port = int(os.environ.get("PORT", "8000"))
    click.echo(f"Practice is at http://localhost:{port} (stop with Ctrl-C).")
    become_server(port)


@commands.command(help="Make the demo if it is not there, print its sign-ins, and serve it.")
@click.option("--no-serve", is_flag=True, help="Make the demo and its reports only.")
def demo(no_serve: bool) -> None:
    """The three fictional couples on a database of their own."""
    from practice.cli.demo import prepare

    os.environ["PRACTICE_DEMO"] = "1"
    prepare(application(demo=True))
    if not no_serve:
        from practice.cli.server import serve as become_server

        become_server(int(os.environ.get("PORT", "8000")))


@commands.command(help="Compile one report as a PDF, as the person whose sign-in name is given.")
@click.option(
    "--case", "case_name", required=True, help="First names of both partners: amara-daniel."
)
@click.option(
    "--kind", required=True, type=click.Choice(["r1", "r2", "r3", "r4", "r5"], case_sensitive=False)
)
@click.option("--for", "side", type=click.Choice(["a", "b"]), help="Whose report (R2 and R5).")
@click.option(
    "--as", "sign_in_name", required=True, help="Sign-in name of a member of the care team."
)
@click.option("--out", "target", required=True, type=click.Path(dir_okay=False, path_type=Path))
def report(case_name: str, kind: str, side: str | None, sign_in_name: str, target: Path) -> None:
    """Write a report to a file that only its owner can read."""
    from practice.cli.reporting import compile_to_file

    compile_to_file(
        application(demo=is_demo()),
        case_name=case_name,
        kind=kind.upper(),
        side=side,
        sign_in_name=sign_in_name,
        target=target,
    )
    click.echo(f"Written to {target}.")


def is_demo() -> bool:
    """Return whether the instance's database holds the demo (a report works on either)."""
    instance = os.environ.get("PRACTICE_INSTANCE")
    return os.environ.get("PRACTICE_DEMO") == "1" or (
        instance is not None and Path(instance, "demo-sign-ins.json").exists()
    )


@commands.command(help="Write the generated pages of docs/reference.")
@click.option("--check", is_flag=True, help="Only say whether they are up to date.")
def docs(check: bool) -> None:
    """Write or check the generated documentation."""
    from practice.cli.docs import write

    stale = write(check=check)
    if stale:
        raise click.ClickException(
            f"out of date or incomplete, run 'make docs': {', '.join(stale)}"
        )


@commands.group(help="Keys outside the database.")
def keys() -> None:
    """Group of key commands."""


@keys.command("new", help="Write a new key file (for a database of its own).")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def new_keys(file: Path) -> None:
    """Write fresh keys; never over a file that is there."""
    if file.exists():
        raise click.ClickException(f"{file} is there already; a key file is never overwritten.")
    write_keys(file)
    click.echo(f"Keys are in {file} (mode 600). Keep a copy apart from the database.")


@commands.group(help="The audit chain.")
def audit() -> None:
    """Group of audit commands."""


@audit.command(help="Check the chain and print its head.")
def verify() -> None:
    """Walk the audit chain; status 1 if it is broken."""
    from practice.audit import queries

    app = application(demo=is_demo())
    with app.app_context():
        verdict = queries.verify(heads=Path(app.instance_path))
    if not verdict.whole:
        raise click.ClickException(f"broken at event {verdict.broken_at}: {verdict.reason}")
    click.echo(f"{verdict.events} events, unbroken.")


@audit.command(
    help="Seal the log of reads into the chain, and note the head in the instance folder."
)
def seal() -> None:
    """Bind what was read since last time into the chain; keep the head outside the database."""
    from practice.audit import queries, services
    from practice.db import transaction

    app = application(demo=is_demo())
    with app.app_context():
        with transaction.unit_of_work():
            sealed = services.seal_reads()
        head = queries.head()
    services.export_head(Path(app.instance_path), head)
    click.echo(f"{sealed} reads sealed; the head is noted in {app.instance_path}.")
