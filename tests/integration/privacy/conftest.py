"""A furnished house: made once a session, copied for each test that needs one of its own."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.factories import databases
from tests.factories.house import House, fresh_app
from tests.integration.conftest import Built, let_go
from tests.integration.privacy.furnished import Things, furnish


@dataclass
class Furnished:
    """A house, and what stands in it."""

    house: House
    things: Things


Copies = Callable[[], AbstractContextManager[Furnished]]


@contextmanager
def _copy(folder: Path, template: str | None, into: Path) -> Iterator[str | None]:
    for file in folder.glob("practice.db*"):
        shutil.copy(file, into / file.name)
    with databases.postgres_database(template=template) if template else nullcontext(None) as url:
        yield url


@pytest.fixture(scope="session")
def furnished_template(
    built: Built, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, str | None, bytes]]:
    """Furnish a copy of the built house once."""
    folder, template, people = built
    here = tmp_path_factory.mktemp("furnished")
    with _copy(folder, template, here) as url:
        app = fresh_app(here, url)
        house = House(app, *pickle.loads(people))
        things = furnish(house)
        let_go(app)
        name = url.rsplit("/", 1)[1] if url else None
        yield here, name, pickle.dumps((house.people, house.couples, things))


@pytest.fixture
def copies(
    furnished_template: tuple[Path, str | None, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Copies:
    """Return a maker of furnished houses: all alike to the last byte, and each may be changed by itself."""
    folder, template, held = furnished_template

    @contextmanager
    def make() -> Iterator[Furnished]:
        into = tmp_path_factory.mktemp("copy")
        with _copy(folder, template, into) as url:
            app = fresh_app(into, url)
            people, couples, things = pickle.loads(held)
            yield Furnished(House(app, people, couples), things)
            let_go(app)

    return make


@pytest.fixture
def furnished(copies: Copies) -> Iterator[Furnished]:
    """Yield one furnished house."""
    with copies() as found:
        yield found
