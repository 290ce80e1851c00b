"""Writing the audit chain: events are collected during the act and chained in its own commit."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import event, func, insert, select, update
from sqlalchemy.orm import Session

from practice.access.actor import Actor
from practice.audit.models import AccessRecord, AuditEvent, AuditHead
from practice.db import engine, keys, pending, transaction
from practice.extensions import db
from practice.lib import clock

GENESIS = b"\x00" * 32
# The file in the instance folder to which heads are exported.
HEADS = "audit-heads.log"
# One number for all processes: the PostgreSQL advisory lock that keeps the chain linear.
_CHAIN_LOCK = 7_203_114


# Made once: every act ends with them.
_HEAD = select(AuditHead.count, AuditHead.mac).where(AuditHead.id == 1)
_MOVE_HEAD = update(AuditHead).where(AuditHead.id == 1)
_FIRST_HEAD = insert(AuditHead)
_ADD_EVENTS = insert(AuditEvent)


class NoActor(Exception):
    """An event without an actor is refused."""


def record(
    action: str,
    *,
    by: Actor | UUID,
    couple: UUID | None = None,
    subject: UUID | None = None,
    outcome: str = "done",
    **detail: str | int | bool | None,
) -> None:
    """Note an act for the audit chain; it is written when, and only when, the act is committed.

    ``detail`` holds ids and words of the house, never content. Raises :class:`NoActor` without an actor.
    """
    actor = by.user_id if isinstance(by, Actor) else by
    if actor is None:
        raise NoActor(action)
    _collect(action, actor, couple, subject, outcome, detail)


def record_unknown(action: str, *, outcome: str, **detail: str | int | bool | None) -> None:
    """Note an act at the door by someone who is not signed in (a failed sign-in, a used-up code)."""
    _collect(action, None, None, None, outcome, detail)


def _collect(
    action: str,
    actor: UUID | None,
    couple: UUID | None,
    subject: UUID | None,
    outcome: str,
    detail: dict[str, Any],
) -> None:
    pending.events(db.session()).append(
        {
            "at": clock.now(),
            "actor": actor,
            "action": action,
            "couple": couple,
            "subject": subject,
            "outcome": outcome,
            "detail": detail,
        }
    )


def mac_of(key: bytes, previous: bytes, number: int, values: dict[str, Any]) -> bytes:
    """Return the HMAC-SHA256 that chains an event to the one before it."""
    at: datetime = values["at"]
    plain = json.dumps(
        [
            number,
            at.isoformat(timespec="microseconds"),
            *(str(values[k]) if values[k] else None for k in ("actor", "couple", "subject")),
            values["action"],
            values["outcome"],
            values["detail"],
        ],
        sort_keys=True,
        ensure_ascii=False,
    )
    return hmac.new(key, previous + plain.encode(), hashlib.sha256).digest()


def chain_key() -> bytes:
    """Return the key of the audit chain."""
    return keys.settings().keys.derived("audit chain")


@event.listens_for(Session, "before_commit")
def _write_chain(session: Session) -> None:
    waiting = pending.events(session)
    if not waiting or session.in_nested_transaction():
        return
    session.flush()
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_CHAIN_LOCK)))
    count, mac = connection.execute(_HEAD).one_or_none() or (None, GENESIS)
    rows, key, number = [], chain_key(), count or 0
    for values in waiting:
        number += 1
        mac = mac_of(key, mac, number, values)
        rows.append({**values, "number": number, "mac": mac})
    connection.execute(_ADD_EVENTS, rows)
    head = {"count": number, "mac": mac}
    if count is None:
        connection.execute(_FIRST_HEAD, {"id": 1, **head})
    else:
        connection.execute(_MOVE_HEAD, head)


def note_read(
    *, by: Actor, couple: UUID | None, subject: UUID | None, page: str, outcome: str = "read"
) -> None:
    """Write one line of the access log, in a transaction of its own so that a GET changes nothing else.

    The commit does not wait for the disk: a power cut may take the last lines along, but nobody was told that they were kept.
    """
    line = {
        "id": uuid4(),
        "at": clock.now(),
        "actor": by.user_id,
        "couple": couple,
        "subject": subject,
        "page": page,
        "outcome": outcome,
    }
    with transaction.may_write(), engine.committed_without_waiting(db.engine) as connection:
        connection.execute(insert(AccessRecord), line)


def seal_reads(*, limit: int = 50_000) -> int:
    """Bind a batch of access records into the chain by their digest; return how many (the house's own upkeep)."""
    rows = db.session.scalars(
        select(AccessRecord)
        .where(AccessRecord.sealed_in.is_(None))
        .order_by(AccessRecord.at, AccessRecord.id)
        .limit(limit)
    ).all()
    if not rows:
        return 0
    batch = int(clock.now().timestamp() * 1_000_000)
    for row in rows:
        row.sealed_in = batch
    detail = {"batch": batch, "rows": len(rows), "digest": digest_of(rows)}
    _collect("reads sealed", None, None, None, "done", detail)
    return len(rows)


def digest_of(rows: list[AccessRecord] | Any) -> str:
    """Return the digest of a batch of access records, in their order of writing."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update(
            json.dumps(
                [
                    row.at.isoformat(),
                    *(str(v) for v in (row.id, row.actor, row.couple, row.subject)),
                    row.page,
                    row.outcome,
                ]
            ).encode()
        )
    return digest.hexdigest()


def note_refusal(*, by: Actor, page: str, subject: UUID | None) -> None:
    """Write a refused request into the access log."""
    note_read(by=by, couple=None, subject=subject, page=page, outcome="refused")


def export_head(folder: Path, head: tuple[int, bytes]) -> None:
    """Append count and MAC of the chain to a file outside the database: a cut tail then shows."""
    handle = os.open(folder / HEADS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a") as file:
        file.write(f"{clock.now().isoformat()} {head[0]} {head[1].hex()}\n")
