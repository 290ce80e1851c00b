"""What closeness means: how far common myths are believed, by one and by both (Nobre & Pinto-Gouveia 2006)."""

from __future__ import annotations

from practice.measures.exercises.answers import rows
from practice.measures.exercises.figure import Answers, Figures, Scorer
from practice.measures.exercises.parts import named, of_hundred
from practice.measures.exercises.scales import INDEX_HEAVY, Scale, figure, released
from practice.measures.quantity import written

MYTHS = (
    "real_closeness_is_mostly_sex",
    "good_couples_just_know_no_need_to_ask",
    "desire_should_always_be_spontaneous",
    "sex_proves_love",
    "a_partner_owes_sex",
    "needing_space_means_love_is_fading",
    "talking_about_it_spoils_it",
    "films_show_roughly_how_it_should_be",
)
BELIEVED_FROM = 3
_INPUTS = {"myths"}


def score_own(answers: Answers) -> Figures:
    """Myth load 0 to 100 = mean of the answered rows x 25."""
    myths = _myths(answers)
    if not myths:
        return ()
    value = of_hundred(myths.values())
    words = f"Common beliefs that get in the way: {written(value)} of 100."
    return (figure("myth_load", "Myths believed", value, words, INDEX_HEAVY, _INPUTS),)


def score_pair(a_answers: Answers, b_answers: Answers) -> Figures:
    """Shared myths: rows that both believe at 3 or more."""
    a, b = _myths(a_answers), _myths(b_answers)
    both = [row for row in MYTHS if row in a and row in b]
    if not both:
        return ()
    shared = tuple(row for row in both if min(a[row], b[row]) >= BELIEVED_FROM)
    names = "; ".join(map(named, shared)) or "none"
    return (
        figure(
            "shared_myths",
            "Myths that both believe",
            len(shared),
            f"Believed by both: {names}.",
            Scale(0, len(MYTHS), f"of {len(MYTHS)}", "lower_better"),
            _INPUTS,
            privacy="joint",
            subject="couple",
            needs_released=released("myths"),
            rows=shared,
        ),
    )


def _myths(answers: Answers) -> dict[str, float]:
    return rows(answers, "myths", MYTHS, 0, 4)


SCORER = Scorer("ib-meaning-of-closeness", score_own=score_own, score_pair=score_pair)
