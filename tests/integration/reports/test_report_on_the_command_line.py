"""P25: ``practice report`` goes through the same doors as the pages, and leaves a file that only its owner can read."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from practice.audit.models import AuditEvent
from practice.cli import commands
from practice.extensions import db
from tests.factories.house import House
from tests.integration.reports.compiling import open_the_wheel


@pytest.fixture
def report(house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Run the command on the house, and return its status; options by name."""
    monkeypatch.setattr(commands, "application", lambda *, demo=False: house.app)

    def run(*, out: str = "report.pdf", **options: str) -> int:
        given = {"case": "amara-daniel", "kind": "r2", "as": "imani", "out": str(tmp_path / out)}
        pairs = (given | options).items()
        return commands.run(["report", *(x for k, v in pairs for x in (f"--{k}", v))])

    return run


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_file_is_its_owners_alone(report: Any, tmp_path: Path) -> None:
    assert report(**{"for": "a"}) == 0
    file = tmp_path / "report.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert mode(file) == 0o600


def test_a_file_that_was_open_to_all_is_so_no_longer(report: Any, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_text("earlier")
    file.chmod(0o644)
    assert report(**{"for": "a"}) == 0
    assert mode(file) == 0o600


def test_it_is_on_record(report: Any, house: House) -> None:
    assert report(**{"for": "b"}) == 0
    with house.reading():
        actions = list(db.session.scalars(select(AuditEvent.action).order_by(AuditEvent.number)))
    assert actions[-1] == "report compiled"


@pytest.mark.parametrize("kind", ["r1", "r4"])
def test_a_conjoint_report_is_refused_before_shared_work_is_open(
    report: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    assert report(kind=kind) == 1
    assert "This report is not available for this couple yet." in capsys.readouterr().err
    assert not (tmp_path / "report.pdf").exists()


def test_a_conjoint_report_is_written_once_it_is_open(
    report: Any, house: House, tmp_path: Path
) -> None:
    open_the_wheel(house)
    assert report(kind="r4") == 0
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"case": "rosa-meilin"}, "There is no such case for this person."),
        ({"case": "nobody-noone"}, "There is no such case for this person."),
        ({"as": "colleague"}, "There is no such case for this person."),
        ({"as": "administrator"}, "There is no such case for this person."),
        ({"as": "amara"}, "There is no such case for this person."),
        ({"as": "disabled"}, "There is no such sign-in name."),
        ({"as": "who"}, "There is no such sign-in name."),
        ({"as": "supervisor"}, "This person may not compile reports for this case."),
    ],
    ids=lambda value: str(value)[:40],
)
def test_whoever_may_not_on_the_page_may_not_here(
    report: Any,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    options: dict[str, str],
    words: str,
) -> None:
    assert report(**({"for": "a"} | options)) == 1
    assert words in capsys.readouterr().err
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize(("kind", "side"), [("r2", None), ("r5", None), ("r3", "a"), ("r4", "b")])
def test_kind_and_person_have_to_fit(
    report: Any, tmp_path: Path, kind: str, side: str | None
) -> None:
    assert report(kind=kind, **({"for": side} if side else {})) == 1
    assert list(tmp_path.glob("*.pdf")) == []
