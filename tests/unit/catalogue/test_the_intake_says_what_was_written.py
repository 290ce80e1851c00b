from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue.converting import SOURCE, Decision, read_decisions
from practice.catalogue.converting.intake import convert_intake, read_intake, slug_of
from practice.catalogue.definition import Audience, FieldDefinition, Flow, Kind
from practice.catalogue.loading import definition_from_json, definition_to_json, load_definitions
from practice.catalogue.rules import visible_fields
from practice.safety.rules import private_check

SECTIONS = read_intake((SOURCE / "intake.json").read_text(encoding="utf-8"))
DECISIONS = read_decisions(SOURCE / "intake_decisions.json")
SHIPPED = {s: d for s, d in load_definitions().items() if d.kind is Kind.INTAKE}
FIELDS = [(section, field) for section in SECTIONS for field in section["fields"]]
# The one thing about the questions themselves that a decision says in another way.
RATINGS = {"readiness", "pacing"}


def name_of(value: Any) -> str:
    return f"{value['id']}.{value['key']}" if "key" in value else str(value.get("id", ""))


def shipped(section: dict[str, Any], written: dict[str, Any]) -> FieldDefinition:
    return SHIPPED[slug_of(section)].field(written["key"])


def same_words(mine: str, written: str) -> bool:
    """Labels begin with a capital here, as everywhere."""
    return mine == written[:1].upper() + written[1:]


def test_all_nineteen_sections_are_shipped_with_their_220_questions_in_order() -> None:
    assert {slug_of(s): s["id"] for s in SECTIONS} == {s: d.code for s, d in SHIPPED.items()}
    assert len(SECTIONS) == 19
    assert len(FIELDS) == 220
    for section in SECTIONS:
        keys = [field.key for field in SHIPPED[slug_of(section)].fields]
        assert keys == [field["key"] for field in section["fields"]]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: str(section["id"]))
def test_a_section_says_what_was_written(section: dict[str, Any]) -> None:
    found = SHIPPED[slug_of(section)]
    assert (found.title, found.neutral_title) == (section["title"], section["neutral_title"])
    assert (found.purpose, found.minutes) == (section["purpose"], section["minutes"])
    assert (found.stage, found.content_note) == (section["stage"], section["content_note"] or "")
    assert (found.needs is not None) == ("needs" in section)


@pytest.mark.parametrize(
    ("section", "written"), FIELDS, ids=[f"{s['id']}.{f['key']}" for s, f in FIELDS]
)
def test_a_question_is_asked_as_it_was_written(
    section: dict[str, Any], written: dict[str, Any]
) -> None:
    found = shipped(section, written)
    assert (found.type, found.visibility) == (written["type"], written["vis"])
    assert (found.stage, found.by) == (written["stage"], written["by"])
    assert (found.prompt, found.hint) == (written["prompt"], written["hint"])
    assert found.text == written.get("text", "")
    assert found.unit == written.get("unit", "")
    assert (found.min, found.max) == (written.get("min"), written.get("max"))
    assert found.max_choices == written.get("max_choices", 0)
    assert (found.min_rows, found.max_rows) == (
        written.get("min_rows", 0),
        written.get("max_rows", 0),
    )
    for end in ("low", "high"):
        assert same_words(getattr(found, end), written.get(end, ""))


@pytest.mark.parametrize(
    ("section", "written"), FIELDS, ids=[f"{s['id']}.{f['key']}" for s, f in FIELDS]
)
def test_its_answers_are_those_that_were_written(
    section: dict[str, Any], written: dict[str, Any]
) -> None:
    found = shipped(section, written)
    if written["type"] == "body_map":
        regions = [option.label for option in found.options]
        assert all(map(same_words, regions, written["regions"]))
        assert len(regions) == len(written["regions"])
    else:
        same_lists(found.options, written.get("options", ()))
    if written["key"] not in RATINGS:
        same_lists(found.rows, written.get("rows", ()))
    same_lists(found.scale.points if found.scale else (), written.get("scale", ()))
    columns = written.get("columns", ())
    assert [(c.key, c.type) for c in found.columns] == [(c["key"], c["type"]) for c in columns]
    for column, one in zip(found.columns, columns, strict=True):
        assert same_words(column.label, one["label"])
        same_lists(column.options, one.get("options", ()))


def same_lists(found: Any, written: Any) -> None:
    assert [one.value for one in found] == [str(one["value"]) for one in written]
    assert all(same_words(f.label, w["label"]) for f, w in zip(found, written, strict=True))


@pytest.mark.parametrize(
    ("section", "written"), FIELDS, ids=[f"{s['id']}.{f['key']}" for s, f in FIELDS]
)
def test_its_rules_are_those_that_were_written(
    section: dict[str, Any], written: dict[str, Any]
) -> None:
    found = shipped(section, written)
    by_clinician = written["by"] == "clinician"
    assert found.required is written["required"]
    assert found.skip is (written["skip"] and not by_clinician)
    assert found.protected is written["protected"]
    assert (found.needs is not None) == ("needs" in written)
    condition = written["condition"]
    expected = (condition["field"], tuple(condition["is"])) if condition else None
    assert (found.condition and (found.condition.field, found.condition.any_of)) == expected
    alert = written.get("alert")
    assert bool(found.alert) is (alert is not None)
    if found.alert:
        at_most = alert["max"] if isinstance(alert, dict) else None
        values = () if isinstance(alert, dict) else tuple(alert)
        assert (found.alert.max, found.alert.values) == (at_most, values)
    shows = (found.shows.page, list(found.shows.values)) if found.shows else (None, None)
    assert shows == (written.get("shows"), written.get("shows_on"))
    assert found.concepts == tuple(written["concepts"])
    named = {name: may for name, may in written["reports"].items() if may != "never"}
    assert dict(found.reports) == named


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: str(section["id"]))
def test_the_definition_is_what_the_converter_makes(section: dict[str, Any]) -> None:
    made = convert_intake(SECTIONS, DECISIONS)[slug_of(section)]
    assert definition_to_json(SHIPPED[slug_of(section)]) == definition_to_json(
        definition_from_json(made)
    )


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda one: one.reason[:40])
def test_a_decision_has_a_reason_and_every_place_of_it_makes_a_difference(
    decision: Decision,
) -> None:
    assert len(decision.reason) > 20
    decided = convert_intake(SECTIONS, DECISIONS)
    for place in decision.places:
        rest = {at: parts for at, parts in decision.places.items() if at != place}
        without = [Decision(d.reason, rest) if d is decision else d for d in DECISIONS]
        slug = place.partition(".")[0]
        assert convert_intake(SECTIONS, without)[slug] != decided[slug]


def test_some_sections_never_change_their_length() -> None:
    for code in ("IN-3", "IN-6", "IN-9", "IN-13", "IN-15", "IN-16"):
        section = next(d for d in SHIPPED.values() if d.code == code)
        assert all(field.condition is None for field in section.fields)


def test_four_questions_alone_are_required() -> None:
    required = [f.key for d in SHIPPED.values() for f in d.fields if f.required]
    assert sorted(required) == ["adult", "care_agreed", "policy_agreed", "signature"]


def test_the_four_parts_take_fifteen_to_twenty_minutes() -> None:
    for stage in (1, 2, 3, 4):
        assert 15 <= sum(d.minutes for d in SHIPPED.values() if d.stage == stage) <= 20


def test_consents_and_the_private_check_are_asked_on_pages_of_their_own() -> None:
    flows = {(d.code, f.key): f.flow for d in SHIPPED.values() for f in d.fields if f.flow}
    assert {code for code, _ in flows} == {"IN-2", "IN-3"}
    here = {f.key for f in SHIPPED["in-consents"].fields if not f.flow}
    assert here == {"notice_received", "not_watched", "outcome_use", "students", "recording"}
    assert all(f.flow is Flow.SAFETY_CHECK for f in SHIPPED["in-private-check"].fields)


@pytest.mark.parametrize("audience", list(Audience))
def test_no_form_of_ours_asks_them(audience: Audience) -> None:
    asked = visible_fields(
        SHIPPED["in-private-check"], {}, audience=audience, has_sexual_consent=True
    )
    assert asked == ()


def test_the_private_check_asks_the_questions_that_were_written() -> None:
    written = next(section for section in SECTIONS if section["id"] == "IN-3")
    asked = private_check()
    assert [(q.key, q.prompt, q.hint) for q in asked.questions] == [
        (f["key"], f["prompt"], f["hint"]) for f in written["fields"]
    ]
    offered = [(o["value"], o["label"]) for o in written["fields"][0]["options"]]
    assert list(asked.options) == offered
    assert (asked.title, asked.minutes) == (written["neutral_title"], written["minutes"])
    assert asked.content_note == written["content_note"]


def test_an_answer_that_a_conjoint_report_may_show_is_one_that_can_be_released() -> None:
    for definition in SHIPPED.values():
        for field in definition.fields:
            for report in ("R1", "R4", "R6", "R7", "R8", "R10"):
                may = field.reports.get(report)
                assert may is None or (may, field.visibility) == ("released words", "reveal")
