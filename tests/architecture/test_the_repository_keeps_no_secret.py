"""Nothing that belongs to one machine or one installation is in the repository.

Each pattern is put together from pieces, so that this file does not hold what it looks for.
"""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.architecture.tree import ROOT

FORBIDDEN = {
    "a private key": r"-----BEGIN " + r"[A-Z ]*PRIVATE KEY-----",
    "a cloud key": r"\bA" + r"KIA[0-9A-Z]{16}\b",
    "a secret key": r"SECRET" + r"_KEY\s*=\s*[\"'][^\"']{12,}[\"']",
    "a password in an address": r"\b(?:postgresql|redis|smtps?)(?:\+\w+)?"
    r"://\w+:[^@\s$<{\"']+@",
    "a path of one machine": r"(?<![\w.$}])/(?:"
    + "|".join(["ro" + "ot", "wo" + "rk", "ho" + "me", "Us" + "ers"])
    + r")/\w",
    "the host of a package registry": r"\b(?:"
    + "|".join(
        [
            r"py" + r"pi\.org",
            r"python" + r"hosted\.org",
            r"npm" + r"js\.(?:org|com)",
            r"deb" + r"ian\.org",
            r"jsdel" + r"ivr\.net",
            r"unp" + r"kg\.com",
        ]
    )
    + r")",
    "an index option of pip": r"^\s*--(?:extra-)?" + r"(?:index-url|find-links|trusted-host)\b",
}
# A test's own small application needs some key to sign with.
MADE_UP_IN_TESTS = {"a secret key"}


def texts() -> list[tuple[str, str]]:
    """Return the name and text of each file that is, or is about to be, committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found = []
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        if not path.is_file():
            continue
        content = path.read_bytes()
        if b"\0" not in content[:8000]:
            found.append((name, content.decode("utf-8", errors="replace")))
    return found


@pytest.fixture(scope="module")
def repository() -> list[tuple[str, str]]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout: there is no list of committed files")
    return texts()


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str, repository: list[tuple[str, str]]) -> None:
    pattern = re.compile(FORBIDDEN[what], re.MULTILINE)
    found = [
        name
        for name, text in repository
        if pattern.search(text) and not (what in MADE_UP_IN_TESTS and name.startswith("tests/"))
    ]
    assert not found, f"{what} in {found}"


def test_what_an_installation_keeps_is_ignored() -> None:
    kept = ["instance/keys.json", "instance/practice.db", ".env", "backup.key"]
    ignored = subprocess.run(
        ["git", "check-ignore", *kept], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ignored.stdout.split() == kept
