"""What was sent, to read again in the wording it was asked in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from practice.caseload.queries import Case
from practice.catalogue.presenters import ReadAnswer, read_answers
from practice.catalogue.rules import with_partner_names
from practice.portal.queries import Written


@dataclass(frozen=True, slots=True)
class WritingView:
    """One thing written: its neutral title, when it was sent, and the answers in the order asked."""

    title: str
    sent_at: datetime
    answers: tuple[ReadAnswer, ...]


def writing_view(case: Case, written: Written) -> WritingView:
    """Return what was sent in words; questions that were not answered are left out."""
    a, b = case.a.first_name, case.b.first_name
    fields = [with_partner_names(field, a, b) for field in written.definition.fields]
    return WritingView(
        title=written.definition.neutral_title,
        sent_at=written.submission.submitted_at,
        answers=read_answers(fields, written.submission.answers, with_unanswered=False),
    )
