"""What every report has in common: letterhead, people, the sentence on what is left out, limits, footer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from practice.accounts.models import Installation, User
from practice.caseload import rules as caseload
from practice.caseload.queries import Case
from practice.outcomes import queries as outcomes
from practice.reports.document import (
    NOT_FOR_COURT,
    Kind,
    Letterhead,
    Participant,
    Period,
    ReportDocument,
    Section,
)

TITLES: dict[str, tuple[str, str]] = {
    "R1": ("Conjoint intake report", "Intake report"),
    "R2": ("Individual intake addendum", "Intake addendum"),
    "R3": ("Clinician case file", "Case file"),
    "R4": ("Conjoint progress report", "Progress report"),
    "R5": ("Individual progress report", "Individual progress report"),
}
PURPOSES = {
    "R1": "To bring together what you both chose to share at the start, and to agree on what to work on.",
    "R2": "To bring together what you shared alone at the start, for you and your clinician.",
    "R3": "Working file of the care team. It holds private material of both people, kept apart by person.",
    "R4": "To look back together on the work so far and to agree on what comes next.",
    "R5": "To look back on your own part of the work, for you and your clinician.",
}
READERS = {
    "R1": "Both partners, and the care team.",
    "R2": "{name}, and the care team. Nobody else.",
    "R3": "The care team only. Not for release to anyone.",
    "R4": "Both partners, and the care team.",
    "R5": "{name}, and the care team. Nobody else.",
}
FICTIONAL = "Practice couple, not real people"
LIMITS = (
    "Questionnaires in this report are for screening, not diagnosis. A score is one view on one day.",
    "Change is called reliable when it is larger than the measure's own error; the value used is named beside it.",
    "This report is not an opinion on custody, fault or compatibility, and not for legal use.",
    "In danger, call emergency services. Help lines stand on the page \u201cHelp and support\u201d, the same for everyone.",
)


@dataclass(frozen=True)
class Frame:
    """Who writes, for whom, about which days."""

    case: Case
    kind: Kind
    side: str | None
    installation: Installation
    clinician: User
    today: date
    policy: str
    # Measures (and goal attainment) that both agree to show at this moment: asked before the scope is narrowed.
    agreed: frozenset[str]
    period: Period | None = None

    @property
    def names(self) -> dict[str, str]:
        """Return how each wishes to be named, by side."""
        return {s: p.first_name for s, p in self.case.partners.items()}

    def shared(self) -> dict[str, Any]:
        """Return the frozen copies of what was released and both still agree to show, by measure."""
        rows = outcomes.shared(self.case)
        return {row.measure_id: row.content for row in rows if row.measure_id in self.agreed}

    def document(self, lead: tuple[str, ...], sections: tuple[Section, ...]) -> ReportDocument:
        """Return the whole document around its sections."""
        title, neutral = TITLES[self.kind]
        people = [self.case.partners[self.side]] if self.side else [self.case.a, self.case.b]
        return ReportDocument(
            kind=self.kind,
            title=title,
            neutral_title=neutral,
            letterhead=self._letterhead(),
            participants=tuple(Participant(p.name, p.pronouns) for p in people),
            date=self.today,
            period=self.period,
            purpose=PURPOSES[self.kind],
            readers=READERS[self.kind].format(name=people[0].first_name),
            lead=lead,
            sections=sections,
            left_out_sentence=caseload.sentence("withheld_content_sentence"),
            limits=LIMITS,
            not_for_release=self.kind == "R3",
            footer_note=FICTIONAL if self.case.couple.is_fictional else NOT_FOR_COURT,
        )

    def _letterhead(self) -> Letterhead:
        clinician = ", ".join(
            part for part in (self.clinician.name, self.clinician.credentials) if part
        )
        phone = (
            f"Telephone {self.installation.phone}, {self.installation.hours}"
            if self.installation.phone
            else ""
        )
        fictional = FICTIONAL if self.case.couple.is_fictional else ""
        return Letterhead(
            self.installation.practice_name, tuple(x for x in (clinician, phone, fictional) if x)
        )
