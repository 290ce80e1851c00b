from __future__ import annotations

from datetime import date, timedelta

import pytest

from practice.catalogue.loading import load_definitions
from practice.measures.exercises import (
    aa_what_lands,
    ib_meaning_of_closeness,
    sc_desire_conditions,
)
from practice.measures.exercises.core_feelings import CORE_OF
from practice.measures.exercises.figure import Answers, Entry
from practice.measures.exercises.registry import scorer_for
from tests.unit.measures.test_exercise_figures import MONDAY, entries, matrix, values

SKIPPED = {"skipped": True}


def pair(slug: str, a: Answers, b: Answers) -> dict[str, float | str | None]:
    return values(scorer_for(slug).score_pair(a, b))


def test_what_opens_and_closes_for_both() -> None:
    rows = sc_desire_conditions.CONTEXTS[:5]
    found = scorer_for("sc-desire-conditions").score_pair(
        {"contexts": matrix(rows, [2, 1, -1, 2, -2])},
        {"contexts": matrix(rows, [1, 0, -2, -1, 1])},
    )
    assert [figure.rows for figure in found] == [(rows[3], rows[4]), (rows[0],), (rows[2],)]
    one_alone: Answers = {"contexts": matrix(rows, [2] * 5)}
    assert pair("sc-desire-conditions", one_alone, {"contexts": SKIPPED}) == {}


@pytest.mark.parametrize(
    ("a", "b", "pattern"),
    [
        ("pull_back", "reach_and_press", "pursue-withdraw"),
        ("pull_back", "pull_back", "mutual withdrawal"),
        ("attack", "defend", "attack-defend"),
        ("attack", "attack", "attack-defend"),
        ("defend", "defend", "mixed"),
        ("it_varies", "attack", "mixed"),
    ],
)
def test_the_pattern_of_two_roles(a: str, b: str, pattern: str) -> None:
    assert pair("cc-loop-map", {"role": a}, {"role": b}) == {"couple:pattern": pattern}


def test_a_role_left_out_makes_no_pattern() -> None:
    assert pair("cc-loop-map", {"role": SKIPPED}, {"role": "attack"}) == {}


def test_core_feelings_are_those_of_the_word_list() -> None:
    field = load_definitions()["cc-loop-map"].field("i_feel")
    written = {word.value: group.value for group in field.groups for word in group.options}
    assert written | {group.value: group.value for group in field.groups} == CORE_OF


def test_rounds_of_speaking_and_listening() -> None:
    rounds = [
        {"accurate": "yes", "validated": "yes"},
        {"accurate": "partly", "validated": "no"},
        {"accurate": "no"},
        {"point": "not judged"},
    ]
    found = scorer_for("cc-speaker-listener").score_own({"rounds": rounds})
    assert values(found) == {"echo_accuracy": 50, "validation": 50}
    assert {figure.privacy for figure in found} == {"joint"}


def test_the_idea_both_can_live_with() -> None:
    ideas = [
        {"idea": "Mornings", "a_rating": 9, "b_rating": 4},
        {"idea": "Sundays", "a_rating": 6, "b_rating": 5},
        {"idea": "Evenings", "a_rating": 5, "b_rating": 7},
        {"idea": "Unrated", "a_rating": 10},
    ]
    own = scorer_for("cc-side-by-side").score_own
    assert values(own({"ideas": ideas, "outcome": "1"})) == {"best_idea": "Evenings", "outcome": 1}
    assert values(own({"ideas": ideas[3:], "outcome": "-2"})) == {"outcome": -2}


def test_guessing_what_lands() -> None:
    rows = aa_what_lands.ROWS
    daniel: Answers = {"lands": matrix(rows[:4], [1, 4, 3, 3])}
    amara: Answers = {"guess3": [rows[0], rows[1], rows[3]]}
    assert pair("aa-what-lands", amara, daniel) == {"a:guess_hits": 2}
    assert pair("aa-what-lands", amara, {"lands": matrix(rows[:2], [1, 4])}) == {}


def test_myths_that_both_believe() -> None:
    rows = ib_meaning_of_closeness.MYTHS
    [found] = scorer_for("ib-meaning-of-closeness").score_pair(
        {"myths": matrix(rows, [3, 4, 0, 3, 0, 0, 0, 0])},
        {"myths": matrix(rows[:4], [3, 2, 4, 4])},
    )
    assert found.rows == (rows[0], rows[3])


def test_values_chosen_by_both() -> None:
    a = {"top5": ["honesty", "kindness", "family", "freedom", "humour"]}
    b = {
        "top5": ["kindness", "humour", "health", "courage", "patience"],
        "guess5": ["honesty", "kindness", "family", "health", "courage"],
    }
    assert pair("ib-values-and-spirit", a, b) == {"couple:values_overlap": 40, "b:guess_hits": 3}
    assert pair("ib-values-and-spirit", {"top5": ["honesty"]}, b) == {}


def test_something_new() -> None:
    scorer = scorer_for("ib-something-new")
    together = scorer.score_series(entries({"did": "yes"}, {"did": "partly"}, {"did": "no"}))
    assert values(together) == {"completion": 50}
    a, b = {"enjoy": 8, "novel": 7}, {"enjoy": 5, "novel": 4}
    assert pair("ib-something-new", a, b) == {
        "couple:joint_enjoyment": 5,
        "couple:mean_novelty": 5.5,
    }
    assert {figure.privacy for figure in scorer.score_pair(a, b)} == {"clinician"}


@pytest.mark.parametrize(
    ("slug", "table", "column"),
    [
        ("hb-trust-ladder", "promises", "kept"),
        ("hb-hurt-and-repair", "repair", "kept"),
        ("hb-boundaries", "agreements", "kept"),
    ],
)
def test_what_was_kept_counts_only_what_is_due(slug: str, table: str, column: str) -> None:
    said = ["yes", "yes", "partly", "no", "pending", None]
    lines = [{"agreement": "one", column: word} for word in said]
    found = {f.key: f for f in scorer_for(slug).score_own({table: lines})}
    assert (found["kept"].value, found["kept"].privacy) == (62.5, "joint")
    waiting = scorer_for(slug).score_own({table: [{"agreement": "one", column: "pending"}]})
    assert "kept" not in values(waiting)


def test_trust_over_time_is_each_ones_own() -> None:
    [found] = scorer_for("hb-trust-ladder").score_series(entries({"trust": 2}, {"trust": 5}))
    assert (found.value, found.privacy) == (3, "author")


@pytest.mark.parametrize(("guess", "match"), [("listening", 1), ("space", 0), (SKIPPED, None)])
def test_guessing_the_support_that_is_wished_for(guess: object, match: int | None) -> None:
    found = pair("st-stress-map", {"guess_wish": guess}, {"wish": "listening"})
    assert found == ({} if match is None else {"a:guess_match": match})


def test_two_views_of_the_load_are_for_the_clinician() -> None:
    a = {"share": [{"row": "cooking", "share": 80}, {"row": "income", "share": 30}], "fair": 3}
    b = {"share": [{"row": "cooking", "share": 45}, {"row": "children", "share": 9}], "fair": 8}
    assert pair("st-carry-it-together", a, b) == {
        "couple:surplus.cooking": 25,
        "couple:fairness_gap": 5,
    }
    found = scorer_for("st-carry-it-together").score_pair(a, b)
    assert {figure.privacy for figure in found} == {"clinician"}


def test_meetings_held_and_decisions_carried_out() -> None:
    scorer = scorer_for("ci-couple-meeting")
    meetings = [
        Entry(MONDAY, {"next_time": "2026-01-19"}),
        Entry(MONDAY + timedelta(days=9), {"next_time": "2026-01-26"}),
        Entry(MONDAY + timedelta(days=40), {"next_time": "2026-03-01"}),
    ]
    # The first was two days late; nothing came near the second; the third is still to come.
    assert values(scorer.score_series(meetings)) == {"held": 50}
    decided = [{"done": "yes"}, {"done": "not_yet"}, {"what": "unsaid"}]
    assert values(scorer.score_own({"decisions": decided})) == {"done": 50}


def test_shares_in_four_weeks_are_compared_for_the_clinician() -> None:
    def shares(*days: int) -> list[Entry]:
        return [Entry(date(2026, 1, 1) + timedelta(days=d), {"share": "words"}) for d in days]

    series = scorer_for("ei-small-disclosures").score_pair_series
    [found] = series(shares(0, 1, 40, 44, 50, 55), shares(54))
    assert (found.value, found.privacy) == ("4 : 1", "clinician")
    assert "more than 3 to 1" in found.words
    [even] = series(shares(40, 44, 50), shares(54))
    assert "more than" not in even.words
    assert series(shares(40), []) == ()


def steps(*sessions: tuple[str, int, int]) -> list[Entry]:
    return entries(*({"step": s, "presence": p, "pressure": q} for s, p, q in sessions))


WELL, PRESSED = ("1_hands_and_face_clothed", 7, 2), ("1_hands_and_face_clothed", 7, 4)


@pytest.mark.parametrize(
    ("a", "b", "advance"),
    [
        ([WELL, WELL], [WELL, WELL], "may advance"),
        ([PRESSED, WELL, WELL], [WELL, WELL], "may advance"),
        ([WELL, WELL], [WELL, PRESSED], "stay"),
        ([WELL, WELL], [WELL], None),
        ([WELL, WELL], [WELL, ("3_whole_body_no_goal", 9, 0)], None),
    ],
)
def test_the_next_step_of_touch_is_only_suggested(
    a: list[tuple[str, int, int]], b: list[tuple[str, int, int]], advance: str | None
) -> None:
    found = scorer_for("sc-touch-steps").score_pair_series(steps(*a), steps(*b))
    assert [(f.value, f.privacy) for f in found] == ([(advance, "clinician")] if advance else [])


def test_a_stop_that_was_not_respected_suggests_nothing_further() -> None:
    a = [Entry(e.on, {**e.answers, "stop": "yes_not_respected"}) for e in steps(WELL, WELL)]
    [found] = scorer_for("sc-touch-steps").score_pair_series(a, steps(WELL, WELL))
    assert found.value == "stay"


def test_wishes_month_by_month() -> None:
    a = [Entry(date(2026, m, 3), {"wish_month": w}) for m, w in ((1, 3), (2, 4))]
    b = [Entry(date(2026, m, 9), {"wish_month": w}) for m, w in ((1, 8), (3, 8))]
    [found] = scorer_for("sc-desire-difference-plan").score_pair_series(a, b)
    assert (found.period, found.value, found.privacy) == ("2026-01", 5, "clinician")
