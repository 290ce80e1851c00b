"""The copy of axe-core that judges the pages is the published one."""

from __future__ import annotations

import hashlib
import json

from tests.browser.axe import SOURCE


def test_axe_is_as_published() -> None:
    said = json.loads((SOURCE.parent / "VENDORED.json").read_text())
    for name, digest in said["files"].items():
        assert hashlib.sha256((SOURCE.parent / name).read_bytes()).hexdigest() == digest
    assert f"axe v{said['version']}" in SOURCE.read_text()[:200]
