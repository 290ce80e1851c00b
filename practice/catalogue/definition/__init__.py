"""The words an exercise is described in: frozen data, no behaviour beyond looking itself up.

A definition is written as a JSON file (``definitions/<slug>.json``), checked by ``schema.json`` and never
changed once given to anyone: a new wording is a new version.
"""

from __future__ import annotations

from dataclasses import dataclass

from practice.catalogue.definition.parts import (
    Alert,
    Column,
    Condition,
    Gates,
    Option,
    OptionGroup,
    Reading,
    ReleaseRows,
    Row,
    Scale,
    Schedule,
    ShowsPage,
)
from practice.catalogue.definition.question import (
    FieldDefinition,
)
from practice.catalogue.definition.words import (
    Audience,
    FieldType,
    Flow,
    Gate,
    Kind,
    Needs,
    Picture,
    ScheduleKind,
    Stage,
    Visibility,
    Who,
    WrittenBy,
)
from practice.catalogue.scores import Score

__all__ = [
    "Alert",
    "Audience",
    "Column",
    "Condition",
    "ExerciseDefinition",
    "FieldDefinition",
    "FieldType",
    "Flow",
    "Gate",
    "Gates",
    "Kind",
    "Needs",
    "Option",
    "OptionGroup",
    "Picture",
    "Reading",
    "ReleaseRows",
    "Row",
    "Scale",
    "Schedule",
    "ScheduleKind",
    "ShowsPage",
    "Stage",
    "Visibility",
    "Who",
    "WrittenBy",
]


@dataclass(frozen=True, slots=True)
class ExerciseDefinition:
    """One exercise, section of the intake, or card to read, in one version.

    ``code`` is the name it has in the concept map (``IN-4``, ``PE-1``); ``stage`` the part of the intake it belongs to, 1 to 4;
    ``content_note`` what to know before opening it.
    """

    slug: str
    version: str
    title: str
    neutral_title: str
    module: str
    purpose: str
    who: Who
    minutes: int
    gates: Gates
    schedule: Schedule
    fields: tuple[FieldDefinition, ...]
    scores: tuple[Score, ...] = ()
    cadence: str = ""
    scoring: str = ""
    contraindications: str = ""
    evidence: str = ""
    notes: tuple[str, ...] = ()
    crisis_footer: bool = False
    needs: Needs | None = None
    kind: Kind = Kind.EXERCISE
    code: str = ""
    stage: int = 0
    content_note: str = ""
    reading: Reading | None = None
    concepts: tuple[str, ...] = ()

    def field(self, key: str) -> FieldDefinition:
        """Return the question named ``key``; raise :class:`KeyError`."""
        return {candidate.key: candidate for candidate in self.fields}[key]

    @property
    def opened_by_clinician(self) -> bool:
        """G2 work, and work marked so, is opened by the clinician and never by itself (D3, D4)."""
        return self.gates.clinician_opens or self.gates.fill is Gate.G2
