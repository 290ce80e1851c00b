"""Reading and checking the chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from practice.audit.models import AccessRecord, AuditEvent, AuditHead
from practice.audit.services import GENESIS, chain_key, digest_of, mac_of
from practice.extensions import db


@dataclass(frozen=True)
class Verdict:
    """What a check of the chain found; ``broken_at`` is the number of the first event that does not fit."""

    events: int
    broken_at: int | None
    reason: str = ""

    @property
    def whole(self) -> bool:
        """Whether the chain is complete and unchanged."""
        return self.broken_at is None


def verify() -> Verdict:
    """Walk the chain and compare it with its head and with the sealed batches of reads."""
    key, mac, number = chain_key(), GENESIS, 0
    batches: dict[int, str] = {}
    for event in db.session.scalars(
        select(AuditEvent).order_by(AuditEvent.number).execution_options(yield_per=500)
    ):
        number += 1
        values = {
            k: getattr(event, k)
            for k in ("at", "actor", "couple", "subject", "action", "outcome", "detail")
        }
        mac = mac_of(key, mac, number, values)
        if event.number != number or event.mac != mac:
            return Verdict(number, number, "an event was changed or removed")
        if event.action == "reads sealed":
            batches[event.detail["batch"]] = event.detail["digest"]
    head = db.session.get(AuditHead, 1)
    if (head.count if head else 0) != number or (head and head.mac != mac):
        return Verdict(number, number + 1, "events are missing at the end")
    return _verify_reads(batches, number)


def _verify_reads(batches: dict[int, str], number: int) -> Verdict:
    for batch, digest in batches.items():
        rows = db.session.scalars(
            select(AccessRecord)
            .where(AccessRecord.sealed_in == batch)
            .order_by(AccessRecord.at, AccessRecord.id)
        ).all()
        if digest_of(rows) != digest:
            return Verdict(number, batch, "a sealed batch of reads was changed")
    return Verdict(number, None)


def latest(limit: int = 100) -> Sequence[AuditEvent]:
    """Return the newest events, for the privacy officer: metadata, no content."""
    return db.session.scalars(
        select(AuditEvent).order_by(AuditEvent.number.desc()).limit(limit)
    ).all()


def count() -> int:
    """Return how many events there are."""
    return db.session.scalar(select(func.count()).select_from(AuditEvent)) or 0


def head() -> tuple[int, bytes]:
    """Return count and MAC of the chain's end."""
    found = db.session.get(AuditHead, 1)
    return (found.count, found.mac) if found else (0, GENESIS)
