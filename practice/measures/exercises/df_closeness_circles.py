"""Closeness circles: how close it is, how close it is wished, and room for a self (Aron, Aron & Smollan 1992)."""

from __future__ import annotations

from typing import Literal

from practice.measures.exercises.answers import number
from practice.measures.exercises.figure import Answers, Figure, Figures, Person, Scorer
from practice.measures.exercises.guessing import guess_error
from practice.measures.quantity import points

Kind = Literal["emotional", "sexual"]
KINDS: tuple[Kind, ...] = ("emotional", "sexual")
CLOSE_FROM = 6
LITTLE_ROOM = 3


def score_own(answers: Answers) -> Figures:
    """Closeness discrepancy = ideal - actual (-6 to 6), and a note for the clinician on over-closeness."""
    return (
        *(figure for kind in KINDS for figure in _discrepancy(answers, kind)),
        *_over_closeness(answers),
    )


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """Gap between the two ideals (from released fields), and how each one's guess came out."""
    return (
        *(figure for kind in KINDS for figure in _ideal_gap(a_answers, b_answers, kind)),
        *_guess("a", a_answers, b_answers),
        *_guess("b", b_answers, a_answers),
    )


def _circle(answers: Answers, key: str) -> float | None:
    return number(answers, key, 1, 7)


def _discrepancy(answers: Answers, kind: Kind) -> Figures:
    actual, ideal = _circle(answers, f"actual_{kind}"), _circle(answers, f"ideal_{kind}")
    if actual is None or ideal is None:
        return ()
    wanted = ideal - actual
    if wanted == 0:
        words = f"{kind.capitalize()} closeness is as wished."
    else:
        words = (
            f"{points(abs(wanted))} {'more' if wanted > 0 else 'less'} {kind} closeness is wished."
        )
    return (
        Figure(
            key=f"discrepancy_{kind}",
            label=f"Wished minus now: {kind} closeness",
            value=wanted,
            unit="points",
            low=-6,
            high=6,
            direction="neutral",
            words=words,
            inputs=frozenset({f"actual_{kind}", f"ideal_{kind}"}),
            privacy="author",
            sexual=kind == "sexual",
        ),
    )


def _over_closeness(answers: Answers) -> Figures:
    actual, room = _circle(answers, "actual_emotional"), number(answers, "room", 0, 10)
    if actual is None or room is None or actual < CLOSE_FROM or room > LITTLE_ROOM:
        return ()
    return (
        Figure(
            key="over_closeness",
            label="Room for a self",
            value="possible over-closeness",
            unit=None,
            low=None,
            high=None,
            direction="neutral",
            words=f"Possible over-closeness: circles {actual:g} of 7 with room {room:g} of 10.",
            inputs=frozenset({"actual_emotional", "room"}),
            privacy="clinician",
        ),
    )


def _ideal_gap(a: Answers, b: Answers, kind: Kind) -> Figures:
    field = f"ideal_{kind}"
    ideal_a, ideal_b = _circle(a, field), _circle(b, field)
    if ideal_a is None or ideal_b is None:
        return ()
    size = abs(ideal_a - ideal_b)
    words = (
        f"You wish for the same {kind} closeness."
        if size == 0
        else f"Your wishes for {kind} closeness are {points(size)} apart."
    )
    return (
        Figure(
            key=f"ideal_gap_{kind}",
            label=f"Distance between the wishes: {kind} closeness",
            value=size,
            unit="points",
            low=0,
            high=6,
            direction="lower_better",
            words=words,
            inputs=frozenset({field}),
            privacy="joint",
            subject="couple",
            needs_released=frozenset({f"a.{field}", f"b.{field}"}),
            sexual=kind == "sexual",
        ),
    )


def _guess(guesser: Person, own: Answers, partner: Answers) -> Figures:
    guess, ideal = _circle(own, "guess_ideal"), _circle(partner, "ideal_emotional")
    return guess_error(
        guesser,
        {} if guess is None else {"ideal": guess},
        {} if ideal is None else {"ideal": ideal},
        guess_field="guess_ideal",
        actual_field="ideal_emotional",
        high=6,
    )


SCORER = Scorer("df-closeness-circles", score_own=score_own, score_pair=score_pair)
