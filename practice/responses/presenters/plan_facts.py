"""How one assignment comes round, in short facts for the care team."""

from __future__ import annotations

from datetime import date

from practice.assignments.forms import schedule_words
from practice.assignments.models import Assignment
from practice.assignments.rules import Rhythm, State, current, next_round, state
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.web.templating import day


def plan_facts(row: Assignment, rhythm: Rhythm, today: date) -> tuple[str, ...]:
    """Return how often, from when, by when, for how long, until when, and whether it is paused."""
    words = [schedule_words(Schedule(ScheduleKind(row.schedule_kind), row.schedule_n))]
    words.append(f"from {day(row.starts_on)}")
    if row.due_on:
        words.append(f"due {day(row.due_on)}")
    if row.window_days:
        words.append(f"open for {row.window_days} {'day' if row.window_days == 1 else 'days'}")
    if row.most_rounds:
        words.append("once" if row.most_rounds == 1 else f"{row.most_rounds} times")
    if row.ends_on:
        words.append(f"until {day(row.ends_on)}")
    return (*words, *_pause_words(rhythm, today))


def _pause_words(rhythm: Rhythm, today: date) -> list[str]:
    """What is paused now or will be; pauses that are over are past."""
    words = []
    for pause in rhythm.pauses:
        if pause.is_empty or (pause.until is not None and pause.until <= today):
            continue
        since = "paused since" if pause.first <= today else "paused from"
        until = f" until {day(pause.until)}" if pause.until else ""
        words.append(f"{since} {day(pause.first)}{until}")
    return words


def not_sent_words(rhythm: Rhythm, today: date) -> str:
    """Say how something stands of which nothing was sent or begun."""
    match state(rhythm, today, ()):
        case State.OVER:
            return "Not sent"
        case State.COMING:
            return _coming_words(rhythm, today)
        case _:
            now = current(rhythm, today)
            late = now is not None and now.due_on is not None and now.due_on < today
            return f"Not started, was due {day(now.due_on)}" if late and now else "Not started"


def _coming_words(rhythm: Rhythm, today: date) -> str:
    if rhythm.is_waiting:
        return "Opens after the one before it"
    following = next_round(rhythm, today)
    if following is not None:
        return f"Opens {day(following.opens_on)}"
    if rhythm.is_paused(today):
        return "Paused"
    return "Waits for the next session"
