from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from practice.reports.pdf import to_pdf
from practice.reports.sandbox import Renderer
from tests.unit.reports.sample_report import letter_of, sample_pdf, sample_r4

ROOT = Path(__file__).parents[3]
SCRIPT = """
import sys
from practice.reports.document import ReportDocument
from practice.reports.pdf import to_pdf
sys.stdout.buffer.write(to_pdf(ReportDocument.from_json(sys.stdin.buffer.read())))
"""


def test_the_same_report_gives_the_same_bytes_twice() -> None:
    assert to_pdf(sample_r4()) == sample_pdf()


def test_other_reports_in_between_change_nothing() -> None:
    to_pdf(letter_of("Ř 你好 🙂"))
    assert to_pdf(sample_r4()) == sample_pdf()


@pytest.mark.slow
def test_the_same_report_gives_the_same_bytes_in_another_process() -> None:
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "PYTHONHASHSEED": "7"}
    made = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=sample_r4().to_json(),
        stdout=subprocess.PIPE,
        env=environment,
        check=True,
    )
    assert made.stdout == sample_pdf()


@pytest.mark.slow
def test_the_sandbox_gives_the_same_bytes() -> None:
    renderer = Renderer()
    try:
        assert renderer.render(sample_r4()) == sample_pdf()
    finally:
        renderer.close()


def test_another_report_gives_other_bytes() -> None:
    assert to_pdf(sample_r4(version=2)) != sample_pdf()
