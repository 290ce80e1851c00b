"""How homework went over time, in words, small tables and one calendar for each partner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from practice.adherence.rules import HIGHEST, Came, Round, Tally, by_month, calendar, tally
from practice.assignments.rules import REASONS
from practice.caseload.queries import Case
from practice.reports import charts
from practice.web.templating import day

PAGE_SIZE = 40
MOST_WEEKS = 26
_CAME = {
    Came.ON_TIME: ("Back {sent}, by the date", "good"),
    Came.LATE: ("Back {sent}, after the date", ""),
    Came.BACK: ("Back {sent}", "good"),
    Came.NOT_BACK: ("Not back", "attention"),
    Came.OPEN: ("Still open", ""),
}


@dataclass(frozen=True)
class Line:
    """What the rounds of a month (or all) come to, each cell in words."""

    label: str
    asked: str
    back: str
    on_time: str
    quality: str
    useful: str
    effort: str
    obstacles: str


@dataclass(frozen=True)
class Person:
    """One partner: all of it in sentences, the calendar, and a line a month."""

    side: str
    name: str
    sentences: tuple[str, ...]
    picture: str
    picture_words: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class RoundLine:
    """One round in words."""

    side: str
    name: str
    opened: str
    title: str
    due: str
    came: str
    tone: str
    quality: str
    said: str
    obstacle: str


@dataclass(frozen=True)
class AdherencePage:
    """The whole page; ``rounds`` are one page of all rounds, newest first."""

    people: tuple[Person, ...]
    rounds: tuple[RoundLine, ...]
    number: int
    last: int


def adherence_page(case: Case, found: Sequence[Round], today: date, page: int) -> AdherencePage:
    """Put both partners' rounds (newest first) into words; a page beyond the last one gives the last one."""
    last = max(1, -(-len(found) // PAGE_SIZE))
    number = min(max(page, 1), last)
    here = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return AdherencePage(
        people=tuple(_person(case, side, found, today) for side in "ab"),
        rounds=tuple(_round_line(case, one) for one in here),
        number=number,
        last=last,
    )


def _person(case: Case, side: str, found: Iterable[Round], today: date) -> Person:
    own = [one for one in found if one.side == side]
    name = case.partners[side].first_name
    picture, words = _picture(name, side, own, today)
    months = by_month(own)
    return Person(
        side=side,
        name=name,
        sentences=tuple(_sentences(tally(own))),
        picture=picture,
        picture_words=words,
        lines=tuple(_line(f"{month:%B} {month.year}", tally(rounds)) for month, rounds in months),
    )


def _picture(name: str, side: str, own: Sequence[Round], today: date) -> tuple[str, str]:
    weeks, values = calendar(own, today, MOST_WEEKS)
    if not weeks:
        return "", ""
    title = f"{name}: how homework came back, by the day it opened"
    chart = charts.HeatMap(
        title,
        weeks,
        values,
        HIGHEST,
        "not back",
        "back by the date",
        "a" if side == "a" else "b",
    )
    return charts.as_data_uri(charts.heat_map(chart, width=680)), (
        f"{title}. Weeks across, days down, from {day(weeks[0], year=True)}. The table below says the same by month."
    )


def _sentences(total: Tally) -> Iterable[str]:
    if total.asked == 0:
        yield "Nothing was asked so far that is due."
        return
    words = f"Came back {total.back} of {total.asked}"
    yield f"{words}, {total.on_time} of {total.dated} by the date." if total.dated else f"{words}."
    for label, value in (
        ("Quality as the care team sees it", total.quality),
        ("Useful, in their own words", total.useful),
        ("Put into it, in their own words", total.effort),
    ):
        if value is not None:
            yield f"{label}: {value:g} of 10."
    if total.obstacles:
        yield f"In the way: {_obstacles(total)}."


def _line(label: str, total: Tally) -> Line:
    return Line(
        label=label,
        asked=str(total.asked),
        back=str(total.back),
        on_time=f"{total.on_time} of {total.dated}" if total.dated else "–",
        quality=_number(total.quality),
        useful=_number(total.useful),
        effort=_number(total.effort),
        obstacles=_obstacles(total),
    )


def _obstacles(total: Tally) -> str:
    return ", ".join(
        f"{reason_words(value)}{f' ({count})' if count > 1 else ''}"
        for value, count in total.obstacles
    )


def reason_words(value: str) -> str:
    """Return what got in the way in the words its person chose from; one that is offered no longer as it was kept."""
    return REASONS.get(value, value)


def _round_line(case: Case, one: Round) -> RoundLine:
    words, tone = _CAME[one.came]
    said = [
        f"{label} {value}"
        for label, value in (("useful", one.useful), ("put into it", one.effort))
        if value is not None
    ]
    obstacle = reason_words(one.obstacle) if one.obstacle else ""
    return RoundLine(
        side=one.side,
        name=case.partners[one.side].first_name,
        opened=day(one.opens_on),
        title=one.title,
        due=day(one.due_on) if one.due_on else "No date",
        came=words.format(sent=day(one.sent_on)),
        tone=tone,
        quality=_number(one.quality),
        said=", ".join(said) or "–",
        obstacle=f"{obstacle}: {one.words}" if obstacle and one.words else obstacle,
    )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"
