"""Many couples at once, from a seeded generator: sealed like any other rows, written in batches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from practice.access.actor import Actor, Capacity
from practice.audit import services as audit
from practice.caseload.models import (
    AttentionItem,
    CareTeamMember,
    CaseloadLine,
    Container,
    Couple,
    Partner,
    Stage,
)
from practice.db import keys, scope
from practice.db.base import Base
from practice.db.scope import CONTAINER_KINDS
from practice.desk.presenters.reasons import KINDS
from practice.extensions import db
from practice.lib import clock

_NAMES = ("Ada", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Goran", "Hana", "Ines", "Jonas")
_FAMILY = ("Abara", "Berg", "Costa", "Duarte", "Eriksen", "Fofana", "Garcia", "Haas", "Ito", "Jha")
_BATCH = 50


def add_couples(count: int, *, by: Actor, seed: int = 7) -> None:
    """Add ``count`` couples to one clinician's caseload, with what their rows show; inside a writing unit."""
    chance = Random(seed)
    with scope.opened(everything=True):
        for begun in range(0, count, _BATCH):
            _write([_couple(chance, by) for _ in range(begun, min(begun + _BATCH, count))])
        audit.record("bench couples", by=by, count=count)


def _write(couples: list[list[Base]]) -> None:
    rows = [row for couple in couples for row in couple]
    # What others refer to goes first: the tables know no relationships that would order them.
    for kind in (Couple, Container, object):
        db.session.add_all(row for row in rows if isinstance(row, kind))
        db.session.flush()
    db.session.expunge_all()


def _couple(chance: Random, by: Actor) -> list[Base]:
    return list(_rows(chance, by))


def _rows(chance: Random, by: Actor) -> Iterator[Base]:
    couple = Couple(id=UUID(int=chance.getrandbits(128)), made_by=by.user_id, stage=Stage.ACTIVE)
    yield couple
    for kind in CONTAINER_KINDS:
        container = couple.container(kind)
        keys.create(container)
        yield Container(id=container, couple_id=couple.id, kind=kind)
    for side, pronouns in (("a", "she/her"), ("b", "they/them")):
        name = f"{chance.choice(_NAMES)} {chance.choice(_FAMILY)}"
        yield Partner(couple_id=couple.id, side=side, name=name, pronouns=pronouns)
    care = couple.container("care")
    yield CareTeamMember(
        couple_id=couple.id, care_id=care, user_id=by.user_id, capacity=Capacity.TREATING
    )
    yield CaseloadLine(container_id=care, summary=_summary(chance))
    for kind in chance.sample(sorted(KINDS), chance.randint(0, 4)):
        yield AttentionItem(
            container_id=care, weight=chance.choice((1, 3, 8)), reason={"kind": kind}
        )


def _summary(chance: Random) -> dict[str, Any]:
    start = clock.now() + timedelta(days=chance.randint(1, 20))
    given = {side: chance.randint(1, 6) for side in "ab"}
    course = {
        side: [[f"2026-0{month}-01", chance.randint(8, 60)] for month in range(1, 9)]
        for side in "ab"
    }
    return {
        "next_session": start.isoformat(),
        "course_measure": "CSI-16",
        "course": course,
        "homework": {side: [chance.randint(0, n), n] for side, n in given.items()},
    }
