"""Every word of the catalogue against the seven guards: a word list each, and what is allowed with its reason."""

from __future__ import annotations

import ast
import dataclasses
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import practice
from practice.catalogue.loading import load_definitions
from practice.measures import exercises

GUARDS: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("seven_guards.json").read_text(encoding="utf-8")
)
PRACTICE = Path(practice.__path__[0])
PATHWAYS = PRACTICE / "pathways" / "definitions"
POLICIES = PRACTICE / "caseload" / "texts" / "policies.json"
SAFETY_CHECK = PRACTICE / "safety" / "private_check.json"
# Names that no one reads.
UNREAD = {
    "slug",
    "version",
    "key",
    "value",
    "code",
    "concepts",
    "word_list",
    "evidence",
    "see_also",
    "opt_out",
    "exercise",
    "case",
}
each_guard = pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard["guard"])


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Every text of exercises, intake, cards, pathways and policies by its place, and every sentence of the figures."""
    found = [text for whole in load_definitions().values() for text in _read(whole, whole.slug)]
    for path in sorted(Path(exercises.__path__[0]).glob("*.py")):
        found += [(path.name, sentence) for sentence in _sentences(ast.parse(path.read_text()))]
    for path in (*sorted(PATHWAYS.glob("*.json")), POLICIES, SAFETY_CHECK):
        found += _strings(json.loads(path.read_text(encoding="utf-8")), path.name)
    return tuple(found)


def _read(part: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, str):
        yield place, part
    elif isinstance(part, tuple):
        for one in part:
            yield from _read(one, f"{place}.{getattr(one, 'key', getattr(one, 'value', ''))}")
    elif dataclasses.is_dataclass(part):
        for member in dataclasses.fields(part):
            if member.name not in UNREAD:
                yield from _read(getattr(part, member.name), f"{place}.{member.name}")


def _strings(part: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, str):
        yield place, part
    for one in part if isinstance(part, list) else []:
        yield from _strings(one, place)
    for name, one in part.items() if isinstance(part, dict) else []:
        if name not in UNREAD:
            yield from _strings(one, f"{place}.{name}")


def _sentences(tree: ast.Module) -> Iterator[str]:
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def broken(guard: dict[str, Any], place: str, text: str) -> list[str]:
    for allowed in guard["allowed"]:
        if place.split(".", maxsplit=1)[0] in allowed["at"]:
            text = text.replace(allowed["text"], "")
    return [
        match.group()
        for words in guard["words"]
        for match in re.finditer(rf"\b(?:{words})(?!\w)", text, re.IGNORECASE)
    ]


def test_there_are_seven() -> None:
    assert len(GUARDS) == 7


@each_guard
def test_no_text_breaks_it(guard: dict[str, Any]) -> None:
    assert [
        (place, text, hits) for place, text in texts() if (hits := broken(guard, place, text))
    ] == []


@each_guard
def test_what_is_allowed_has_a_reason_and_is_still_said(guard: dict[str, Any]) -> None:
    for allowed in guard["allowed"]:
        assert len(allowed["reason"]) > 10
        said_at = {place.split(".")[0] for place, text in texts() if allowed["text"] in text}
        assert said_at.issuperset(allowed["at"]), allowed["text"]
        assert broken(guard, "elsewhere", allowed["text"]), allowed["text"]


@pytest.mark.parametrize(
    ("guard", "sentence"),
    list(
        zip(
            GUARDS,
            [
                "You need to stay and save the marriage.",
                "A partner owes sex now and then.",
                "Tell each other everything, with no secrets.",
                "Forgive and put up with it.",
                "Your partner is a sex addict.",
                "Ask your husband or wife.",
                "It is normal that 40 % of women fail to climax.",
            ],
            strict=True,
        )
    ),
)
def test_a_sentence_that_breaks_it_is_found(guard: dict[str, Any], sentence: str) -> None:
    assert broken(guard, "elsewhere", sentence)
