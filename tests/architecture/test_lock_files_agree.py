"""What runs in a practice is what was tested: exact versions, known files, and the larger set holds the smaller."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.architecture.tree import ROOT

LOCKS = ["base", "postgres", "dev"]
PINNED = re.compile(r"^([a-z0-9-]+)==([^ ;\\]+)", re.MULTILINE)


def text(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def versions(lock: str) -> dict[str, str]:
    return dict(PINNED.findall(text(lock)))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_exact_and_known_by_hash(lock: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", text(lock), flags=re.MULTILINE)[1:]
    loose = [
        entry.split()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry
    ]
    assert entries
    assert not loose


@pytest.mark.parametrize(("smaller", "larger"), [("base", "postgres"), ("postgres", "dev")])
def test_the_larger_set_holds_the_smaller_at_the_same_versions(smaller: str, larger: str) -> None:
    assert versions(smaller).items() <= versions(larger).items()


def test_everything_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = {
        "base": project["dependencies"],
        "postgres": extras["postgres"],
        "dev": extras["dev"],
    }
    for lock, wanted in asked.items():
        names = {re.split(r"[\[<>=;~! ]", each)[0].lower() for each in wanted}
        assert names <= versions(lock).keys()
