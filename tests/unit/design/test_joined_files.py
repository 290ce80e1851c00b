"""The joined style sheet and module are the parts as they stand, and light enough for a phone's first visit."""

from __future__ import annotations

import gzip
import re

import pytest

from scripts.bundle_static import (
    SCRIPT_PARTS,
    STATIC,
    STYLE_PARTS,
    joined_scripts,
    joined_styles,
    style_parts,
)

RUN = "run: python -m scripts.bundle_static"


def test_the_style_sheet_is_made_from_its_parts() -> None:
    assert (STATIC / "css/practice.css").read_text() == joined_styles(), RUN


def test_the_module_is_made_from_its_parts() -> None:
    assert (STATIC / "js/practice.js").read_text() == joined_scripts(), RUN


def test_every_sheet_is_joined_and_print_has_the_last_word() -> None:
    names = [path.stem for path in style_parts()]
    assert sorted([*names, "practice"]) == sorted(
        path.stem for path in (STATIC / "css").glob("*.css")
    )
    assert names[: len(STYLE_PARTS)] == list(STYLE_PARTS)
    assert names[-1] == "print"


def test_no_name_is_given_twice_in_the_module() -> None:
    names = re.findall(
        r"^(?:async )?(?:const|let|class|function) (\w+)", joined_scripts(), re.MULTILINE
    )
    assert len(SCRIPT_PARTS) < len(names) == len(set(names))


def test_nothing_is_imported_at_run_time() -> None:
    assert not re.search(r"^\s*(import|export)\b", joined_scripts(), re.MULTILINE)
    assert "@import" not in joined_styles()


def test_each_face_in_the_style_sheet_exists() -> None:
    addresses = re.findall(r'url\("([^"]+)"\)', joined_styles())
    assert addresses
    assert [a for a in addresses if not (STATIC / "css" / a).resolve().is_file()] == []


@pytest.mark.parametrize("token", sorted(set(re.findall(r"var\((--[a-z][\w-]*)", joined_styles()))))
def test_every_token_used_is_defined(token: str) -> None:
    assert f"{token}:" in joined_styles()


def test_the_first_visit_of_a_phone_leaves_room_for_the_page_itself() -> None:
    """The budget for a whole homework page is 90 kB; this is what every page brings."""
    text = [
        STATIC / "css/practice.css",
        STATIC / "js/practice.js",
        STATIC / "js/fields.js",
        STATIC / "favicon.svg",
    ]
    faces = [
        STATIC / f"fonts/web/source-sans-3-latin-{face}.woff2"
        for face in ("400-normal", "600-normal")
    ]
    weight = sum(len(gzip.compress(path.read_bytes())) for path in text if path.exists())
    assert weight + sum(path.stat().st_size for path in faces) < 60_000
