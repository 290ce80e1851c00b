"""Reading and checking the chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from practice.audit.models import AccessRecord, AuditEvent, AuditHead
from practice.audit.services import GENESIS, HEADS, chain_key, digest_of, mac_of
from practice.extensions import db

_CHAINED = ("at", "actor", "couple", "subject", "action", "outcome", "detail")


@dataclass(frozen=True)
class Verdict:
    """What a check of the chain found; ``broken_at`` is the number of the first event that does not fit.

    Events before ``since`` were not looked at.
    """

    events: int
    broken_at: int | None
    reason: str = ""
    since: int = 1

    @property
    def whole(self) -> bool:
        """Whether the chain is complete and unchanged."""
        return self.broken_at is None


def verify(*, heads: Path | None = None) -> Verdict:
    """Walk the chain and compare it with its head and with the sealed batches of reads.

    ``heads`` names the folder to which heads were exported. Whoever can write to the database can cut the chain and set its head
    back to an earlier event; only a head that was noted elsewhere then shows the cut.
    """
    noted = exported_heads(heads) if heads else {}
    in_order = select(AuditEvent).order_by(AuditEvent.number).execution_options(yield_per=500)
    with closing(db.session.scalars(in_order)) as events:
        end, whole, batches = _walk(events, noted)
    if not whole:
        return Verdict(end[0], end[0], "an event was changed or removed")
    if head() != end or max(noted, default=0) > end[0]:
        return Verdict(end[0], end[0] + 1, "events are missing at the end")
    return _verify_reads(batches, end[0])


def verify_newest(limit: int) -> Verdict:
    """Check the newest events only: that each fits the one before it, and the last one the head. Quick however long the chain."""
    events = [*reversed(latest(limit + 1))]
    start = (0, GENESIS)
    if len(events) > limit:
        before = events.pop(0)
        start = (before.number, before.mac)
    end, whole, _ = _walk(events, {}, start)
    since = start[0] + 1
    if not whole:
        return Verdict(end[0], end[0], "an event was changed or removed", since)
    if head() != end:
        return Verdict(end[0], end[0] + 1, "events are missing at the end", since)
    return Verdict(end[0], None, since=since)


def _walk(
    events: Iterable[AuditEvent], noted: dict[int, bytes], start: tuple[int, bytes] = (0, GENESIS)
) -> tuple[tuple[int, bytes], bool, dict[int, str]]:
    """Return how far the chain holds, whether that is all of it, and the digests of sealed reads it holds."""
    key, (number, mac) = chain_key(), start
    batches: dict[int, str] = {}
    for event in events:
        number += 1
        mac = mac_of(key, mac, number, {k: getattr(event, k) for k in _CHAINED})
        if event.number != number or event.mac != mac or noted.get(number, mac) != mac:
            return (number, mac), False, batches
        if event.action == "reads sealed":
            batches[event.detail["batch"]] = event.detail["digest"]
    return (number, mac), True, batches


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


def exported_heads(folder: Path) -> dict[int, bytes]:
    """Return the heads that were noted outside the database: the chain's MAC by how many events there were then."""
    file = folder / HEADS
    lines = file.read_text().splitlines() if file.exists() else []
    return {int(count): bytes.fromhex(mac) for _, count, mac in map(str.split, lines)}
