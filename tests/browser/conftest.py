"""Tests in a real browser: the demo is made once, served to each test from a copy, and every browser is watched."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from practice.cli.demo import making
from practice.extensions import db
from tests.browser.browsing import DESK, PHONE, Watched, open_browser
from tests.browser.site import CLINICIAN, Site, running
from tests.factories.house import KEYS, fresh_app

Opens = Callable[..., Watched]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an instance folder with the demo in it, its reports left out."""
    instance = tmp_path_factory.mktemp("made")
    keys = instance / "keys.json"
    keys.touch(mode=0o600)
    keys.write_text(KEYS.as_json())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "REPORT_PLAN", {})
        app = fresh_app(instance, demo=True)
        making.prepare(app)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    return instance


def _serve(made: Path, folder: Path) -> Iterator[Site]:
    copy = shutil.copytree(made, folder / "instance")
    with pytest.MonkeyPatch.context() as patch, running(copy, patch) as site:
        yield site


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Iterator[Site]:
    """Serve a demo of its own to one test."""
    yield from _serve(made, tmp_path)


@pytest.fixture(scope="session")
def shown_site(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve one demo to all tests that only look."""
    yield from _serve(made, tmp_path_factory.mktemp("shown"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser program for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opens(chromium: Browser) -> Iterator[Opens]:
    """Open browsers for a test; at its end nothing unexpected may have been noticed in any."""
    opened: list[Watched] = []

    def open_one(site: Site, who: str = "", **options: Any) -> Watched:
        watched = open_browser(chromium, site.address, **options)
        opened.append(watched)
        if who:
            site.enter(watched.context, who)
        return watched

    yield open_one
    for watched in opened:
        watched.context.close()
    noticed = [c for watched in opened for c in watched.unexpected()]
    assert not noticed, "\n".join(noticed)


@pytest.fixture
def phone(opens: Opens) -> Opens:
    """Open a partner's phone."""

    def open_one(site: Site, who: str = "amara", **options: Any) -> Watched:
        return opens(site, who, viewport=PHONE, has_touch=True, is_mobile=True, **options)

    return open_one


@pytest.fixture
def desk(opens: Opens) -> Opens:
    """Open the clinician's desk."""

    def open_one(site: Site, who: str = CLINICIAN, **options: Any) -> Watched:
        return opens(site, who, viewport=DESK, **options)

    return open_one
