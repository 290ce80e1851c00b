from __future__ import annotations

from datetime import date

import pytest

from practice.measures.exercises import (
    aa_holding_back,
    aa_what_lands,
    af_reach_or_retreat,
    ib_meaning_of_closeness,
    sc_desire_conditions,
    sc_sexual_self_view,
    st_stress_map,
)
from practice.measures.exercises.figure import Answers, Entry
from practice.measures.exercises.registry import scorer_for
from tests.unit.measures.test_exercise_figures import entries, matrix, values

SKIPPED = {"skipped": True}


def own(slug: str, answers: Answers) -> dict[str, float | str | None]:
    return values(scorer_for(slug).score_own(answers))


def series(slug: str, *answers: Answers) -> dict[str, float | str | None]:
    return values(scorer_for(slug).score_series(entries(*answers)))


def tries(*drops: tuple[str, int, int]) -> Answers:
    return {"tries": [{"kind": k, "before": b, "after": a} for k, b, a in drops]}


def test_soothing_menu() -> None:
    first, second = tries(("breath", 8, 5), ("rest", 9, 1)), tries(("breath", 7, 6))
    assert own("er-soothing-menu", first) == {"mean_drop": 5.5}
    # Rest was tried once only: breath is the best of those tried twice.
    assert series("er-soothing-menu", first, second) == {"week_drop": 3.25, "best_kind": "breath"}
    assert own("er-soothing-menu", {"tries": [{"kind": "rest", "before": 5}]}) == {}


def test_readiness_twice_suggests_the_next_step_to_the_clinician() -> None:
    once = scorer_for("er-under-the-anger").score_series(entries({"ready": 6}, {"ready": 5}))
    assert once == ()
    [found] = scorer_for("er-under-the-anger").score_series(entries({"ready": 6}, {"ready": 9}))
    assert (found.value, found.privacy) == ("cc-softer-reach", "clinician")


@pytest.mark.parametrize(
    ("slug", "before", "after", "key"),
    [
        ("er-fair-observer", "before", "after", "shift"),
        ("sc-touch-steps", "anx_before", "anx_after", "nerves_drop"),
        ("df-i-position", "before", "after", "shift"),
        ("df-hold-steady", "anx", "anx_real", "calibration"),
        ("df-self-validation", "settled", "need", "self_soothing"),
        ("ei-deeper-talk", "close_after", "close_before", "gain"),
    ],
)
def test_before_and_after(slug: str, before: str, after: str, key: str) -> None:
    assert own(slug, {before: 8, after: 3}) == {key: 5}
    assert own(slug, {before: 3, after: 8}) == {key: -5}
    assert own(slug, {before: 8, after: SKIPPED}) == {}
    assert own(slug, {after: 8}) == {}


def test_the_fair_observer_over_months() -> None:
    months = [
        Entry(date(2026, month, 1), {"before": 8, "after": after})
        for month, after in ((3, 2), (1, 7), (2, 5))
    ]
    assert values(scorer_for("er-fair-observer").score_series(months)) == {"course": 5}
    assert scorer_for("er-fair-observer").score_series(months[:1]) == ()


def test_desire_conditions() -> None:
    contexts = dict(zip(sc_desire_conditions.CONTEXTS, ["2", "-1", "does_not_apply"], strict=False))
    assert own("sc-desire-conditions", {"contexts": contexts}) == {"openness": 0.5}
    assert own("sc-desire-conditions", {"contexts": SKIPPED}) == {}


@pytest.mark.parametrize(("answered", "expected"), [(8, 62.5), (6, 50.0), (5, None)])
def test_sexual_self_view_turns_two_rows_and_needs_six(
    answered: int, expected: float | None
) -> None:
    rows = (*sc_sexual_self_view.DIRECT, *sc_sexual_self_view.REVERSED)
    view = matrix(rows, [2, 2, 2, 2, 2, 2, 0, 0])
    kept = {row: view[row] for row in rows[:answered]}
    found = own("sc-sexual-self-view", {"view": kept})
    assert found == ({} if expected is None else {"self_view": expected})


def test_holding_steady_over_time() -> None:
    kinds = ("stayed_and_stayed_kind", "withdrew", SKIPPED, "stayed_and_stayed_kind")
    found = series("df-hold-steady", *({"happened": kind} for kind in kinds))
    assert found == {"steady_rate": 66.7}


@pytest.mark.parametrize(
    ("received", "hint"),
    [
        ([7, 8], "deeper"),
        ([7], None),
        ([9, 9, 3], "lighter"),
        ([7, 5], None),
        ([7, 4, 7], "deeper"),
    ],
)
def test_small_disclosures_hint_at_a_level(received: list[int], hint: str | None) -> None:
    found = series(
        "ei-small-disclosures", *({"level": "3_a_worry", "received": r} for r in received)
    )
    assert found == ({"level_hint": hint} if hint else {})


def test_a_hint_counts_only_the_newest_level() -> None:
    assert (
        series(
            "ei-small-disclosures",
            {"level": "1_everyday", "received": 9},
            {"level": "2_a_preference", "received": 9},
        )
        == {}
    )


def test_complaints_become_requests() -> None:
    answers: Answers = {
        "rows": [{"complaint": "x", "request": "one evening"}, {"complaint": "y"}],
        "when": "2026-01-20",
        "result": "mixed",
    }
    assert own("cc-complaint-to-request", answers) == {"conversions": 1}
    later = {**answers, "result": "not_yet"}
    unplanned = {"result": "well"}
    assert series("cc-complaint-to-request", answers, later, unplanned) == {"follow_through": 50}


def test_after_an_argument() -> None:
    logged: list[Answers] = [
        {"heat": 8, "reconnect_hours": 20, "pause_used": "yes_not_honoured"},
        {"heat": 6, "reconnect_hours": 2, "pause_used": "no"},
        {"heat": SKIPPED, "reconnect_hours": 3, "pause_used": "yes_honoured"},
    ]
    assert series("cc-after-argument", *logged) == {"heat": -2, "hours": 3, "honoured": 50}


def test_what_lands() -> None:
    rows = aa_what_lands.ROWS
    answers = {
        "lands": matrix(rows, [4, 3, 4, 4, 3, 0, 0, 0, 0, 0, 0, 0]),
        "recent": matrix(rows, [1, 4, 4, 2, 0, 0, 0, 0, 0, 0, 0, 0]),
    }
    [top, gap] = scorer_for("aa-what-lands").score_own(answers)
    assert top.rows == (rows[0], rows[2], rows[3])
    assert gap.value == 1.67
    without = {**answers, "recent": SKIPPED}
    assert list(own("aa-what-lands", without)) == ["top_three"]


def test_holding_back_myths_and_spillover_are_means_of_what_was_answered() -> None:
    held = matrix(aa_holding_back.ROWS[:2], [4, 1])
    assert own("aa-holding-back", {"held": held, "reasons": ["resentment"]}) == {
        "holding_back": 62.5
    }
    myths = matrix(ib_meaning_of_closeness.MYTHS, [0, 0, 0, 0, 4, 4, 4, 4])
    assert own("ib-meaning-of-closeness", {"myths": myths}) == {"myth_load": 50}
    spill = matrix(st_stress_map.SPILL, [1, 1, 1, 1, 0])
    loads = [{"source": "work", "load": 8}, {"source": "home"}, {"source": "money", "load": 5}]
    assert own("st-stress-map", {"spill": spill, "loads": loads}) == {"load": 13, "spillover": 20}


def test_old_messages_loosen() -> None:
    scripts = [{"then": 9, "now": 3}, {"then": 4, "now": 4}, {"then": 8}]
    assert own("af-scripts", {"scripts": scripts, "early": "yes"}) == {"loosening": 3}


def test_reach_and_retreat_need_all_four_rows_each() -> None:
    moves = matrix(
        (*af_reach_or_retreat.REACH, *af_reach_or_retreat.RETREAT), [6, 5, 4, 3, 0, 1, 2, 2]
    )
    assert own("af-reach-or-retreat", {"moves": moves}) == {"reach": 4.5, "retreat": 1.25}
    del moves["get_busy"]
    assert own("af-reach-or-retreat", {"moves": moves}) == {"reach": 4.5}


def test_hurts_are_followed_by_their_own_words() -> None:
    def hurts(*pairs: tuple[str, object]) -> Answers:
        return {"hurts": [{"what": what, "still_hurts": size} for what, size in pairs]}

    found = scorer_for("hb-hurt-and-repair").score_series(
        entries(
            {**hurts(("the party", 9), ("the move", 5)), "hurt_now": 8},
            {**hurts(("the party", 4)), "hurt_now": 5},
        )
    )
    assert values(found) == {"hurt.1": -5, "hurt_now": -3}
    assert {figure.privacy for figure in found} == {"author"}


def test_worth_and_support() -> None:
    answers: Answers = {
        "care": [{"planned": 3, "done": 5}, {"planned": 5, "done": 1}, {"planned": 7}],
        "people": [{"who": "M", "safe": "yes"}, {"who": "K", "safe": "not_sure"}],
        "alone": 8,
    }
    assert own("hb-worth-and-support", answers) == {"care": 50, "support": 1}
    assert series("hb-worth-and-support", {"believe": 3}, {}, {"believe": 7}) == {"belief": 4}


@pytest.mark.parametrize(
    ("alone", "people", "prompted"),
    [
        (8, [], True),
        (8, [{"who": "K", "safe": "not_sure"}], True),
        (8, [{"who": "M", "safe": "yes"}], False),
        (7, [], False),
        (SKIPPED, [], False),
    ],
)
def test_alone_with_nobody_safe_prompts_the_clinician(
    alone: object, people: list[object], prompted: bool
) -> None:
    alerts = scorer_for("hb-worth-and-support").alerts
    assert bool(alerts({"alone": alone, "people": people}, None)) is prompted


def test_daily_minute_means_of_a_week() -> None:
    found = series(
        "ci-daily-minute",
        {"quality": 6, "talk_min": 30, "stress": 4, "desire": SKIPPED},
        {"quality": 8, "talk_min": 0},
    )
    assert found == {"quality": 7, "talk": 15, "stress": 4}


def test_daily_minute_contrast_needs_fourteen_days_and_claims_no_cause() -> None:
    qualities = [8, 6, 3, 4, 8, 6, 3, 4, 8, 6, 3, 4, 8, 6]
    scorer = scorer_for("ci-daily-minute")
    [contrast] = [
        figure
        for figure in scorer.score_series(entries(*({"quality": q} for q in qualities)))
        if figure.key == "next_day"
    ]
    # After 8 always 6; after 6, 3 and 4 came 3, 4 and 8, three times each.
    assert contrast.value == 1
    assert "no cause" in contrast.words
    fewer = scorer.score_series(entries(*({"quality": q} for q in qualities[:13])))
    assert not [figure for figure in fewer if figure.key == "next_day"]
