"""Weekly pulse: a private reading of the week, its dips, and two answers that raise a private alert.

`voice` and `pressure` take no part in the pulse nor in any figure; they only raise alerts. Feedback from
session to session: Anker, Duncan & Sparks 2009.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from practice.measures.exercises.answers import number, rows
from practice.measures.exercises.figure import Alert, Answers, Entry, Figure, Figures, Scorer
from practice.measures.exercises.weeks import week_of
from practice.measures.quantity import points, rounded, written

DIRECT_ROWS = (
    "close_to_my_partner",
    "heard",
    "appreciated",
    "affection_felt_right",
    "we_worked_as_a_team",
    "respected_and_loved",
)
HEAT_ROW = "conflict_was_too_hot"
HEAT_ROWS = (HEAT_ROW, "conflict_was_too_hot_reverse")
"""The row's label is printed with and without "(reverse)"."""

FEWEST_ROWS = 6
DIP_POINTS = 20
DIP_BASELINE = 4
VOICE_LOW = 4
VOICE_FALL = 3
PRESSURE_HIGH = 7


def score_own(answers: Answers) -> Figures:
    """Pulse 0 to 100 = mean of six direct rows and 10 - heat, times 10; needs 6 of the 7 rows."""
    value = pulse(answers)
    return () if value is None else (_pulse_figure(value, None),)


def score_series(entries: Sequence[Entry]) -> Figures:
    """The pulse of each entry that has one, and for the latest whether it is a dip.

    A dip is a fall of 20 or more from the mean of the four pulses before.
    """
    read = [(one.on, pulse(one.answers)) for one in sorted(entries, key=lambda one: one.on)]
    known = [(on, value) for on, value in read if value is not None]
    figures = [_pulse_figure(value, week_of(on)) for on, value in known]
    if len(known) > DIP_BASELINE:
        usual = fmean(value for _, value in known[-DIP_BASELINE - 1 : -1])
        figures.append(_fall_figure(usual - known[-1][1], week_of(known[-1][0])))
    return tuple(figures)


def alerts(answers: Answers, previous: Answers | None) -> tuple[Alert, ...]:
    """Private alerts: voice 4 or less, or 3 or more below the entry before; pressure 7 or more.

    Args:
        answers: this entry.
        previous: the same person's entry before, if there is one.
    """
    raised: list[Alert] = []
    voice, pressure = number(answers, "voice", 0, 10), number(answers, "pressure", 0, 10)
    before = number(previous, "voice", 0, 10) if previous else None
    if voice is not None and voice <= VOICE_LOW:
        raised.append(Alert("voice", "low", f"Safe to speak my mind: {voice:g} of 10."))
    if voice is not None and before is not None and before - voice >= VOICE_FALL:
        fall = f"Safe to speak my mind: down from {before:g} to {voice:g}."
        raised.append(Alert("voice", "fall", fall))
    if pressure is not None and pressure >= PRESSURE_HIGH:
        words = f"Pressured about closeness or sex: {pressure:g} of 10."
        raised.append(Alert("pressure", "high", words))
    return tuple(raised)


def pulse(answers: Answers) -> float | None:
    """The pulse, 0 to 100 to one decimal, or `None` with fewer than 6 of the 7 rows."""
    values = list(rows(answers, "pulse", DIRECT_ROWS, 0, 10).values())
    heat = next(iter(rows(answers, "pulse", HEAT_ROWS, 0, 10).values()), None)
    if heat is not None:
        values.append(10 - heat)
    return rounded(fmean(values) * 10, 1) if len(values) >= FEWEST_ROWS else None


def _pulse_figure(value: float, week: str | None) -> Figure:
    return Figure(
        key="pulse",
        label="Pulse of the week",
        value=value,
        unit="of 100",
        low=0,
        high=100,
        direction="higher_better",
        words=f"Pulse {written(value)} of 100.",
        inputs=frozenset({"pulse"}),
        privacy="author",
        period=week,
    )


def _fall_figure(fall: float, week: str) -> Figure:
    fall = rounded(fall, 1)
    is_dip = fall >= DIP_POINTS
    if is_dip:
        words = f"This week is {points(fall)} below the mean of the four before."
    else:
        words = "This week is in line with the four before."
    return Figure(
        key="dip",
        label="Against the four weeks before",
        value="dip" if is_dip else "none",
        unit=None,
        low=None,
        high=None,
        direction="neutral",
        words=words,
        inputs=frozenset({"pulse"}),
        privacy="author",
        period=week,
    )


SCORER = Scorer("ci-weekly-pulse", score_own=score_own, score_series=score_series, alerts=alerts)
