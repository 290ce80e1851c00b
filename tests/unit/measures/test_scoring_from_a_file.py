from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.measures.batch import score_lines
from practice.measures.registry import MEASURE_IDS


def answered(*lines: str) -> tuple[list[Any], int]:
    written: list[str] = []
    status = score_lines(lines, written.append)
    return [json.loads(line) for line in "".join(written).splitlines()], status


def answer(question: object) -> Any:
    [result], _ = answered(json.dumps(question))
    return result


def test_a_score() -> None:
    result = answer({"measure": "rdas", "answers": [3, 3, 2, 1, 3, 3, 3, 2, 2, 3, 2, 2, 2, 2]})
    assert result["total"] == 33
    assert result["subscales"] == {"consensus": 15, "satisfaction": 10, "cohesion": 8}
    assert result["functional"] is False
    assert "error" not in result


def test_a_forbidden_score_is_null_and_says_why() -> None:
    result = answer({"measure": "rdas", "answers": [3, 2, 2, 2, 3, None, 2, 2, 1, 2, 3, 3, 2, 2]})
    assert (result["total"], result["functional"]) == (None, None)
    assert result["subscales"] == {"consensus": None, "satisfaction": None, "cohesion": None}
    assert "1 was skipped" in result["reason"]


def test_what_only_some_measures_report() -> None:
    assert answer({"measure": "ras", "answers": [3, 3, 3, 3, 3, 4, 3]})["mean"] == 22 / 7
    phq = answer({"measure": "phq-9", "answers": [1, 1, None, 1, 0, 1, None, 0, 1]})
    assert (phq["total"], round(phq["exact"], 2)) == (6, 6.43)
    assert phq["flags"] == [{"item": 9, "label": "self-harm item: risk review"}]
    cpq = answer({"measure": "cpq-sf", "answers": [6, 3, 8, 2, 4, 6, 3, 7, 2, 6, 3]})
    assert cpq["subscales"] == {
        "constructive": 10,
        "self_demand": 21,
        "partner_demand": 7,
        "demand_withdraw_total": 28,
    }


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ({"measure": "rdas", "before": 33, "after": 48}, {"outcome": "recovered"}),
        (
            {"measure": "csi-16", "before": 54, "after": 50},
            {"outcome": "unchanged", "now_in_clinical_range": True},
        ),
        (
            {"profile": {"a": [4, 3, 6, 7], "b": [6, 5, 6, 8]}},
            {"pearson": 0.8706, "de_icc": 0.4965},
        ),
        ({"profile": {"a": [5, 5, 5], "b": [5, 5, 5]}}, {"pearson": None, "de_icc": None}),
        ({"profile": {"a": [5, None], "b": [5, 4]}}, {"pearson": None, "de_icc": None}),
        ({"gas": {"weights": [3, 2, 1], "levels": [-1, -2, -1]}}, {"t": 32.37}),
        ({"gas": {"weights": [3, 2], "levels": [-1, None]}}, {"t": None}),
        ({"measure": "psc", "answers": {}}, {"tier": 1}),
        ({"measure": "psc", "answers": {"s09": "yes", "s17": 5}}, {"tier": 3}),
    ],
)
def test_the_other_forms(question: object, expected: object) -> None:
    assert answer(question) == expected


def test_a_change_that_cannot_be_judged_says_why() -> None:
    result = answer({"measure": "ders-16", "before": 43, "after": 30})
    assert result["outcome"] == "not_computable"
    assert "DERS-16" in result["reason"]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   \n",
        "not json",
        "null",
        "3",
        '"rdas"',
        "[]",
        "{}",
        '{"measure": "rdas"}',
        '{"measure": "rdas", "answers": []}',
        '{"measure": "rdas", "answers": "33"}',
        '{"measure": "nothing", "answers": [1]}',
        '{"measure": "\\ud800", "answers": [1]}',
        '{"measure": ["rdas"], "answers": [1]}',
        '{"answers": [1]}',
        '{"measure": "gad-7", "answers": [NaN, 0, 0, 0, 0, 0, 0]}',
        '{"measure": "gad-7", "answers": [Infinity, 0, 0, 0, 0, 0, 0]}',
        '{"measure": "gad-7", "answers": [1e999, 0, 0, 0, 0, 0, 0]}',
        '{"measure": "gad-7", "answers": [true, 0, 0, 0, 0, 0, 0]}',
        '{"measure": "gad-7", "answers": ["1", 0, 0, 0, 0, 0, 0]}',
        '{"measure": "gad-7", "answers": [' + "9" * 5000 + ", 0, 0, 0, 0, 0, 0]}",
        '{"measure": "gad-7", "answers": [' + "9" * 400 + ", 0, 0, 0, 0, 0, 0]}",
        '{"measure": "rdas", "before": 33}',
        '{"measure": "rdas", "before": "33", "after": 48}',
        '{"measure": "rdas", "before": 33, "after": 480}',
        '{"measure": "rdas", "before": 33, "after": 48, "answers": []}',
        '{"profile": {"a": [1, 2], "b": [1]}}',
        '{"profile": {"a": [1, "2"], "b": [1, 2]}}',
        '{"profile": {"a": [1, 1e300], "b": [1, 2]}}',
        '{"profile": [1, 2]}',
        '{"gas": {"weights": [1], "levels": [7]}}',
        '{"gas": {"weights": [], "levels": []}}',
        '{"gas": {"weights": [[1]], "levels": [0]}}',
        '{"measure": "psc", "answers": ["no"]}',
        '{"measure": "psc", "answers": {"s01": "perhaps"}}',
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_a_bad_line_is_an_error_in_its_place_and_the_rest_is_answered(line: str) -> None:
    good = '{"gas": {"weights": [1], "levels": [2]}}'
    results, status = answered(good, line, good)
    assert status == 1
    assert results[0] == results[2] == {"t": 70.0}
    assert list(results[1]) == ["error"]
    assert results[1]["error"]


def test_an_error_never_repeats_an_answer() -> None:
    assert "Tuesday" not in answer({"measure": "psc", "answers": {"s01": "Tuesday"}})["error"]
    assert "77" not in answer({"measure": "gad-7", "answers": [77, 0, 0, 0, 0, 0, 0]})["error"]


def test_every_line_answered_gives_status_0_and_no_line_none() -> None:
    assert answered('{"gas": {"weights": [1], "levels": [2]}}\r\n')[1] == 0
    assert answered() == ([], 0)


def test_lines_are_answered_as_they_come() -> None:
    seen: list[str] = []

    def lines() -> Any:
        yield '{"gas": {"weights": [1], "levels": [2]}}'
        assert len(seen) == 1
        yield "{}"

    assert score_lines(lines(), seen.append) == 1


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=12) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=20,
)
QUESTIONS = st.dictionaries(
    st.sampled_from(["measure", "answers", "before", "after", "profile", "gas"]),
    JSON_VALUES
    | st.sampled_from([*MEASURE_IDS, "psc"])
    | st.dictionaries(st.sampled_from(["a", "b", "weights", "levels", "s01"]), JSON_VALUES),
)


@given(st.text())
def test_no_text_breaks_it(line: str) -> None:
    results: list[str] = []
    assert score_lines([line], results.append) in {0, 1}
    assert isinstance(json.loads(results[0]), dict)


@given(QUESTIONS)
def test_no_json_breaks_it(question: dict[str, object]) -> None:
    [result], status = answered(json.dumps(question))
    assert ("error" in result) is (status == 1)


def test_nothing_from_outside_the_standard_library_is_loaded() -> None:
    program = (
        "import sys; before = set(sys.modules); import practice.measures.batch; "
        "from practice.measures.registry import all_measures; all_measures(); "
        "new = {name.split('.')[0] for name in set(sys.modules) - before}; "
        "print(sorted(new - set(sys.stdlib_module_names) - {'practice'}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
