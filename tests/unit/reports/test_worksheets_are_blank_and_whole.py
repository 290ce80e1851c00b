from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from practice.catalogue.definition import (
    Audience,
    ExerciseDefinition,
    FieldType,
    Kind,
    Needs,
    Stage,
    Visibility,
)
from practice.catalogue.loading import load_definitions
from practice.reports.building.controls import columns_for
from practice.reports.building.worksheet import NOT_WATCHED, Paperwork, worksheet_of
from practice.reports.document import (
    AskedOnPaper,
    DocumentError,
    Letterhead,
    Worksheet,
    printed_from_json,
)
from practice.reports.render import to_html

HEAD = Letterhead("Practice")
PAPER = Paperwork(HEAD, names=("Amara", "Daniel"))
EVERY = list(load_definitions().values())


def sheet(slug: str, paperwork: Paperwork = PAPER) -> Worksheet:
    made = worksheet_of(load_definitions()[slug], paperwork)
    assert made is not None
    return made


def questions(made: Worksheet) -> list[AskedOnPaper]:
    return [q for part in made.parts for run in part.runs for q in run.questions]


@pytest.mark.parametrize("definition", EVERY, ids=lambda one: one.slug)
def test_everything_its_author_answers_is_on_the_sheet_and_nothing_else(
    definition: ExerciseDefinition,
) -> None:
    made = worksheet_of(definition, PAPER)
    assert made is not None
    own = [f for stage in Stage for f in definition.fields if f.stage is stage]
    asked = [f.prompt for f in own if f.by is Audience.AUTHOR]
    assert [q.prompt for q in questions(made)] == asked
    assert made.title == definition.neutral_title


@pytest.mark.parametrize("definition", EVERY, ids=lambda one: one.slug)
def test_a_sheet_is_stored_read_back_and_written_as_a_page(definition: ExerciseDefinition) -> None:
    made = worksheet_of(definition, PAPER)
    assert made is not None
    assert printed_from_json(made.to_json()) == made
    html = to_html(made)
    assert f"<title>{made.title}</title>".replace("'", "&#39;") in html
    assert re.findall(r"<h([1-6])", html)[0] == "1"


def test_questions_are_numbered_as_they_are_entered_from_paper() -> None:
    made = sheet("hb-boundaries")
    assert [[q.number for run in part.runs for q in run.questions] for part in made.parts] == [
        [1, 2, 3],
        [1],
    ]


def test_what_both_write_stands_on_a_sheet_of_its_own() -> None:
    alone = sheet("hb-boundaries", replace(PAPER, stages=(Stage.ALONE,)))
    assert len(alone.parts) == 1
    assert alone.parts[0].title == ""
    assert [part.title for part in sheet("hb-boundaries").parts] == [
        "For each of you, alone",
        "Together, on one sheet",
    ]


def test_the_names_of_the_couple_stand_where_options_mean_them() -> None:
    html = to_html(sheet("cc-timeout-agreement"))
    assert "Amara" in html
    assert "Daniel" in html


def test_what_needs_a_consent_is_left_out_without_it() -> None:
    without = replace(PAPER, without={Needs.SEXUAL_CONTENT_CONSENT})
    assert worksheet_of(load_definitions()["sc-topic-comfort"], without) is None
    prompts = " ".join(q.prompt for q in questions(sheet("df-closeness-circles", without)))
    assert "exual" not in prompts


def test_a_sheet_with_a_private_alert_says_that_paper_is_not_watched() -> None:
    for definition in EVERY:
        made = worksheet_of(definition, PAPER)
        if made and any(f.visibility is Visibility.FLAG for f in definition.fields):
            assert NOT_WATCHED in made.closing


def test_who_will_see_it_stands_above_every_run_of_questions() -> None:
    made = sheet("sc-topic-comfort")
    lines = [run.who_sees for part in made.parts for run in part.runs]
    assert all(lines)
    assert all(one != other for one, other in pairwise(lines))


def test_a_condition_is_said_in_the_words_and_numbers_of_the_sheet() -> None:
    found = [
        question.condition
        for definition in EVERY
        if (made := worksheet_of(definition, PAPER))
        for question in questions(made)
        if question.condition
    ]
    assert found
    for words in found:
        assert re.fullmatch(r"Only if you ticked “.+” in [0-9]+\.", words)


def test_sources_of_a_card_are_not_printed() -> None:
    for definition in EVERY:
        if definition.kind is Kind.READING and definition.reading:
            html = to_html(sheet(definition.slug))
            assert definition.reading.body[0].split(".")[0].split("'")[0] in html
            assert not [s for s in definition.reading.sources if s in html]


def test_tables_begin_empty_and_long_lists_stand_above_them() -> None:
    html = to_html(sheet("hb-boundaries"))
    assert "<strong>Area:</strong> body and touch, sex, time" in html
    assert html.count("<tr>") > 6
    table = next(f for f in load_definitions()["hb-boundaries"].fields if f.type is FieldType.TABLE)
    assert table.max_rows >= 6


@pytest.mark.parametrize(
    ("labels", "columns"),
    [(("Yes", "No"), 0), (("Yes",) * 12, 4), (("x" * 30,) * 5, 2), (("x" * 80, "y" * 90), 1)],
)
def test_boxes_stand_in_as_many_columns_as_fit(labels: tuple[str, ...], columns: int) -> None:
    assert columns_for(labels) == columns


def test_a_sheet_that_asks_nothing_is_refused() -> None:
    with pytest.raises(DocumentError):
        Worksheet("Title", HEAD, (), ())


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b'{"is":"Somebody"}', b'{"is":"Worksheet"}'])
def test_anything_else_is_not_printed(raw: bytes) -> None:
    with pytest.raises(DocumentError):
        printed_from_json(raw)
