"""What holds for every test: the network is closed, and requests are made from outside.

pytest-socket closes the network (see `addopts` in pyproject.toml). Tests that talk to a server of their own carry the
marker `loopback`; those in tests/browser carry it, and `browser`, by where they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flask
import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LOOPBACK = ["127.0.0.1", "::1"]

# The same examples on every run: a test that fails now fails again. No deadline, since machines differ.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("house")


@pytest.hookimpl(tryfirst=True)  # before pytest deselects by marker
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark browser tests by their folder, and open the loopback address where a marker asks for it."""
    browser_tests = config.rootpath / "tests" / "browser"
    for item in items:
        if item.path.is_relative_to(browser_tests):
            item.add_marker(pytest.mark.browser)
        if any(item.get_closest_marker(name) for name in ("browser", "loopback", "postgres")):
            item.add_marker(pytest.mark.allow_hosts(LOOPBACK))


@pytest.fixture(autouse=True, scope="session")
def requests_come_from_outside() -> Iterator[None]:
    """Fail a test that makes a request while it holds an application context open.

    Flask-Login keeps the signed-in person on `flask.g`. Flask reuses an open application context, so the second request
    of such a test would be answered as the first one's person, and a leak between partners would look like a pass.
    """
    answer = flask.Flask.__call__

    def guarded(app: flask.Flask, environ: dict[str, Any], respond: Any) -> Iterable[bytes]:
        if flask.has_app_context():
            pytest.fail(
                "A request was made inside an application context. Close the context first: "
                "the signed-in person of one request would be carried into the next."
            )
        return answer(app, environ, respond)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flask.Flask, "__call__", guarded)
        yield
