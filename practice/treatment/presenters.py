"""Sessions in words, in the practice's own zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from practice.caseload.queries import Case
from practice.treatment.models import TherapySession
from practice.treatment.rules import LEVEL_WORDS

ATTENDANCE = {True: "Took place", False: "Missed", None: "Not noted"}


@dataclass(frozen=True)
class SessionRow:
    """One session as the list shows it."""

    id: UUID
    kind: str
    who: str
    day: date
    starts: str
    ends: str
    minutes: int
    has_begun: bool
    attended: bool | None
    attendance: str


@dataclass(frozen=True)
class SessionPage:
    """The sessions of a couple: those to come, soonest first, and those behind, latest first."""

    upcoming: list[SessionRow]
    past: list[SessionRow]
    zone: str

    @property
    def took_place(self) -> int:
        """Return how many are noted as having taken place."""
        return sum(row.attended is True for row in self.past)


def kind_words(case: Case) -> dict[str, str]:
    """Return who comes, by kind of session."""
    return {
        "joint": "Both together",
        "a": f"{case.a.first_name} alone",
        "b": f"{case.b.first_name} alone",
    }


def owner_words(case: Case) -> dict[str, str]:
    """Return whose a goal can be."""
    return {"both": "Both", "a": f"{case.a.first_name} only", "b": f"{case.b.first_name} only"}


def session_page(
    case: Case, sessions: list[tuple[TherapySession, str]], zone: str, now: datetime
) -> SessionPage:
    """Put all sessions of a couple into words; local times are those of ``zone``."""
    words = kind_words(case)
    rows = [_row(session, kind, words[kind], zone, now) for session, kind in sessions]
    return SessionPage(
        upcoming=[row for row in rows if not row.has_begun],
        past=[row for row in reversed(rows) if row.has_begun],
        zone=zone,
    )


def _row(session: TherapySession, kind: str, who: str, zone: str, now: datetime) -> SessionRow:
    start = session.starts_at.astimezone(ZoneInfo(zone))
    end = datetime.fromtimestamp(start.timestamp() + session.minutes * 60, ZoneInfo(zone))
    return SessionRow(
        id=session.id,
        kind=kind,
        who=who,
        day=start.date(),
        starts=f"{start:%H:%M}",
        ends=f"{end:%H:%M}",
        minutes=session.minutes,
        has_begun=session.starts_at <= now,
        attended=session.attended,
        attendance=ATTENDANCE[session.attended],
    )


def level_choices(levels: dict[str, str]) -> dict[int, str]:
    """Return the five levels, best first, each with what was agreed it looks like."""
    return {
        n: _level(n, words, levels.get(str(n)))
        for n, words in ((n, LEVEL_WORDS[n]) for n in (2, 1, 0, -1, -2))
    }


def _level(n: int, words: str, agreed: str | None) -> str:
    number = f"{n:+d}".replace("-", "\N{MINUS SIGN}") if n else "0"
    return f"{number} {words}: {agreed}" if agreed else f"{number} {words}"
