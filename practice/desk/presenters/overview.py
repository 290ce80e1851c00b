"""The overview of one couple in words: what the clinician needs before they walk in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import url_for

from practice.caseload.queries import Case
from practice.db import keys
from practice.desk import queries
from practice.desk.presenters.caseload import Picture, course_picture
from practice.desk.presenters.couple import policy_name
from practice.desk.presenters.navigation import is_open_to
from practice.desk.presenters.reasons import reasons
from practice.web.templating import day, moment

# More belongs on the homework page.
MOST_SETS = 4


@dataclass(frozen=True)
class Attention:
    """One thing to see to: its words, where to, and whether it can be ticked off here."""

    kind: str
    words: str
    address: str | None
    can_be_ticked_off: bool


@dataclass(frozen=True)
class Agreed:
    """What one partner has done so far; for the care team only."""

    side: str
    name: str
    lines: list[tuple[str, bool]]


@dataclass(frozen=True)
class Back:
    """How one piece of homework stands on one side (a, b, or "both" for a form of both)."""

    side: str
    name: str
    state: str
    is_back: bool


@dataclass(frozen=True)
class Homework:
    """One of the exercises given last: from when or until when, and how it stands on each side."""

    title: str
    when: str
    sides: list[Back]


@dataclass(frozen=True)
class Count:
    """How much of all that was given to one partner came back."""

    side: str
    name: str
    words: str


@dataclass(frozen=True)
class Value:
    """The last score of one partner on the measure the couple is followed by."""

    name: str
    side: str
    now: str
    on: str
    before: str


@dataclass(frozen=True)
class Overview:
    """The whole page."""

    attention: list[Attention]
    agreed: list[Agreed]
    policy: str
    homework: list[Homework]
    homework_counts: list[Count]
    measure: str
    values: list[Value]
    course: Picture | None
    sessions: list[tuple[str, str]]


def overview(case: Case, facts: queries.Facts) -> Overview:
    """Put what was read into words."""
    summary: Mapping[str, Any] = facts.line.summary if facts.line else {}
    return Overview(
        attention=_attention(case, facts),
        agreed=[_agreed(case, side, facts) for side in "ab"],
        policy=_policy(facts),
        homework=_homework(case, facts.homework),
        homework_counts=_counts(case, summary.get("homework") or {}),
        measure=str(summary.get("course_measure") or ""),
        values=_values(case, summary.get("course") or {}),
        course=course_picture(summary, case.a.first_name, case.b.first_name, width=280, height=72),
        sessions=[
            (moment(s.starts_at), _who(case, queries.session_with(case, s))) for s in facts.sessions
        ],
    )


def _attention(case: Case, facts: queries.Facts) -> list[Attention]:
    return [
        Attention(
            reason.kind,
            reason.words,
            url_for(reason.endpoint, couple_id=case.id)
            if reason.endpoint != "desk.couple" and is_open_to(case.standing, reason.endpoint)
            else None,
            reason.can_be_ticked_off,
        )
        for reason in reasons(facts.attention, strict=keys.settings().testing)
    ]


def _policy(facts: queries.Facts) -> str:
    if facts.policy_id is None:
        return policy_name(facts.in_force)
    if facts.policy_id == facts.in_force:
        return f"{policy_name(facts.policy_id)}: in force"
    return f"{policy_name(facts.policy_id)}: proposed, not yet in force"


def _agreed(case: Case, side: str, facts: queries.Facts) -> Agreed:
    own = facts.agreements[side]
    return Agreed(
        side,
        case.partners[side].first_name,
        [
            ("Has an account", side in facts.joined),
            ("Consent to this work", own.consented),
            ("Confidentiality agreement", own.policy_signed),
            ("Consent to sexual content", own.sexual),
        ],
    )


def _homework(case: Case, rows: Sequence[queries.Given]) -> list[Homework]:
    """Put the sides of one exercise together, the newest exercise first."""
    sets: dict[UUID, list[queries.Given]] = {}
    for row in rows:
        sets.setdefault(row.set_id, []).append(row)
    return [_one_set(case, rows) for rows in list(sets.values())[:MOST_SETS]]


def _one_set(case: Case, rows: list[queries.Given]) -> Homework:
    first = rows[0]
    return Homework(
        title=first.title,
        when=f"due {day(first.due_on)}" if first.due_on else f"from {day(first.starts_on)}",
        sides=[_back(case, row) for row in sorted(rows, key=lambda row: row.who)],
    )


def _back(case: Case, row: queries.Given) -> Back:
    return Back(
        side=row.who,
        name="Together" if row.who == "both" else case.partners[row.who].first_name,
        state=f"Back {day(row.sent_at)}" if row.sent_at else "Not back yet",
        is_back=row.sent_at is not None,
    )


def _who(case: Case, who: str) -> str:
    return "Together" if who == "both" else f"{case.partners[who].first_name} alone"


def _counts(case: Case, homework: Mapping[str, Any]) -> list[Count]:
    return [
        Count(side, case.partners[side].first_name, f"{homework[side][0]} of {homework[side][1]}")
        for side in "ab"
        if homework.get(side) and homework[side][1]
    ]


def _values(case: Case, course: Mapping[str, Any]) -> list[Value]:
    found = []
    for side in "ab":
        held = [(on, value) for on, value in course.get(side) or [] if value is not None]
        if held:
            before = f"{held[-2][1]:g}" if len(held) > 1 else ""
            on, now = held[-1]
            found.append(Value(case.partners[side].first_name, side, f"{now:g}", _on(on), before))
    return found


def _on(iso: str) -> str:
    return day(date.fromisoformat(iso[:10]))
