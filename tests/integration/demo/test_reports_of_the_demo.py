"""P19, D9: the reports the demo writes hold what their reader may read, and nothing else; by text, metadata, names and files."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pikepdf
import pytest

from practice.cli.demo.cases import COUPLES
from practice.cli.demo.making import REPORT_PLAN
from practice.cli.reporting import ReportFailed, compile_to_file
from tests.factories.crawl import pdf_words, squeeze
from tests.integration.demo.conftest import CLINICIAN, Demo
from tests.integration.demo.private_texts import private_from

BY_KEY = {c.key: c for c in COUPLES}
CONJOINT = [(key, kind) for key in ("amara-daniel", "rosa-mei-lin") for kind in ("r1", "r4")]
INDIVIDUAL = [(key, kind, side) for key in BY_KEY for kind in ("r2", "r5") for side in ("a", "b")]
NEVER_CONJOINT = ("PHQ-9", "GAD-7", "DERS-16", "ECR-S", "CPQ-SF", "HITS", "ORS", "GMSEX", "ISS", "tier", "risk", "trauma")  # fmt: skip


def other(side: str) -> str:
    return "b" if side == "a" else "a"


def words_of(demo: Demo, name: str) -> str:
    return pdf_words((demo.reports / name).read_bytes())


def test_the_plan_leaves_no_conjoint_report_for_the_third_couple(demo: Demo) -> None:
    written = {p.name for p in demo.reports.iterdir()}
    planned = {
        f"{key}-{kind.lower()}{f'-{side}' if side else ''}.pdf"
        for key, plan in REPORT_PLAN.items()
        for kind, side in plan
    }
    assert written == planned
    assert not {"jordan-sam-r1.pdf", "jordan-sam-r4.pdf"} & written


@pytest.mark.parametrize(("key", "kind"), CONJOINT)
def test_a_conjoint_report_holds_no_sentinel_and_nothing_private_of_either(
    demo: Demo, key: str, kind: str
) -> None:
    words = words_of(demo, f"{key}-{kind}.pdf")
    assert "SENT-" not in words
    for reader in ("a", "b"):
        private = private_from(demo.house, demo.house.couples[key], reader)
        assert private.found_in(squeeze(words)) == []


@pytest.mark.parametrize(("key", "kind"), CONJOINT)
def test_a_conjoint_report_names_no_measure_that_is_never_shared(
    demo: Demo, key: str, kind: str
) -> None:
    words = words_of(demo, f"{key}-{kind}.pdf")
    assert [m for m in NEVER_CONJOINT if re.search(rf"\b{m}\b", words, re.IGNORECASE)] == []


@pytest.mark.parametrize(("key", "kind", "side"), INDIVIDUAL)
def test_an_individual_report_holds_nothing_of_the_other(
    demo: Demo, key: str, kind: str, side: str
) -> None:
    words = words_of(demo, f"{key}-{kind}-{side}.pdf")
    others = (BY_KEY[key].a, BY_KEY[key].b)[other(side) == "b"]
    assert others.name not in words
    assert others.name.split()[0] not in words
    assert [s for s in others.sentinels if s in words] == []
    private = private_from(demo.house, demo.house.couples[key], side)
    assert private.found_in(squeeze(words)) == []


@pytest.mark.parametrize("key", BY_KEY)
def test_the_case_file_is_marked_on_its_first_page(demo: Demo, key: str) -> None:
    words = words_of(demo, f"{key}-r3.pdf")
    assert "Not for release" in words
    assert "Clinician case file" in words


def test_names_of_files_inside_and_metadata_are_neutral(demo: Demo) -> None:
    names = {n for c in COUPLES for p in (c.a, c.b) for n in (p.name, *p.name.split())}
    for path in demo.reports.iterdir():
        with pikepdf.open(path) as pdf:
            facts = {str(k): str(v) for k, v in (pdf.docinfo or {}).items()}
            facts |= {str(k): str(v) for k, v in pdf.open_metadata().items()}
            assert not [n for n in names if n in " ".join(facts.values())], path.name
            assert {k.lstrip("/") for k in pdf.docinfo} <= {"Title", "Producer", "CreationDate", "ModDate", "Lang"}  # fmt: skip
            assert not re.search(r"couple|sex|therap", facts["/Title"], re.IGNORECASE)
            assert not pdf.attachments


def test_only_their_owner_can_read_the_files(demo: Demo) -> None:
    for path in (demo.reports, *demo.reports.iterdir()):
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path.name


@pytest.mark.parametrize("kind", ["R1", "R4"])
def test_a_conjoint_report_of_the_third_couple_is_refused_on_the_command_line(
    demo: Demo, tmp_path: Path, kind: str
) -> None:
    target = tmp_path / "report.pdf"
    with pytest.raises(ReportFailed, match=r"^This report is not available for this couple yet\.$"):
        compile_to_file(
            demo.app,
            case_name="jordan-sam",
            kind=kind,
            side=None,
            sign_in_name=CLINICIAN,
            target=target,
        )
    assert not target.exists()


@pytest.mark.parametrize("kind", ["R1", "R4"])
def test_a_conjoint_report_of_the_third_couple_is_refused_on_the_page(
    demo: Demo, kind: str
) -> None:
    imani = demo.house.visitor(CLINICIAN)
    page = f"/couples/{demo.house.couples['jordan-sam']}/reports/new"
    refused = imani.post(page, {"what": kind})
    assert refused.status_code == 422
    assert "This report is not available for this couple yet." in refused.text


@pytest.mark.parametrize("who", ["pat@riverside.example", "noor@riverside.example", "sam"])
def test_nobody_outside_the_care_team_compiles_on_the_command_line(
    demo: Demo, tmp_path: Path, who: str
) -> None:
    with pytest.raises(ReportFailed):
        compile_to_file(
            demo.app,
            case_name="jordan-sam",
            kind="R2",
            side="a",
            sign_in_name=who,
            target=tmp_path / "report.pdf",
        )
    assert list(tmp_path.iterdir()) == []


def test_what_a_couple_was_given_comes_with_a_neutral_name(demo: Demo) -> None:
    files = [a for a in demo.reached_by("daniel").values() if a.is_pdf]
    names = [dict(file.headers)["Content-Disposition"] for file in files]
    reports = [
        n for n in names if re.fullmatch(r"attachment; filename=report-[0-9a-f]{12}\.pdf", n)
    ]
    sheets = [n for n in names if re.fullmatch(r"inline; filename=worksheet-[0-9a-f]{8}\.pdf", n)]
    assert len(reports) == 2
    assert sheets
    assert len(reports) + len(sheets) == len(files)
