"""Pictures of the product for its documentation, each taken from the running demo.

They are written to docs/screenshots when PRACTICE_SCREENSHOTS=1 is set, and otherwise only to the test's own folder.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser import homework
from tests.browser.browsing import PHONE, Watched
from tests.browser.conftest import Opens
from tests.browser.site import CLINICIAN, Site

WINDOW = {"width": 1280, "height": 800}
MOST_BYTES = 250_000
SHOWN = Path(__file__).parents[2] / "docs" / "screenshots"
Shows = Callable[[str, bytes], None]


@pytest.fixture
def shows(tmp_path: Path) -> Shows:
    """Keep a picture under a name, packed as tightly as it goes."""
    folder = SHOWN if os.environ.get("PRACTICE_SCREENSHOTS") == "1" else tmp_path

    def keep(name: str, picture: bytes) -> None:
        target = folder / f"{name}.png"
        with Image.open(BytesIO(picture)) as whole:
            whole.convert("RGB").save(target, optimize=True)
        assert target.stat().st_size < MOST_BYTES, name

    return keep


@pytest.fixture
def imani(site: Site, opens: Opens) -> Watched:
    """The clinician's window."""
    return opens(site, CLINICIAN, viewport=WINDOW)


@pytest.fixture
def amara(site: Site, opens: Opens) -> Watched:
    """A partner's phone, as sharp as a phone is."""
    return opens(
        site, "amara", viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True
    )


def newest(page: Page, words: str) -> None:
    """Follow the first link with these words on the couple's homework page."""
    page.get_by_role("link", name=words).first.click()
    page.wait_for_load_state()


def first_page(folder: Path, name: str) -> bytes:
    """Return the first page of a PDF as a picture."""
    command = ["pdftoppm", "-png", "-r", "96", "-f", "1", "-l", "1", name, "page"]
    subprocess.run(command, cwd=folder, check=True)
    [page] = folder.glob("page*.png")
    return page.read_bytes()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_caseload(imani: Watched, shows: Shows, scheme: str) -> None:
    imani.page.emulate_media(color_scheme=scheme)
    imani.goto("/caseload")
    shows(f"caseload{'-dark' * (scheme == 'dark')}", imani.page.screenshot())


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("couple", ""),
        ("homework-of-a-couple", "/homework"),
        ("assign", "/homework/assign?exercise=df-own-life"),
        ("measures", "/measures"),
        ("goals", "/goals"),
        ("record", "/record"),
        ("intake-of-a-couple", "/intake"),
        ("homework-over-time", "/homework/adherence"),
    ],
)
def test_pages_of_a_couple(site: Site, imani: Watched, shows: Shows, name: str, path: str) -> None:
    imani.goto(site.desk(path))
    shows(name, imani.page.screenshot())


def test_the_library(imani: Watched, shows: Shows) -> None:
    imani.goto("/library")
    shows("library", imani.page.screenshot())


def test_the_plan_of_a_pathway(site: Site, imani: Watched, shows: Shows) -> None:
    imani.goto(site.desk("/pathways"))
    imani.page.get_by_role("link", name="First four weeks").click()
    imani.page.wait_for_load_state()
    shows("pathway-plan", imani.page.screenshot())


def test_a_form_in_the_making(imani: Watched, shows: Shows) -> None:
    imani.goto("/own-forms/new?copy=er-soothing-menu")
    imani.page.locator("main button[type=submit]").first.click()
    imani.page.wait_for_load_state()
    shows("form-in-the-making", imani.page.screenshot())


def test_a_worksheet(imani: Watched, shows: Shows, tmp_path: Path) -> None:
    answer = imani.page.request.get(f"{imani.address}/library/er-feelings-log/worksheet")
    (tmp_path / "worksheet.pdf").write_bytes(answer.body())
    shows("worksheet", first_page(tmp_path, "worksheet.pdf"))


def test_the_review_of_a_submission(site: Site, imani: Watched, shows: Shows) -> None:
    imani.goto(site.desk("/homework"))
    row = imani.page.get_by_role("row").filter(has_text="Weekly pulse").first
    row.get_by_role("link").first.click()
    imani.page.wait_for_load_state()
    shows("review", imani.page.screenshot())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_comparison(site: Site, imani: Watched, shows: Shows, scheme: str) -> None:
    imani.page.emulate_media(color_scheme=scheme)
    imani.goto(site.desk("/homework"))
    row = imani.page.get_by_role("row").filter(has_text="The four-way balance wheel").last
    row.get_by_role("link", name="Compare").click()
    imani.page.wait_for_load_state()
    shows(f"comparison{'-dark' * (scheme == 'dark')}", imani.page.screenshot())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_partners_phone(site: Site, amara: Watched, shows: Shows, scheme: str) -> None:
    ending = "-dark" * (scheme == "dark")
    given = homework.give(site, "ib-balance-wheel").a
    amara.page.emulate_media(color_scheme=scheme)
    amara.goto("/today")
    shows(f"today{ending}", amara.page.screenshot())
    amara.goto(f"/homework/{given}")
    amara.page.get_by_role("link", name="Start").click()
    homework.fill(amara.page, homework.inputs(site, "ib-balance-wheel"))
    amara.page.get_by_text("Saved").first.wait_for()
    amara.page.evaluate("scrollTo(0, 0)")
    shows(f"homework{ending}", amara.page.screenshot())


@pytest.mark.parametrize(
    ("name", "path"),
    [("getting-started", "/intake"), ("reading", "/reading"), ("a-card", "/reading/flooding")],
)
def test_pages_of_a_partner(amara: Watched, shows: Shows, name: str, path: str) -> None:
    amara.goto(path)
    shows(name, amara.page.screenshot())


def test_what_both_read(amara: Watched, shows: Shows) -> None:
    amara.goto("/together")
    shows("together", amara.page.screenshot())
    amara.page.get_by_role("link", name="The wheel").click()
    amara.page.wait_for_load_state()
    shows("side-by-side", amara.page.screenshot())


def test_the_first_page_of_a_report(
    site: Site, imani: Watched, shows: Shows, tmp_path: Path
) -> None:
    imani.goto(site.desk("/reports"))
    imani.page.get_by_role("link", name="Conjoint progress report", exact=True).click()
    shows("report-on-screen", imani.page.screenshot())
    with imani.page.expect_download() as begun:
        imani.page.get_by_role("link", name="Open the PDF").click()
    begun.value.save_as(tmp_path / "report.pdf")
    shows("report", first_page(tmp_path, "report.pdf"))
