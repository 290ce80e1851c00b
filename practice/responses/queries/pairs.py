"""What both sent to one round of a set, for the care team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select

from practice.access.actor import Standing
from practice.assignments.models import Asks
from practice.assignments.queries import GivenSet, side_of
from practice.caseload.queries import Case
from practice.catalogue.definition import ExerciseDefinition, Who
from practice.extensions import db
from practice.responses.models import Release, Submission
from practice.responses.queries.counted import that_count
from practice.responses.queries.own import Sent


@dataclass(frozen=True)
class Pair:
    """One round of a set: each partner's newest submission, the replies, and what was released of it."""

    found: GivenSet
    key: str
    rounds: tuple[str, ...]
    sent: Mapping[str, Submission] = field(default_factory=dict)
    replies: Mapping[str, Submission] = field(default_factory=dict)
    release: Release | None = None
    # Everything each of them sent to the set, oldest first; replies aside.
    history: Mapping[str, Sequence[Submission]] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        """The case it belongs to."""
        return self.found.case

    @property
    def standing(self) -> Standing:
        """Where the reader stands."""
        return self.found.standing

    @property
    def id(self) -> UUID:
        """The set's id."""
        return self.found.set_id

    @property
    def definition(self) -> ExerciseDefinition:
        """The wording that was answered."""
        return self.found.definition

    def answers(self, side: str) -> dict[str, Any]:
        """Return one partner's answers, or none."""
        return dict(self.sent[side].answers) if side in self.sent else {}

    def reply(self, side: str) -> dict[str, Any]:
        """Return what one partner replied to the other's answers, or nothing."""
        return dict(self.replies[side].answers) if side in self.replies else {}

    def kept_back(self, side: str) -> list[str]:
        """Return what one partner keeps back of them."""
        return list(self.sent[side].kept_back) if side in self.sent else []

    @property
    def expected(self) -> tuple[str, ...]:
        """Whose answers a release needs: both partners', and of a one-partner exercise its author's."""
        if self.definition.who is Who.ONE_PARTNER:
            return tuple(side for side in "ab" if self.found.one(side) is not None)
        return ("a", "b")


def pair_of(found: GivenSet, wanted: str | None = None) -> Pair:
    """Return the round named ``wanted``, or the newest that all who were asked have sent; three queries.

    What does not count (:func:`that_count`) is not there.
    """
    case, asks = found.case, {a.id: a for a in found.assignments}
    rows = db.session.scalars(
        select(Submission)
        .where(Submission.assignment_id.in_(asks))
        .where(Submission.container_id.in_([case.container(f"partner_{s}") for s in "ab"]))
        .where(*that_count())
        .order_by(Submission.submitted_at, Submission.id)
    ).all()
    by_round: dict[str, dict[str, Submission]] = {}
    replies: dict[str, Submission] = {}
    history: dict[str, list[Submission]] = {}
    for row in rows:
        side = side_of(case, row.container_id) or ""
        if asks[row.assignment_id].asks is Asks.REPLY:
            replies[side] = row
        else:
            by_round.setdefault(row.occurrence, {})[side] = row
            history.setdefault(side, []).append(row)
    key = _chosen(found, by_round, wanted)
    return Pair(
        found=found,
        key=key,
        rounds=tuple(by_round),
        sent=by_round.get(key, {}),
        replies=replies,
        release=_release(found, key),
        history=history,
    )


def _chosen(
    found: GivenSet, by_round: Mapping[str, Mapping[str, Submission]], wanted: str | None
) -> str:
    if wanted in by_round:
        return str(wanted)
    asked = {side for side in "ab" if found.one(side) is not None}
    whole = [key for key, sent in by_round.items() if set(sent) == asked]
    return (whole or list(by_round) or [""])[-1]


def releases_of(sent: Sent) -> list[Release]:
    """Return what stands open to both of the round that a submission belongs to; of a reply, of its whole set."""
    assignment = sent.given.assignment
    rows = db.session.scalars(
        select(Release)
        .where(Release.container_id == sent.case.container("couple"))
        .where(Release.set_id == assignment.set_id, Release.closed_at.is_(None))
    )
    is_reply = assignment.asks is Asks.REPLY
    return [r for r in rows if is_reply or r.content["occurrence"] == sent.submission.occurrence]


def _release(found: GivenSet, key: str) -> Release | None:
    rows = db.session.scalars(
        select(Release)
        .where(Release.container_id == found.case.container("couple"))
        .where(Release.set_id == found.set_id, Release.closed_at.is_(None))
        .order_by(Release.made_at.desc(), Release.id)
    )
    return next((row for row in rows if row.content["occurrence"] == key), None)
