from __future__ import annotations

from collections import Counter

import pytest

from practice.catalogue.definition import FieldDefinition, Kind, Visibility
from practice.catalogue.loading import load_definitions
from practice.reports.building import allow_lists, intake_lists
from practice.reports.building.intake import R1_PLACES, R4_PLACES, Place

SECTIONS = {s: d for s, d in load_definitions().items() if d.kind is Kind.INTAKE}
FIELDS = [(slug, field) for slug, section in SECTIONS.items() for field in section.fields]
MAY = {
    "R1": ("released words", intake_lists.RELEASED),
    "R4": ("released words", intake_lists.RELEASED),
    "R2": ("author only", intake_lists.AUTHOR),
    "R5": ("author only", intake_lists.AUTHOR),
    "R3": ("clinician only", intake_lists.CLINICIAN),
}


def pairs(lists: dict[str, frozenset[str]]) -> set[tuple[str, str]]:
    return {(slug, key) for slug, keys in lists.items() for key in keys}


@pytest.mark.parametrize("report", sorted(MAY))
def test_a_list_holds_what_the_definitions_say_and_no_more(report: str) -> None:
    """Where this fails after a change of the intake: python scripts/write_intake_lists.py, and read what changed."""
    words, lists = MAY[report]
    expected = {(s, f.key) for s, f in FIELDS if f.reports.get(report) == words and f.flow is None}
    assert pairs(lists[report]) == expected
    assert expected


def test_what_is_never_in_a_report_is_on_no_list() -> None:
    listed = {pair for _, lists in MAY.values() for held in lists.values() for pair in pairs(held)}
    never = {(slug, field.key) for slug, field in FIELDS if not field.reports}
    assert ("in-about-you", "private_name") in never
    assert ("in-about-you", "contact_address") in never
    assert never & listed == set()


@pytest.mark.parametrize("report", ["R1", "R4"])
def test_only_what_may_be_released_stands_on_a_conjoint_list(report: str) -> None:
    by_key: dict[tuple[str, str], FieldDefinition] = {(s, f.key): f for s, f in FIELDS}
    for pair in pairs(intake_lists.RELEASED[report]):
        assert by_key[pair].visibility is Visibility.REVEAL
        assert not by_key[pair].protected


@pytest.mark.parametrize(("report", "places"), [("R1", R1_PLACES), ("R4", R4_PLACES)])
def test_every_listed_question_stands_in_one_section(
    report: str, places: tuple[Place, ...]
) -> None:
    placed = Counter((s, k) for p in places for s, keys in p.fields.items() for k in keys)
    assert set(placed) == pairs(intake_lists.RELEASED[report])
    assert set(placed.values()) == {1}


def test_the_reports_lists_take_the_intakes_in() -> None:
    for report in ("R1", "R4"):
        held = pairs(allow_lists.CONJOINT_FIELDS[report])
        assert pairs(intake_lists.RELEASED[report]) <= held
    for report in ("R2", "R5"):
        held = pairs(allow_lists.INDIVIDUAL_FIELDS[report])
        assert pairs(intake_lists.AUTHOR[report]) <= held
