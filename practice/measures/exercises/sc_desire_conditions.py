"""What opens and closes my wish: which circumstances help desire, for each and for both (Bancroft et al. 2009; Dewitte & Mayer 2018)."""

from __future__ import annotations

from statistics import fmean

from practice.measures.exercises.answers import rows
from practice.measures.exercises.figure import Answers, Figure, Figures, Scorer
from practice.measures.exercises.parts import named
from practice.measures.exercises.scales import Scale, figure, released
from practice.measures.quantity import rounded, written

CONTEXTS = (
    "after_a_good_talk",
    "when_chores_are_shared",
    "when_rested",
    "under_stress",
    "feeling_good_in_my_body",
    "after_a_quarrel",
    "feeling_pressured",
    "something_new",
    "real_privacy",
    "mornings",
    "evenings",
    "feeling_appreciated",
    "children_nearby",
    "worry_about_pain",
)
DIFFERS_FROM = 3
OPENS_FROM = 1
CLOSES_TO = -1
_INPUTS = {"contexts"}


def score_own(answers: Answers) -> Figures:
    """Net openness = mean of the answered rows, -2 closes to 2 opens; "does not apply" is no answer."""
    contexts = _contexts(answers)
    if not contexts:
        return ()
    net = rounded(float(fmean(contexts.values())), 2)
    words = f"Across these circumstances openness is {written(net)} on a scale from -2 to 2."
    scale = Scale(-2, 2, "points", "higher_better")
    return (figure("openness", "Net openness", net, words, scale, _INPUTS, sexual=True),)


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """Rows 3 or more apart; rows that open for both (1 or more) and that close for both (-1 or less)."""
    a, b = _contexts(a_answers), _contexts(b_answers)
    both = {row: (a[row], b[row]) for row in CONTEXTS if row in a and row in b}
    if not both:
        return ()
    apart = tuple(row for row, (x, y) in both.items() if abs(x - y) >= DIFFERS_FROM)
    opening = tuple(row for row, pair in both.items() if min(pair) >= OPENS_FROM)
    closing = tuple(row for row, pair in both.items() if max(pair) <= CLOSES_TO)
    return (
        _listed("differences", "Where the two differ most", apart),
        _listed("shared_openers", "What opens for both", opening),
        _listed("shared_closers", "What closes for both", closing),
    )


def _listed(key: str, label: str, found: tuple[str, ...]) -> Figure:
    names = ", ".join(map(named, found)) or "none"
    return figure(
        key,
        label,
        len(found),
        f"{label}: {names}.",
        Scale(0, len(CONTEXTS), f"of {len(CONTEXTS)}"),
        _INPUTS,
        privacy="joint",
        subject="couple",
        needs_released=released("contexts"),
        sexual=True,
        rows=found,
    )


def _contexts(answers: Answers) -> dict[str, float]:
    return rows(answers, "contexts", CONTEXTS, -2, 2)


SCORER = Scorer("sc-desire-conditions", score_own=score_own, score_pair=score_pair)
