"""View objects of the restricted record: the author's own answers in words, and the care team's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from practice.caseload import rules as agreements
from practice.caseload.models import AttentionItem, Signature
from practice.caseload.queries import Case
from practice.measures.safety_check import SuggestedStatus, Tier, suggested_status
from practice.safety.models import SafetyCheck
from practice.safety.rules import SKIPPED, PrivateCheck, Question, private_check

NOT_ANSWERED = "Not answered"
SKIPPED_WORDS = "Skipped"
TIER_WORDS = {
    Tier.NONE_DISCLOSED: "Tier 0: nothing disclosed",
    Tier.CLARIFY: "Tier 1: clarify in private",
    Tier.POSITIVE: "Tier 2: positive",
    Tier.URGENT: "Tier 3: urgent",
}
TIER_MEANS = {
    Tier.NONE_DISCLOSED: "Interview in private all the same. A negative screen is not proof of safety.",
    Tier.CLARIFY: "Hold a private clarifying interview before clearance.",
    Tier.POSITIVE: "No joint work. Individual interview, safety planning, consultation with someone trained in partner violence.",
    Tier.URGENT: "Make contact today, by the safe way below only. Individual safety planning.",
}
TIER_TONE = {
    Tier.NONE_DISCLOSED: "",
    Tier.CLARIFY: "",
    Tier.POSITIVE: "attention",
    Tier.URGENT: "danger",
}
SUGGESTION_WORDS = {
    SuggestedStatus.PENDING: "Pending: not everyone has answered yet",
    SuggestedStatus.CLEARED: "Nothing speaks against clearing, once both private interviews are done",
    SuggestedStatus.CLARIFY: "Clarify in private first",
    SuggestedStatus.INDIVIDUAL_ONLY: "Individual work only",
    SuggestedStatus.URGENT: "Urgent: individual work only",
}


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question with its answer in words. ``is_plain``: the answer that asks for nothing."""

    key: str
    prompt: str
    words: str
    is_plain: bool


@dataclass(frozen=True, slots=True)
class PartLines:
    """The answers of one page, with the key that leads back to it."""

    key: str
    lines: tuple[AnswerLine, ...]


def part_lines(check: PrivateCheck, answers: dict[str, Any]) -> tuple[PartLines, ...]:
    """Return all questions with their answers, page by page, for reading over before sending."""
    return tuple(
        PartLines(part.key, tuple(_line(check, q, answers.get(q.key)) for q in part.questions))
        for part in check.parts
    )


def answer_lines(answers: dict[str, Any]) -> tuple[AnswerLine, ...]:
    """Return all questions with their answers in words, in the order asked."""
    check = private_check()
    return tuple(_line(check, q, answers.get(q.key)) for q in check.questions)


def _line(check: PrivateCheck, question: Question, answer: Any) -> AnswerLine:
    if answer == SKIPPED:
        words = SKIPPED_WORDS
    elif question.in_words:
        words = answer or NOT_ANSWERED
    else:
        words = check.words_of(answer) or NOT_ANSWERED
    settled = "yes" if question.key == "s15" else "no"
    return AnswerLine(question.key, question.prompt, words, question.in_words or answer == settled)


@dataclass(frozen=True, slots=True)
class CheckView:
    """One check as the care team reads it."""

    id: UUID
    sent_at: datetime
    tier_words: str
    tier_means: str
    tone: str
    contact: str | None
    lines: tuple[AnswerLine, ...]
    is_viewable: bool

    @property
    def notable(self) -> tuple[AnswerLine, ...]:
        """Return the answers to talk about: all but the plain ones."""
        return tuple(line for line in self.lines if not line.is_plain)


@dataclass(frozen=True, slots=True)
class SideView:
    """One partner's checks, newest apart from the earlier ones."""

    side: str
    name: str
    newest: CheckView | None
    earlier: tuple[CheckView, ...]


@dataclass(frozen=True, slots=True)
class RecordView:
    """The whole restricted record of a couple."""

    suggestion: str
    sides: tuple[SideView, SideView]
    notes: tuple[str, ...]
    has_unseen: bool


def record_view(
    case: Case,
    checks: dict[str, list[SafetyCheck]],
    private_items: list[AttentionItem],
    signatures: dict[str, list[Signature]],
) -> RecordView:
    """Return the restricted record for the care team; never for a room view or for a partner."""
    tiers = {s: rows[0].answers["tier"] if rows else None for s, rows in checks.items()}
    return RecordView(
        suggestion=SUGGESTION_WORDS[suggested_status(tiers["a"], tiers["b"])],
        sides=(_side(case, "a", checks["a"]), _side(case, "b", checks["b"])),
        notes=(*_wishes(case, private_items), *_taken_back(case, signatures)),
        has_unseen=bool(private_items),
    )


def _side(case: Case, side: str, rows: list[SafetyCheck]) -> SideView:
    views = tuple(check_view(row) for row in rows)
    return SideView(side, case.partners[side].name, views[0] if views else None, views[1:])


def check_view(row: SafetyCheck) -> CheckView:
    """Return one check in words."""
    answers, found = row.answers["answers"], Tier(row.answers["tier"])
    contact = answers.get("s17")
    return CheckView(
        id=row.id,
        sent_at=row.sent_at,
        tier_words=TIER_WORDS[found],
        tier_means=TIER_MEANS[found],
        tone=TIER_TONE[found],
        contact=contact if isinstance(contact, str) else None,
        lines=answer_lines(answers),
        is_viewable=row.answers.get("safe_to_view") is True,
    )


def _wishes(case: Case, items: list[AttentionItem]) -> list[str]:
    """Return in words who would rather talk before signing."""
    names = {case.a.id: case.a.name, case.b.id: case.b.name}
    return [
        f"{names[item.source]} would rather talk about “{_title(item.reason['text_id'])}” first."
        for item in items
        if item.source in names and "text_id" in item.reason
    ]


def _taken_back(case: Case, signatures: dict[str, list[Signature]]) -> list[str]:
    """Return in words which consents were taken back and not given again."""
    return [
        f"{case.partners[side].name} took back “{_title(text_id)}”."
        for side, rows in signatures.items()
        for text_id, newest in {row.text_id: row for row in reversed(rows)}.items()
        if newest.revoked_at is not None
    ]


def _title(text_id: str) -> str:
    return str(agreements.signed_text(text_id)["title"])
