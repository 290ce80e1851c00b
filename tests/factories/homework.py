"""Homework in a house: giving it, plausible answers to any exercise, and writing it page by page as a partner does."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from werkzeug.test import TestResponse

from practice.assignments import services as assignments
from practice.caseload import services as caseload
from practice.caseload.models import Status
from practice.catalogue import queries as catalogue
from practice.catalogue.definition import ExerciseDefinition, FieldDefinition, FieldType, Schedule
from practice.catalogue.fields import behaviour_of, is_skipped
from practice.catalogue.forms import input_name
from practice.extensions import db
from practice.lib import clock
from practice.responses.models import Submission
from tests.factories.house import House, Visitor

MONDAY = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def clear(house: House, clinician: str = "imani", couple: str = "amara-daniel") -> None:
    """Open shared work for a couple."""
    with house.writing():
        case = house.case(clinician, couple)
        caseload.decide_status(case, Status.CLEARED, rationale="Seen alone.", by=case.actor)


def open_sexual_work(
    house: House,
    who: tuple[str, ...] = ("amara", "daniel"),
    clinician: str = "imani",
    couple: str = "amara-daniel",
) -> None:
    """Have ``who`` consent to sexual content; with both, the clinician opens that work."""
    with house.writing():
        for name in who:
            case = house.case(name)
            caseload.sign(case, "sexual_content_consent", signed_name=name, by=case.actor)
        if len(who) == 2:
            case = house.case(clinician, couple)
            caseload.open_sexual_work(case, is_open=True, by=case.actor)


@dataclass(frozen=True)
class Set:
    """What was given, by side; ``both`` is the form of both."""

    set_id: UUID
    a: UUID | None = None
    b: UUID | None = None
    both: UUID | None = None


def give(
    house: House,
    slug: str,
    to: str = "ab",
    *,
    clinician: str = "imani",
    couple: str = "amara-daniel",
    starts_on: date | None = None,
    schedule: Schedule | None = None,
) -> Set:
    """Give an exercise and return the ids of its rows."""
    with house.writing():
        case = house.case(clinician, couple)
        version, _ = catalogue.newest(slug)
        rows = assignments.assign(
            case,
            version,
            to=to,
            starts_on=starts_on or MONDAY.date(),
            by=case.actor,
            schedule=schedule,
        )
        kinds = {
            case.container("partner_a"): "a",
            case.container("partner_b"): "b",
            case.container("couple"): "both",
        }
        return Set(rows[0].set_id, **{kinds[row.container_id]: row.id for row in rows})


def definition(house: House, slug: str) -> ExerciseDefinition:
    """Return the newest wording of an exercise."""
    with house.reading():
        return catalogue.newest(slug)[1]


def plausible(found: ExerciseDefinition) -> dict[str, Any]:
    """Return an answer to every question that a person answers, of the right shape."""
    return {f.key: plausible_answer(f) for f in found.fields if f.by != "clinician"}


def plausible_answer(field: FieldDefinition) -> Any:
    """Return one answer of the right shape."""
    return _PLAUSIBLE[field.answer_type](field)


def _some(field: FieldDefinition) -> list[str]:
    options = [o.value for o in field.options if not o.declines]
    return options[: field.max_choices or 2][:2]


def _middle(field: FieldDefinition) -> str:
    options = [o.value for o in field.options if not o.declines]
    return options[len(options) // 2]


def _feelings(field: FieldDefinition) -> list[str]:
    two = [field.groups[0].value, field.groups[1].options[0].value]
    return two[: field.max_choices or 2]


def _points(field: FieldDefinition) -> dict[str, str]:
    points = field.scale.points if field.scale else ()
    return {row.value: points[len(points) // 2].value for row in field.rows}


def _lines(field: FieldDefinition) -> list[dict[str, Any]]:
    return [_line(field, row) for row in (field.rows[:2] or [None] * max(field.min_rows, 1))]


_PLAUSIBLE: dict[FieldType, Callable[[FieldDefinition], Any]] = {
    FieldType.SHORT_TEXT: lambda f: f"Some words about {f.key}.",
    FieldType.LONG_TEXT: lambda f: f"Some words about {f.key}.",
    FieldType.SINGLE_CHOICE: _middle,
    FieldType.MULTI_CHOICE: _some,
    FieldType.BODY_MAP: _some,
    FieldType.EMOTION_WHEEL: _feelings,
    FieldType.RATING_0_10: lambda _: 6,
    FieldType.NUMBER: lambda f: f.min if f.min is not None else 20,
    FieldType.DATE: lambda _: "2026-03-02",
    FieldType.CONSENT_CHECK: lambda _: True,
    FieldType.TABLE: _lines,
    FieldType.LIKERT_MATRIX: _points,
}


def _line(field: FieldDefinition, row: Any) -> dict[str, Any]:
    line: dict[str, Any] = {"row": row.value} if row else {}
    for column in field.columns:
        if column.options:
            line[column.key] = column.options[0].value
        elif column.type in (FieldType.RATING_0_10, FieldType.NUMBER):
            line[column.key] = column.min if column.min is not None else 5
        elif column.type is FieldType.DATE:
            line[column.key] = "2026-03-02"
        else:
            line[column.key] = f"{column.key} words"
    return line


def form_data(found: ExerciseDefinition, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers as the inputs of their pages hold them."""
    data: dict[str, Any] = {}
    for field in found.fields:
        answer = answers.get(field.key)
        if answer is None:
            continue
        if is_skipped(answer):
            data[input_name(field.key, "skip")] = "y"
            continue
        for suffix, value in behaviour_of(field).form_data_from_answer(field, answer).items():
            data[input_name(field.key, suffix)] = "y" if value is True else value
    return data


def hidden(page: str, name: str) -> str:
    """Return the value of a hidden input."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found[1]


def write(
    visitor: Visitor, found: ExerciseDefinition, url: str, answers: Mapping[str, Any]
) -> TestResponse:
    """Write homework page by page, as a browser without a script does, and return the page to check it on."""
    data, address = form_data(found, answers), f"{url}/part/1"
    for _ in range(30):
        page = visitor.get(address)
        assert page.status_code == 200, (address, page.status_code)
        if "/part/" not in address:
            return page
        sent = visitor.post(
            address, {**data, "revision": hidden(page.text, "revision"), "go": "next"}
        )
        assert sent.status_code == 303, sent.text
        address = sent.headers["Location"]
        if "/wording" in address or "/check" in address:
            page = visitor.get(address, follow_redirects=True)
            assert page.status_code == 200
            return page
    raise AssertionError("the homework has no end")


def send(
    visitor: Visitor, url: str, page: str, keep_back: tuple[str, ...] = (), on: str = ""
) -> TestResponse:
    """Send what stands on the page to check."""
    return visitor.post(
        f"{url}/send" + (f"?on={on}" if on else ""),
        {
            "form_key": hidden(page, "form_key"),
            "revision": hidden(page, "revision"),
            "keep_back": list(keep_back),
        },
    )


def complete(
    visitor: Visitor,
    found: ExerciseDefinition,
    assignment_id: UUID | None,
    answers: Mapping[str, Any] | None = None,
    keep_back: tuple[str, ...] = (),
) -> None:
    """Write and send one piece of homework."""
    url = f"/homework/{assignment_id}"
    page = write(visitor, found, url, plausible(found) if answers is None else answers)
    sent = send(visitor, url, page.text, keep_back)
    assert sent.status_code == 303, sent.text
    assert "/sent" in sent.headers["Location"]


def later(hours: float) -> Any:
    """Hold the clock some hours after the Monday that tests begin on."""
    return clock.set_to(MONDAY + timedelta(hours=hours))


def rows_of(
    house: House, model: Any, clinician: str = "imani", couple: str = "amara-daniel"
) -> list[Any]:
    """Return all rows of a table in a couple's containers, detached."""
    with house.reading():
        house.case(clinician, couple)
        found = list(db.session.scalars(db.select(model)))
        for row in found:
            for name in type(row).sealed_names():
                getattr(row, name)
        db.session.expunge_all()
        return found


def sent_id(house: House, assignment_id: UUID | None) -> UUID:
    """Return the newest submission to an assignment."""
    rows = [r for r in rows_of(house, Submission) if r.assignment_id == assignment_id]
    found: UUID = max(rows, key=lambda r: r.submitted_at).id
    return found


def masked(page: str) -> str:
    """Return a page without what differs from one request to the next: form tokens and random ids."""
    page = re.sub(r'(name="csrf_token" value|name="csrf-token" content)="[^"]*"', r"\1=", page)
    page = re.sub(r'data-person="[^"]*"', "data-person=", page)
    return re.sub(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id", page)
