"""A furnished house: made once a session, copied for each test that needs one of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask

from practice.reports.sandbox import Printed, Renderer
from tests.factories import databases
from tests.factories.house import House, fresh_app
from tests.integration.conftest import Built, let_go
from tests.integration.privacy.furnished import Things, furnish


@dataclass
class Furnished:
    """A house, and what stands in it."""

    house: House
    things: Things


Held = tuple[dict[str, UUID], dict[str, UUID], Things]
Template = tuple[Path, str | None, Held]
Copies = Callable[[], AbstractContextManager[Furnished]]
_printed: dict[bytes, bytes] = {}


@pytest.fixture(scope="module", autouse=True)
def printed_once() -> Iterator[None]:
    """Print the same data once: hundreds of houses give the same sheets, and the same data make the same bytes (proved with reports)."""
    render = Renderer.render

    def remembered(renderer: Renderer, document: Printed) -> bytes:
        data = document.to_json()
        if data not in _printed:
            _printed[data] = render(renderer, document)
        return _printed[data]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Renderer, "render", remembered)
        yield


@contextmanager
def _copy(folder: Path, template: str | None, into: Path) -> Iterator[str | None]:
    """Put a copy of a database into a folder that nobody has open, or beside its template on the server."""
    for earlier in into.glob("practice.db*"):
        earlier.unlink()
    for file in folder.glob("practice.db*"):
        shutil.copy(file, into / file.name)
    with databases.postgres_database(template=template) if template else nullcontext(None) as url:
        yield url


@pytest.fixture(scope="session")
def furnished_template(
    built: Built, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Template]:
    """Furnish a copy of the built house once."""
    folder, template, people = built
    here = tmp_path_factory.mktemp("furnished")
    with _copy(folder, template, here) as url:
        app = fresh_app(here, url)
        house = people.on(app)
        things = furnish(house)
        let_go(app)
        name = url.rsplit("/", 1)[1] if url else None
        yield here, name, (house.people, house.couples, things)


@pytest.fixture(scope="session")
def copies(furnished_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """Return a maker of furnished houses, one at a time: all alike to the last byte, and each may be changed by itself."""
    folder, template, held = furnished_template
    into = tmp_path_factory.mktemp("copy")
    # On SQLite one application serves one copy after another, and sets up its pages once.
    kept: list[Flask] = []

    @contextmanager
    def make() -> Iterator[Furnished]:
        with _copy(folder, template, into) as url:
            app = kept[0] if kept and url is None else fresh_app(into, url)
            kept[:] = [app]
            people, couples, things = deepcopy(held)
            try:
                yield Furnished(House(app, people, couples), things)
            finally:
                let_go(app)

    return make


@pytest.fixture
def furnished(copies: Copies) -> Iterator[Furnished]:
    """Yield one furnished house."""
    with copies() as found:
        yield found
