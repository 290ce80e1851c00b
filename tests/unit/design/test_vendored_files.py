"""Files made by others are exactly the ones recorded, each with its licence; and none is there unrecorded."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

STATIC = Path(__file__).resolve().parents[3] / "practice/static"
PACKAGES = json.loads((STATIC / "VENDORED.json").read_text())["packages"]


def test_every_recorded_file_has_its_checksum() -> None:
    changed = [
        name
        for package in PACKAGES
        for name, recorded in package["files"].items()
        if hashlib.sha256((STATIC / name).read_bytes()).hexdigest() != recorded
    ]
    assert changed == []


def test_no_file_of_others_is_unrecorded() -> None:
    recorded = {name for package in PACKAGES for name in package["files"]}
    there = {
        str(path.relative_to(STATIC))
        for folder in ("vendor", "fonts")
        for path in (STATIC / folder).rglob("*")
        if path.is_file()
    }
    assert there == recorded


def test_each_comes_with_its_licence_text() -> None:
    for package in PACKAGES:
        assert package["licence"] in {"MIT", "OFL-1.1"}
        assert any("LICENSE" in name or "OFL-" in name for name in package["files"]), package[
            "name"
        ]


def test_the_faces_of_a_report_fit_in_the_repository() -> None:
    size = sum(path.stat().st_size for path in (STATIC / "fonts").rglob("*"))
    assert size < 25_000_000
