"""The questions of the Private Safety Check, when they are due, and what weight their answers carry.

The questions are our own wording and the same for everyone (clinical workflow D3); they are read once from their data
file. Nothing in here is ever told to the person who answers.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from practice.measures.safety_check import Tier, tier

SKIPPED = {"skipped": True}
# Asked again after 90 days (D3), counted from this person's own last answers alone.
ASK_AGAIN_AFTER = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Question:
    """One question, answered by one of the options or, where ``in_words``, in the person's own words."""

    key: str
    prompt: str
    hint: str
    in_words: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One page of questions."""

    key: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class PrivateCheck:
    """The whole check, with the note that stands before it."""

    version: str
    title: str
    minutes: int
    content_note: str
    options: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return all questions in the order asked."""
        return tuple(question for part in self.parts for question in part.questions)

    def part(self, key: str) -> Part | None:
        """Return the part with this key, or None."""
        return next((part for part in self.parts if part.key == key), None)

    def after(self, part: Part) -> Part | None:
        """Return the part that follows, or None after the last."""
        following = self.parts[self.parts.index(part) + 1 :]
        return following[0] if following else None

    def words_of(self, value: object) -> str | None:
        """Return the label of an option, or None for anything else."""
        return next((label for option, label in self.options if option == value), None)


@lru_cache(maxsize=1)
def private_check() -> PrivateCheck:
    """Return the check as shipped."""
    path = Path(__file__).parent / "private_check.json"
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return PrivateCheck(
        version=raw["version"],
        title=raw["title"],
        minutes=raw["minutes"],
        content_note=raw["content_note"],
        options=tuple((one["value"], one["label"]) for one in raw["options"]),
        parts=tuple(_part(one) for one in raw["parts"]),
    )


def _part(raw: dict[str, Any]) -> Part:
    return Part(raw["key"], tuple(_question(one) for one in raw["questions"]))


def _question(raw: dict[str, Any]) -> Question:
    return Question(raw["key"], raw["prompt"], raw["hint"], raw["kind"] == "words")


def is_due(last_sent_at: datetime | None, now: datetime) -> bool:
    """Return whether the questions stand on this person's list: never sent, or sent 90 days ago or longer."""
    return last_sent_at is None or now - last_sent_at >= ASK_AGAIN_AFTER


def tier_of(answers: dict[str, Any]) -> Tier:
    """Return the tier of one person's answers; words and skipped questions are taken as they are (D3)."""
    return tier(answers)


def is_heavy(found: int) -> bool:
    """Return whether a check of this tier goes before everything else on the clinician's list."""
    return found >= Tier.URGENT
