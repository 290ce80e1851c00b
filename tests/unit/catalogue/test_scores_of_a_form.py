"""A form's own scores: read from its definition, checked with place and reason, as private as what they rest on."""

from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue import loading
from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.fields import SKIPPED
from practice.catalogue.rules import raises_alert
from practice.catalogue.rules.scoring import MADE_HERE, form_figures

AGREE = [
    {"value": "no", "label": "No", "score": 0},
    {"value": "somewhat", "label": "Somewhat", "score": 1},
    {"value": "yes", "label": "Yes", "score": 2},
    {"value": "unsure", "label": "I would rather not say", "declines": True},
]


def question(key: str, **more: Any) -> dict[str, Any]:
    base = {
        "key": key,
        "type": "single_choice",
        "visibility": "own",
        "prompt": key,
        "options": AGREE,
    }
    return {**base, **more}


def item(name: str, **more: Any) -> dict[str, Any]:
    field, _, row = name.partition(".")
    return {"field": field, **({"row": row} if row else {}), **more}


def total(*names: str, **more: Any) -> dict[str, Any]:
    items = [item(name) for name in names]
    return {"key": "total", "label": "Total", "kind": "sum", "items": items, **more}


def form(*scores: dict[str, Any], fields: Any = ()) -> dict[str, Any]:
    return {
        "slug": "own-check",
        "version": "2026-11-1",
        "title": "Check",
        "neutral_title": "Check",
        "module": "Own",
        "purpose": "To look.",
        "who": "each_privately",
        "minutes": 5,
        "gates": {"fill": "G0", "show": "never"},
        "schedule": {"kind": "once"},
        "fields": [question("one"), question("two"), question("three"), *fields],
        **({"scores": list(scores)} if scores else {}),
    }


def read(*scores: dict[str, Any], fields: Any = ()) -> ExerciseDefinition:
    return loading.definition_from_json(form(*scores, fields=fields))


def test_points_add_up_and_a_band_is_named() -> None:
    bands = [{"from": 0, "to": 2, "label": "Low"}, {"from": 3, "to": 6, "label": "High"}]
    definition = read(total("one", "two", "three", bands=bands, direction="lower_better"))
    (figure,) = form_figures(definition, {"one": "yes", "two": "somewhat", "three": "no"})
    assert (figure.value, figure.low, figure.high) == (3, 0, 6)
    assert figure.words == f"3 on a scale from 0 to 6: High. {MADE_HERE}"
    assert figure.direction == "lower_better"
    assert not figure.validated


@pytest.mark.parametrize("gap", [dict(SKIPPED), "unsure", None])
def test_skipped_declined_and_absent_are_no_answer(gap: Any) -> None:
    answers = {"one": "yes", "two": "yes", "three": gap}
    (figure,) = form_figures(read(total("one", "two", "three")), answers)
    assert figure.value is None
    assert "2 of 3 were answered" in figure.words
    (prorated,) = form_figures(read(total("one", "two", "three", may_miss=1)), answers)
    assert prorated.value == 6
    assert "1 of 3 had no answer" in prorated.words


MATRIX = {
    "key": "week",
    "type": "likert_matrix",
    "visibility": "own",
    "prompt": "This week",
    "rows": [{"value": "heard", "label": "Heard"}, {"value": "tense", "label": "Tense"}],
    "scale": {
        "points": [{"value": str(n), "label": str(n)} for n in range(5)],
        "extra": [{"value": "na", "label": "Does not apply"}],
    },
}


def test_rows_count_one_by_one_and_may_be_reversed() -> None:
    score = total("week.heard") | {"items": [item("week.heard"), item("week.tense", reverse=True)]}
    definition = read(score, fields=[MATRIX])
    (figure,) = form_figures(definition, {"week": {"heard": "3", "tense": "1"}})
    assert figure.value == 6
    (gap,) = form_figures(definition, {"week": {"heard": "3", "tense": "na"}})
    assert gap.value is None


def test_ticks_ratings_and_numbers_have_points_too() -> None:
    fields = [
        question("ticks", type="multi_choice"),
        {"key": "rate", "type": "rating_0_10", "visibility": "own", "prompt": "Rate"},
        {
            "key": "n",
            "type": "number",
            "visibility": "own",
            "prompt": "How many",
            "min": 0,
            "max": 7,
        },
    ]
    definition = read(total("ticks", "rate", "n"), fields=fields)
    (figure,) = form_figures(definition, {"ticks": ["no", "yes"], "rate": 10, "n": 2.5})
    assert (figure.value, figure.low, figure.high) == (14.5, 0, 20)


def test_a_figure_is_as_private_as_its_most_private_input() -> None:
    (own,) = form_figures(read(total("one")), {"one": "yes"})
    assert own.privacy == "author"
    rating = {
        "key": "ready",
        "type": "clinician_rating",
        "visibility": "clin",
        "by": "clinician",
        "prompt": "Ready",
        "rows": [{"value": "calm", "label": "Calm"}],
        "max": 4,
    }
    definition = read(total("ready.calm"), fields=[rating])
    assert form_figures(definition, {"one": "yes"}) == ()
    (rated,) = form_figures(definition, {"ready": {"calm": 3}})
    assert rated.privacy == "clinician"
    both = question("both", visibility="joint", stage="together")
    (joint,) = form_figures(read(total("both"), fields=[both]), {"both": "yes"})
    assert joint.privacy == "joint"


TEXT = {"key": "words", "type": "long_text", "visibility": "own", "prompt": "Words"}
TOGETHER = question("both", visibility="joint", stage="together")
REPLY = question("reply", by="partner", stage="together", visibility="joint")
PART = {"key": "part", "label": "Part", "kind": "mean", "part_of": "total"}
RATE = {"key": "rate", "type": "rating_0_10", "visibility": "own", "prompt": "Rate"}


@pytest.mark.parametrize(
    ("scores", "fields", "place", "problem"),
    [
        ([total("four")], [], "total.items", "four is not a question here"),
        ([total("one", "one")], [], "total.items", "one stands twice"),
        ([total("words")], [TEXT], "total.items", "words has no points"),
        ([total("week")], [MATRIX], "total.items", "name one of its rows"),
        ([total("week.gone")], [MATRIX], "total.items", "week.gone is not a row"),
        ([total("one", "both")], [TOGETHER], "total.items", "different people"),
        ([total("reply")], [REPLY], "total.items", "only a person's own answers"),
        ([total("one"), total("two")], [], "total", "stands twice"),
        ([total("one"), PART | {"items": [item("two")]}], [], "part.part_of", "does not count two"),
        ([PART | {"items": [item("two")]}], [], "part.part_of", "not another score"),
        ([total("one", may_miss=1)], [], "total.may_miss", "at least one item"),
        ([total("one", "rate", may_miss=1)], [RATE], "total.may_miss", "different ranges"),
        (
            [total("one", bands=[{"from": 0, "to": 3, "label": "x"}])],
            [],
            "total.bands",
            "the score runs from 0 to 2",
        ),
        (
            [
                total(
                    "one",
                    bands=[
                        {"from": 0, "to": 1, "label": "x"},
                        {"from": 1, "to": 2, "label": "y"},
                    ],
                )
            ],
            [],
            "total.bands",
            "y: overlaps",
        ),
    ],
)
def test_a_mistake_is_refused_with_place_and_reason(
    scores: Any, fields: Any, place: str, problem: str
) -> None:
    with pytest.raises(loading.DefinitionInvalid) as refused:
        read(*scores, fields=fields)
    assert refused.value.place == f"scores.{place}"
    assert problem in refused.value.problem


def test_scores_come_back_from_json_as_they_were_written() -> None:
    definition = read(total("one", "two", bands=[{"from": 0, "to": 4, "label": "All"}]))
    data = loading.definition_to_json(definition)
    assert data["scores"] == [total("one", "two", bands=[{"from": 0, "to": 4, "label": "All"}])]
    assert loading.definition_from_json(data) == definition


def test_a_notice_in_numbers_compares_the_points_of_the_answer_chosen() -> None:
    field = read(fields=[question("q", visibility="flag", alert={"min": 2})]).field("q")
    assert raises_alert(field, "yes")
    assert not raises_alert(field, "somewhat")
    assert not raises_alert(field, "unsure")
    row = MATRIX | {"alert": {"row": "tense", "fall": 2}}
    matrix = read(fields=[row]).field("week")
    assert raises_alert(matrix, {"tense": "1"}, {"tense": "3"})
    assert not raises_alert(matrix, {"tense": "1", "heard": "0"}, {"heard": "4"})
