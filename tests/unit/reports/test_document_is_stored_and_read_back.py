from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.reports.charts import Series, Sparkline
from practice.reports.document import (
    ChartBlock,
    DocumentError,
    Participant,
    ReportDocument,
    Section,
)
from tests.unit.reports.sample_report import letter_of, sample_r4

WRITTEN = st.text(st.characters(codec="utf-8"), max_size=200)


def test_a_report_comes_back_as_it_was() -> None:
    document = sample_r4()
    assert ReportDocument.from_json(document.to_json()) == document


@given(WRITTEN)
def test_whatever_people_write_comes_back_as_it_was(text: str) -> None:
    document = letter_of(text)
    assert ReportDocument.from_json(document.to_json()) == document


def test_equal_reports_have_equal_bytes_and_digests() -> None:
    assert sample_r4().to_json() == sample_r4().to_json()
    assert sample_r4().digest() == sample_r4().digest()
    assert sample_r4().digest() != sample_r4(version=2).digest()


def test_the_json_is_canonical() -> None:
    raw = sample_r4().to_json()
    held = json.loads(raw)
    again = json.dumps(held, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert raw == again.encode()
    assert "–" not in held["title"]
    assert "“in an hour".encode() in raw


@pytest.mark.parametrize(
    ("given_value", "stored"), [(58.0, b"58"), (-0.0, b"0"), (32.37, b"32.37")]
)
def test_a_whole_number_is_stored_without_a_point(given_value: float, stored: bytes) -> None:
    assert b'"values":[' + stored + b"]" in _with_value(given_value).to_json()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_refused(value: float) -> None:
    with pytest.raises(DocumentError, match="finite"):
        _with_value(value).to_json()


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(DocumentError, match="surrogate"):
        letter_of("\ud800").to_json()


@pytest.mark.parametrize(
    ("find", "put", "says"),
    [
        ('"is":"Paragraph"', '"is":"Private"', "unknown kind 'Private'"),
        ('"is":"Paragraph"', '"is":"Participant"', "unknown kind 'Participant'"),
        ('"purpose":', '"secret":1,"purpose":', "unknown field 'secret'"),
        ('"kind":"R4"', '"kind":"R7"', "kind"),
        ('"date":"2026-06-22"', '"date":"soon"', "not a date"),
        ('"version":1', '"version":"1"', "version"),
        ('"draft":false', '"draft":0', "draft"),
        ('"schema":1', '"schema":2', "schema"),
    ],
)
def test_data_that_is_not_a_report_is_refused(find: str, put: str, says: str) -> None:
    raw = letter_of("words").to_json().decode()
    assert find in raw
    with pytest.raises(DocumentError, match=says):
        ReportDocument.from_json(raw.replace(find, put, 1).encode())


@pytest.mark.parametrize(
    "raw", [b"", b"null", b"[]", b"{}", b'{"is":"Section"}', b"\xff", b"[" * 100_000]
)
def test_what_is_no_report_at_all_is_refused(raw: bytes) -> None:
    with pytest.raises(DocumentError):
        ReportDocument.from_json(raw)


def test_a_field_added_later_has_its_default_in_older_reports() -> None:
    held = json.loads(letter_of("words").to_json())
    del held["paper"]
    assert ReportDocument.from_json(json.dumps(held).encode()).paper == "A4"


def test_a_missing_field_is_refused() -> None:
    held = json.loads(letter_of("words").to_json())
    del held["purpose"]
    with pytest.raises(DocumentError, match="purpose is missing"):
        ReportDocument.from_json(json.dumps(held).encode())


def test_a_report_cannot_be_changed() -> None:
    document = sample_r4()
    with pytest.raises(FrozenInstanceError):
        document.title = "Other"  # type: ignore[misc]


def test_a_report_without_a_version_is_a_draft() -> None:
    with pytest.raises(DocumentError, match="version"):
        sample_r4(version=None)
    assert sample_r4(version=None, draft=True).draft


def test_a_case_file_is_never_for_release() -> None:
    with pytest.raises(DocumentError, match="never for release"):
        sample_r4(kind="R3")


def test_the_neutral_title_names_nobody() -> None:
    with pytest.raises(DocumentError, match="names somebody"):
        sample_r4(neutral_title="Report for Amara", participants=(Participant("Amara"),))


def test_two_sections_do_not_share_an_id() -> None:
    section = Section("one", "One", "Sentence.")
    with pytest.raises(DocumentError, match="share an id"):
        sample_r4(sections=(section, replace(section, title="Two")))


def _with_value(value: float) -> ReportDocument:
    line = Sparkline("Course", (Series("a", "Amara", (value,)),), 0, 100)
    return sample_r4(sections=(Section("one", "One", "Sentence.", (ChartBlock("Caption", line),)),))
