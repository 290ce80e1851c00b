"""How all homework of a couple stands, in words and links for the care team."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for

from practice.access.decide import can
from practice.access.permissions import Permission
from practice.assignments.models import Asks, Assignment, OpensBy
from practice.assignments.queries import GivenSet, side_of
from practice.catalogue.definition import Kind, Visibility
from practice.responses.presenters.plan_facts import not_sent_words, plan_facts
from practice.responses.queries.care import Overview, Standing
from practice.web.templating import day


@dataclass(frozen=True)
class Side:
    """How it stands for one partner; ``review_url`` leads to the newest that was sent."""

    words: str
    tone: str
    review_url: str = ""
    is_unread: bool = False


@dataclass(frozen=True)
class Act:
    """One thing that can be done with a set: a link."""

    words: str
    url: str


@dataclass(frozen=True)
class SetRow:
    """One exercise as it was given at one time."""

    set_id: UUID
    title: str
    facts: tuple[str, ...]
    a: Side | None
    b: Side | None
    both: Side | None
    acts: tuple[Act, ...]
    can_be_withdrawn: bool
    can_be_given_back: bool


def overview_rows(overview: Overview, today: date) -> list[SetRow]:
    """Return one row a set, the newest first; the intake has a page of its own."""
    homework = [s for s in overview.sets if s.definition.kind is not Kind.INTAKE]
    return [_row(overview, found, today) for found in homework]


def _row(overview: Overview, found: GivenSet, today: date) -> SetRow:
    rows = found.assignments
    standing = [row for row in rows if row.withdrawn_at is None]
    first = standing[0] if standing else rows[0]
    facts = plan_facts(first, overview.rhythms[first.id], today)
    return SetRow(
        set_id=found.set_id,
        title=found.definition.title,
        facts=facts if standing else (*facts, "taken back"),
        a=_side(overview, found, "a", today),
        b=_side(overview, found, "b", today),
        both=_both(overview, found, today),
        acts=tuple(_acts(overview, found)) if standing else (),
        can_be_withdrawn=bool(standing),
        can_be_given_back=len(standing) < len(rows),
    )


def _side(overview: Overview, found: GivenSet, side: str, today: date) -> Side | None:
    rows = [found.one(side, asks) for asks in (Asks.ALONE, Asks.REPLY)]
    given = [row for row in rows if row is not None]
    if not given:
        return None
    newest = given[-1]
    standing = overview.standing.get(newest.id, Standing())
    if not standing.sent and len(given) > 1 and not standing.drafted:
        # The reply has not been begun: what was sent before it is still what there is to read.
        newest, standing = given[0], overview.standing.get(given[0].id, Standing())
    return _words(overview, newest, standing, today)


def _words(overview: Overview, row: Assignment, standing: Standing, today: date) -> Side:
    if not standing.sent and row.id in overview.taken_back:
        submission_id, at = overview.taken_back[row.id]
        words = f"Taken back by its author {day(at)}"
        return Side(words, "attention", _review_url(overview, submission_id))
    if not standing.sent:
        return Side(_not_sent(overview, row, standing, today), "")
    _, submission_id, at = standing.sent[-1]
    if submission_id in overview.set_aside:
        return Side(f"Set aside, sent {day(at)}", "attention", _review_url(overview, submission_id))
    rounds = len({occurrence for occurrence, _, _ in standing.sent})
    count = f"{rounds} sent, last " if rounds > 1 else "Sent "
    if row.asks is Asks.REPLY:
        count = "Replied "
    return Side(
        words=count + day(at),
        tone="good",
        review_url=_review_url(overview, submission_id),
        is_unread=any(s in overview.unread for _, s, _ in standing.sent),
    )


def _review_url(overview: Overview, submission_id: UUID) -> str:
    return url_for("responses.review", couple_id=overview.case.id, submission_id=submission_id)


def _not_sent(overview: Overview, row: Assignment, standing: Standing, today: date) -> str:
    if row.withdrawn_at is not None:
        return "Taken back"
    if standing.drafted:
        return "Started"
    if row.opens_by is OpensBy.CLINICIAN and row.opened_at is None:
        return "Waits until you open it"
    return not_sent_words(overview.rhythms[row.id], today)


def _both(overview: Overview, found: GivenSet, today: date) -> Side | None:
    row = found.one(None, Asks.TOGETHER)
    if row is None:
        return None
    standing = overview.standing.get(row.id, Standing())
    url = url_for("responses.agreement", couple_id=overview.case.id, assignment_id=row.id)
    if standing.drafted:
        waits = row.id in overview.unread
        return Side("Being written", "attention" if waits else "", url, is_unread=waits)
    if standing.sent:
        return Side(f"In force since {day(standing.sent[-1][2])}", "good", url)
    return Side(_not_sent(overview, row, standing, today), "", url)


def _acts(overview: Overview, found: GivenSet) -> Iterable[Act]:
    couple = overview.case.id
    alone = [found.one(side) for side in "ab"]
    yield from _opening(overview, found)
    sent = [
        row
        for row in alone
        if row is not None and row.id in overview.standing and overview.standing[row.id].sent
    ]
    if len(sent) == 2:
        yield Act("Compare", url_for("comparison.compare", couple_id=couple, set_id=found.set_id))
    yield from _from_paper(overview, alone)
    if sent and _can_be_shown(found):
        words = "Released" if overview.released.get(found.set_id) else "Release"
        yield Act(
            words, url_for("responses.release_preview", couple_id=couple, set_id=found.set_id)
        )


def _opening(overview: Overview, found: GivenSet) -> Iterable[Act]:
    by_hand = found.definition.gates.clinician_opens
    waiting = [
        row
        for row in found.assignments
        if (by_hand or row.opens_by is OpensBy.CLINICIAN)
        and row.opened_at is None
        and row.withdrawn_at is None
    ]
    for row in waiting:
        side = side_of(overview.case, row.container_id)
        name = f" for {overview.case.partners[side].first_name}" if side else ""
        yield Act(
            f"Open it{name}" if len(waiting) > 1 else "Open it",
            url_for("responses.open_exercise", couple_id=overview.case.id, assignment_id=row.id),
        )


def _from_paper(overview: Overview, alone: Iterable[Assignment | None]) -> Iterable[Act]:
    if not can(overview.case.standing, Permission.RESPONSE_ENTER):
        return
    given = [row for row in alone if row is not None and row.withdrawn_at is None]
    for row in given[:1]:
        url = url_for("responses.enter", couple_id=overview.case.id, assignment_id=row.id)
        yield Act("From paper", url)


def _can_be_shown(found: GivenSet) -> bool:
    return any(f.visibility is Visibility.REVEAL for f in found.definition.fields)
