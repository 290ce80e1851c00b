"""Reading the intake: a partner's own sections and how they stand; both sides for the care team."""

from __future__ import annotations

from practice.intake.queries.care import (
    CareIntake,
    ClinicianFields,
    Reading,
    clinician_fields,
    intake_of,
    reading_of,
    written_by_clinician,
)
from practice.intake.queries.own import OwnIntake, own_intake, own_section, sent_sections
from practice.intake.queries.sections import Section, library, sections_in, taken_back

__all__ = [
    "CareIntake",
    "ClinicianFields",
    "OwnIntake",
    "Reading",
    "Section",
    "clinician_fields",
    "intake_of",
    "library",
    "own_intake",
    "own_section",
    "reading_of",
    "sections_in",
    "sent_sections",
    "taken_back",
    "written_by_clinician",
]
