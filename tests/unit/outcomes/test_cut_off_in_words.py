from __future__ import annotations

import pytest

from practice.measures import registry
from practice.outcomes.rules import cut_off_of


@pytest.mark.parametrize(
    ("measure_id", "marks", "words"),
    [
        ("csi-16", "below", "below 51.5: notable dissatisfaction"),
        ("rdas", "below", "below 47.31: distressed"),
        ("phq-9", "above", "10 or above: moderate / caseness"),
        ("ors", "below", "25 or below: clinical range"),
        ("iss", "above", "above 30: clinically significant discord"),
    ],
)
def test_the_clinical_side_is_named(measure_id: str, marks: str, words: str) -> None:
    found = cut_off_of(registry.get(measure_id))
    assert found is not None
    assert (found.marks, found.words) == (marks, words)


def test_a_measure_without_a_line_has_none() -> None:
    assert cut_off_of(registry.get("ders-16")) is None


def test_the_words_fit_the_rule_that_classifies() -> None:
    for measure in registry.all_measures():
        found = cut_off_of(measure)
        if found is None:
            continue
        beyond = found.value - 1 if found.marks == "below" else found.value + 1
        assert measure.is_functional(beyond) is False, measure.id
