"""The intake in reports: the case file holds what the care team may read of both, and a conjoint report only what was opened."""

from __future__ import annotations

from practice.catalogue.definition import Kind
from practice.lib import clock
from practice.reports import services
from practice.reports.building import intake_lists
from practice.reports.document import ReportDocument
from tests.integration.reports import canaries
from tests.integration.reports.conftest import LOCKED, Told
from tests.integration.reports.test_report_takes_up_only_what_is_listed import DEFINITIONS, held

INTAKE = {s for s, d in DEFINITIONS.items() if d.kind is Kind.INTAKE}


def compiled(told: Told, kind: str, side: str | None = None) -> ReportDocument:
    with clock.set_to(LOCKED), told.house.reading():
        return services.document_of(told.house.case("imani"), kind, side)


def intake_in(document: ReportDocument) -> set[tuple[str, str, str]]:
    return {place for place in held(document.to_json().decode()) if place[0] in INTAKE}


def test_the_case_file_holds_both_and_nothing_that_is_never_reported(told: Told) -> None:
    found = intake_in(compiled(told, "R3"))
    listed = intake_lists.CLINICIAN["R3"]
    expected = {
        place
        for place in canaries.every(list(DEFINITIONS.values())).values()
        if place[0] in INTAKE and place[1] in listed.get(place[0], ())
    }
    assert found == expected


def test_a_conjoint_report_holds_what_was_opened_of_each_section(told: Told) -> None:
    found = {place[:2] for place in intake_in(compiled(told, "R1"))}
    assert ("in-hopes", "main_concern") in found
    assert ("in-strengths", "works") in found
    assert {slug for slug, _ in found} <= set(told.released)
    sections = [s.id for s in compiled(told, "R1").sections]
    asked = ["who", "wants", "strengths", "story", "closeness", "conflict", "stress", "families"]
    assert [s for s in sections if s in asked] == asked


def test_nobodys_own_report_holds_a_word_of_the_other(told: Told) -> None:
    assert {place[2] for place in intake_in(compiled(told, "R2", "a"))} == {"a"}
    assert {place[2] for place in intake_in(compiled(told, "R5", "b"))} == {"b"}


def test_an_own_report_has_a_section_for_each_of_the_intake(told: Told) -> None:
    titles = [s.title for s in compiled(told, "R2", "a").sections]
    assert titles[:3] == [
        "About you and how to reach you",
        "What brings you here",
        "Your story so far",
    ]
    assert "Health and rest" in titles
    assert "Hard experiences" not in titles
