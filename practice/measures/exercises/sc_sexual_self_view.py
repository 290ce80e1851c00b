"""How I see myself as a sexual person: own wording, for its author and the clinician alone (Menard & Offman 2009)."""

from __future__ import annotations

from practice.measures.exercises.answers import rows
from practice.measures.exercises.figure import Answers, Figures, Scorer
from practice.measures.exercises.scales import INDEX_GOOD, figure
from practice.measures.quantity import rounded, written

DIRECT = (
    "i_can_say_what_i_enjoy",
    "i_can_say_no_without_guilt",
    "my_body_deserves_kindness",
    "i_can_stay_present",
    "my_wishes_count_as_much_as_my_partner_s",
    "i_like_who_i_am_sexually",
)
REVERSED = ("shame_gets_in_my_way", "i_compare_my_body_with_others")
FEWEST = 6
HIGHEST = 4


def score_own(answers: Answers) -> Figures:
    """Self-view 0 to 100 = (sum of direct + sum of 4 - reversed) / (4 x answered) x 100; needs 6 of the 8."""
    direct = rows(answers, "view", DIRECT, 0, HIGHEST)
    turned = rows(answers, "view", REVERSED, 0, HIGHEST)
    answered = len(direct) + len(turned)
    if answered < FEWEST:
        return ()
    total = sum(direct.values()) + sum(HIGHEST - value for value in turned.values())
    value = rounded(float(total / (HIGHEST * answered) * 100), 1)
    words = f"Kindness towards oneself as a sexual person: {written(value)} of 100."
    return (figure("self_view", "Self-view", value, words, INDEX_GOOD, {"view"}, sexual=True),)


SCORER = Scorer("sc-sexual-self-view", score_own=score_own)
