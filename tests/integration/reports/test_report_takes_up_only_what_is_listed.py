"""D9: build by allow-list. Every question of every exercise holds a word of its own; a report shows those it names, and no other."""

from __future__ import annotations

import pytest

from practice.catalogue.fields import display
from practice.catalogue.loading import load_definitions
from practice.lib import clock
from practice.measures import registry
from practice.reports import services
from practice.reports.building import allow_lists
from practice.reports.building.conjoint import is_own_words
from practice.reports.document import ReportDocument
from practice.reports.sandbox import render_pdf
from tests.factories.crawl import pdf_words, squeeze
from tests.integration.reports import canaries
from tests.integration.reports.conftest import LOCKED, Told

DEFINITIONS = load_definitions()
EVERY = canaries.every(list(DEFINITIONS.values()))
REPORTS = [("R1", None), ("R4", None), ("R2", "a"), ("R2", "b"), ("R5", "a"), ("R5", "b")]
IDS = [f"{kind}{side or ''}" for kind, side in REPORTS]


def compiled(told: Told, kind: str, side: str | None) -> ReportDocument:
    with clock.set_to(LOCKED), told.house.reading():
        return services.document_of(told.house.case("imani"), kind, side)


def allowed(told: Told, kind: str, side: str | None) -> set[tuple[str, str, str]]:
    """Which canaries a report may hold by its list: of what was opened, or of one's own."""
    if kind in allow_lists.INDIVIDUAL:
        listed = allow_lists.INDIVIDUAL_FIELDS[kind]
        return {t for t in EVERY.values() if t[2] == side and t[1] in listed.get(t[0], ())}
    listed = allow_lists.CONJOINT_FIELDS[kind]
    opened = {
        t
        for t in EVERY.values()
        if t[1] in listed.get(t[0], ()) and t[1] in told.released.get(t[0], ())
    }
    # A form of both was written by one of them, and signed by both.
    return opened | {t for t in EVERY.values() if t[0] in allow_lists.JOINT_FORMS and t[2] == "a"}


def held(text: str) -> set[tuple[str, str, str]]:
    squeezed = squeeze(text)
    return {place for word, place in EVERY.items() if word in squeezed}


@pytest.mark.parametrize(("kind", "side"), REPORTS, ids=IDS)
def test_only_listed_questions_stand_in_the_data(told: Told, kind: str, side: str | None) -> None:
    document = compiled(told, kind, side)
    assert held(document.to_json().decode()) <= allowed(told, kind, side)


@pytest.mark.parametrize(("kind", "side"), REPORTS, ids=IDS)
def test_the_file_holds_what_the_data_hold_and_no_more(
    told: Told, kind: str, side: str | None
) -> None:
    document = compiled(told, kind, side)
    assert held(pdf_words(render_pdf(document))) == held(document.to_json().decode())


@pytest.mark.parametrize(("kind", "side"), REPORTS, ids=IDS)
def test_what_is_listed_is_taken_up(told: Told, kind: str, side: str | None) -> None:
    """The tests above would pass on empty reports."""
    found = held(compiled(told, kind, side).to_json().decode())
    listed = {(slug, key) for slug, key, _ in found}
    assert len(listed) >= 2
    missing = allowed(told, kind, side) - found
    # Of good moments a report takes eight; everything else that may be there is there.
    assert kind == "R4" or missing == set()


def test_everything_that_can_be_opened_was_opened(told: Told) -> None:
    shown = {slug for fields in allow_lists.CONJOINT_FIELDS.values() for slug in fields}
    assert shown <= set(told.released)
    assert len(told.released) > 15


@pytest.mark.parametrize(("kind", "side"), REPORTS, ids=IDS)
def test_no_question_off_the_list_is_even_named(told: Told, kind: str, side: str | None) -> None:
    lists = allow_lists.CONJOINT_FIELDS if side is None else allow_lists.INDIVIDUAL_FIELDS
    listed = lists[kind]
    may_stand = {
        f.prompt
        for slug, d in DEFINITIONS.items()
        for f in d.fields
        if f.key in listed.get(slug, ()) or slug in allow_lists.JOINT_FORMS
    }
    text = compiled(told, kind, side).to_json().decode()
    off_list = {f.prompt for d in DEFINITIONS.values() for f in d.fields} - may_stand
    assert [p for p in off_list if len(p) > 25 and p in text] == []


@pytest.mark.parametrize("kind", ["R1", "R4"])
def test_a_conjoint_report_names_no_measure_but_those_that_can_be_shared(
    told: Told, kind: str
) -> None:
    text = compiled(told, kind, None).to_json().decode()
    others = [m for m in registry.all_measures() if m.id not in allow_lists.SHARED_MEASURES]
    assert [m.short_name for m in others if m.name in text or f'"{m.short_name}' in text] == []
    assert all(registry.get(m).name in text for m in ("csi-16", "rdas"))


@pytest.mark.parametrize(("kind", "side"), REPORTS, ids=IDS)
def test_screens_for_violence_stand_in_the_case_file_alone(
    told: Told, kind: str, side: str | None
) -> None:
    text = compiled(told, kind, side).to_json().decode()
    names = [registry.get(m).name for m in allow_lists.SCREENS]
    assert [n for n in names if n in text] == []
    case_file = compiled(told, "R3", None)
    assert case_file.not_for_release
    assert all(n in case_file.to_json().decode() for n in names)


@pytest.mark.parametrize(("kind", "side"), [r for r in REPORTS if r[1]], ids=IDS[2:])
def test_a_report_for_one_holds_no_goal_or_name_of_the_other(
    told: Told, kind: str, side: str
) -> None:
    text = compiled(told, kind, side).to_json().decode()
    other = "b" if side == "a" else "a"
    assert canaries.canary("goal", side) in text
    assert canaries.canary("goal", other) not in text
    assert {"a": "Amara", "b": "Daniel"}[other] not in text


@pytest.mark.parametrize("kind", ["R1", "R4"])
def test_a_report_for_both_holds_goals_of_both_only(told: Told, kind: str) -> None:
    text = compiled(told, kind, None).to_json().decode()
    assert canaries.canary("goal", "both") in text
    assert [s for s in "ab" if canaries.canary("goal", s) in text] == []


@pytest.mark.parametrize(("kind", "side"), REPORTS, ids=IDS)
def test_every_report_carries_the_sentence_on_what_is_left_out(
    told: Told, kind: str, side: str | None
) -> None:
    document = compiled(told, kind, side)
    assert document.left_out_sentence.startswith("Reports and pages may leave things out")
    assert document.left_out_sentence in pdf_words(render_pdf(document)).replace("\n", " ")


def test_a_table_of_free_words_is_quoted_with_consent_like_words_in_one_piece() -> None:
    listed = {
        (slug, key)
        for fields in allow_lists.CONJOINT_FIELDS.values()
        for slug, keys in fields.items()
        for key in keys
    }
    tables = {
        (slug, key)
        for slug, key in listed
        if canaries.has_words(DEFINITIONS[slug].field(key))
        and DEFINITIONS[slug].field(key).answer_type not in canaries.TEXTS
    }
    assert ("in-hopes", "goals_list") in tables
    for slug, key in tables:
        field = DEFINITIONS[slug].field(key)
        assert is_own_words(display(field, canaries.answer(slug, field, "a")))
