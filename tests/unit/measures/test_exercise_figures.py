from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import pytest

from practice.measures.exercises.figure import Entry, Figure
from practice.measures.exercises.registry import SCORED_SLUGS, scorer_for

MONDAY = date(2026, 1, 12)
AREAS = ("physical", "emotional", "spiritual_or_meaning", "mental")
PLEASURE = (
    "intimacy_was_enjoyable",
    "you_felt_emotionally_connected_during_it",
    "you_reached_orgasm",
)
TOPICS = [
    "what_feels_good",
    "what_does_not",
    "how_often",
    "starting_things",
    "saying_no",
    "pleasure_and_orgasm",
    "contraception_or_sexual_health",
    "fantasies",
    "body_image",
    "pain_or_health_changes",
    "solo_sex_or_pornography",
    "past_experiences",
]
PULSE = [
    "close_to_my_partner",
    "heard",
    "appreciated",
    "affection_felt_right",
    "we_worked_as_a_team",
    "respected_and_loved",
    "conflict_was_too_hot",
]


def matrix(rows: Iterable[str], values: Iterable[int]) -> dict[str, str]:
    return {row: str(value) for row, value in zip(rows, values, strict=True)}


def values(figures: tuple[Figure, ...]) -> dict[str, float | str | None]:
    return {f"{f.subject}:{f.key}" if f.subject else f.key: f.value for f in figures}


def entries(*answers: Mapping[str, object]) -> list[Entry]:
    return [Entry(MONDAY + timedelta(days=i), one) for i, one in enumerate(answers)]


AMARA_WHEEL = {
    "now": matrix(AREAS, [4, 3, 6, 5]),
    "wish": matrix(AREAS, [6, 9, 8, 7]),
    "importance": matrix(AREAS, [6, 10, 8, 6]),
    "guess_wish": matrix(AREAS, [9, 6, 4, 7]),
}
DANIEL_WHEEL = {
    "now": matrix(AREAS, [3, 6, 5, 6]),
    "wish": matrix(AREAS, [8, 7, 5, 7]),
    "importance": matrix(AREAS, [9, 7, 3, 6]),
    "guess_wish": matrix(AREAS, [5, 7, 6, 6]),
}


def test_balance_wheel_of_couple_1() -> None:
    scorer = scorer_for("ib-balance-wheel")
    amara, daniel = values(scorer.score_own(AMARA_WHEEL)), values(scorer.score_own(DANIEL_WHEEL))
    assert (amara["weighted_need"], amara["balance"], amara["gap.emotional"]) == (3.333, 70, 6)
    assert (daniel["weighted_need"], daniel["balance"]) == (2.32, 70)
    assert values(scorer.score_pair(AMARA_WHEEL, DANIEL_WHEEL)) == {
        "couple:one_sidedness": 0.5,
        "couple:wish_similarity": -0.5632,
        "a:guess_error": 0.75,
        "b:guess_error": 1.5,
    }


@pytest.mark.parametrize(
    ("now", "wish", "importance", "need", "balance"),
    [
        ([2, 7, 8, 7], [5, 8, 9, 8], [7, 9, 9, 7], 1.438, 40),  # Rosa
        ([3, 6, 5, 8], [3, 8, 6, 8], [4, 9, 5, 8], 0.885, 50),  # Mei-Lin
    ],
)
def test_balance_wheel_of_couple_2(
    now: list[int], wish: list[int], importance: list[int], need: float, balance: int
) -> None:
    wheel = {
        "now": matrix(AREAS, now),
        "wish": matrix(AREAS, wish),
        "importance": matrix(AREAS, importance),
    }
    found = values(scorer_for("ib-balance-wheel").score_own(wheel))
    assert (found["weighted_need"], found["balance"]) == (need, balance)


def test_balance_wheel_says_what_is_undefined() -> None:
    scorer = scorer_for("ib-balance-wheel")
    nothing_matters = {**AMARA_WHEEL, "importance": matrix(AREAS, [0, 0, 0, 0])}
    [need] = [f for f in scorer.score_own(nothing_matters) if f.key == "weighted_need"]
    assert (need.value, need.words) == (
        None,
        "Not worked out: no area was marked as important.",
    )
    same = {"wish": matrix(AREAS, [5, 5, 5, 5])}
    [similarity] = scorer.score_pair(same, same)
    assert similarity.value is None
    hidden = {"now": matrix(AREAS[2:], [4, 5])}
    assert scorer.score_own(hidden) == ()


def test_closeness_circles() -> None:
    scorer = scorer_for("df-closeness-circles")
    amara = {"actual_emotional": "3", "ideal_emotional": 6, "guess_ideal": "4", "room": 6}
    daniel = {"actual_emotional": "4", "ideal_emotional": "5", "guess_ideal": 5}
    assert values(scorer.score_own(amara)) == {"discrepancy_emotional": 3}
    assert values(scorer.score_own(daniel)) == {"discrepancy_emotional": 1}
    assert values(scorer.score_pair(amara, daniel)) == {
        "couple:ideal_gap_emotional": 1,
        "a:guess_error": 1,
        "b:guess_error": 1,
    }
    rosa = {"actual_emotional": "6", "ideal_emotional": "6", "room": 3}
    [note] = [f for f in scorer.score_own(rosa) if f.key == "over_closeness"]
    assert (note.value, note.privacy) == ("possible over-closeness", "clinician")
    sexual = {"actual_sexual": "2", "ideal_sexual": "skip"}
    assert scorer.score_own(sexual) == ()


def test_topic_comfort() -> None:
    scorer = scorer_for("sc-topic-comfort")
    amara: dict[str, object] = {"comfort": matrix(TOPICS, [2, 1, 2, 1, 2, 1, 3, 0, 1, 2, 0, 1])}
    daniel: dict[str, object] = {"comfort": matrix(TOPICS, [3, 2, 2, 2, 1, 3, 3, 1, 3, 2, 1, 1])}
    assert values(scorer.score_own(amara)) == {"comfort": 33.3}
    assert values(scorer.score_own(daniel)) == {"comfort": 50.0}
    # Daniel's three easiest, ties by order: what feels good, pleasure and orgasm, contraception.
    amara["guess"] = [TOPICS[0], TOPICS[6], TOPICS[8]]
    pair = {(f.key, f.subject): f for f in scorer.score_pair(amara, daniel)}
    assert pair["shared_easy", "couple"].rows == (TOPICS[6],)
    assert pair["shared_hard", "couple"].rows == (TOPICS[7], TOPICS[10], TOPICS[11])
    assert pair["gap.body_image", "couple"].value == 2
    assert pair["guess_hits", "a"].value == 2


@pytest.mark.parametrize(("skipped", "has_score"), [(3, True), (4, False)])
def test_topic_comfort_needs_nine_of_twelve(skipped: int, has_score: bool) -> None:
    comfort = matrix(TOPICS, [2] * 12) | dict.fromkeys(TOPICS[:skipped], "skip")
    assert bool(scorer_for("sc-topic-comfort").score_own({"comfort": comfort})) is has_score


def test_pleasure_guess() -> None:
    amara = {"mine": matrix(PLEASURE, [2, 1, 1]), "guess": matrix(PLEASURE, [3, 2, 4])}
    daniel = {"mine": matrix(PLEASURE, [3, 3, 4]), "guess": matrix(PLEASURE, [3, 3, 3])}
    found = scorer_for("sc-pleasure-guess").score_pair(amara, daniel)
    assert [f.value for f in found if f.subject == "b"] == [1, 2, 2, 1.67]
    assert [f.value for f in found if f.subject == "a"] == [0, -1, 0, 0.33]
    [daniels_mean] = [f for f in found if f.subject == "b" and f.key == "mean_gap"]
    assert daniels_mean.rows == PLEASURE[1:]
    unsaid = {"mine": {PLEASURE[0]: "rather_not_say", PLEASURE[1]: "does_not_apply"}}
    assert scorer_for("sc-pleasure-guess").score_pair(unsaid, daniel) == ()


def test_weekly_pulse() -> None:
    own = scorer_for("ci-weekly-pulse").score_own
    for direct, heat, pulse in [
        ([4, 3, 3, 4, 5, 5], 7, 38.6),  # Amara
        ([5, 5, 4, 4, 6, 6], 6, 48.6),  # Daniel
        ([5, 3, 4, 4, 4, 3], 7, 37.1),  # Jordan
        ([8, 8, 7, 7, 8, 8], 3, 75.7),  # Sam
    ]:
        answers = {"pulse": matrix(PULSE, [*direct, heat]), "voice": 1, "pressure": 9}
        assert values(own(answers)) == {"pulse": pulse}
    assert values(own({"pulse": matrix(PULSE[:6], [5] * 6)})) == {"pulse": 50}
    assert own({"pulse": matrix(PULSE[:5], [5] * 5)}) == ()
    assert own({"pulse": {"skipped": True}}) == ()


@pytest.mark.parametrize(("last", "expected"), [(4, "dip"), (5, "none")])
def test_a_dip_is_twenty_below_the_mean_of_the_four_before(last: int, expected: str) -> None:
    flat = [matrix(PULSE, [*[level] * 6, 10 - level]) for level in (6, 6, 6, 6, last)]
    series = scorer_for("ci-weekly-pulse").score_series
    assert values(series(entries(*({"pulse": one} for one in flat))))["dip"] == expected
    assert "dip" not in values(series(entries(*({"pulse": one} for one in flat[1:]))))


@pytest.mark.parametrize(
    ("answers", "previous", "raised"),
    [
        ({"voice": 3, "pressure": 8}, None, [("voice", "low"), ("pressure", "high")]),  # Jordan
        ({"voice": 9, "pressure": 1}, None, []),  # Sam
        ({"voice": 4}, None, [("voice", "low")]),
        ({"voice": 5}, {"voice": 8}, [("voice", "fall")]),
        ({"voice": 6}, {"voice": 8}, []),
        ({"voice": 3}, {"voice": 9}, [("voice", "low"), ("voice", "fall")]),
        ({"pressure": "7"}, None, [("pressure", "high")]),
        ({"voice": {"skipped": True}}, {"voice": 9}, []),
        ({}, None, []),
    ],
)
def test_pulse_alerts(
    answers: dict[str, object], previous: dict[str, object] | None, raised: list[tuple[str, str]]
) -> None:
    alerts = scorer_for("ci-weekly-pulse").alerts(answers, previous)
    assert [(alert.field, alert.reason) for alert in alerts] == raised


def test_daily_appreciation_week_1_of_couple_1() -> None:
    def week(given: int, received: int) -> list[Entry]:
        return entries(
            *(
                {
                    "said": "wrote" if day < given else "not_yet",
                    "got_one": "yes" if day < received else "not_sure",
                    "felt": 4,
                }
                for day in range(7)
            )
        )

    scorer, amara, daniel = scorer_for("aa-daily-appreciation"), week(5, 2), week(2, 5)
    assert values(scorer.score_series(amara)) == {
        "given": 5,
        "received": 2,
        "balance": -3,
        "mean_felt": 4,
    }
    assert values(scorer.score_series(daniel))["balance"] == 3
    [equity] = scorer.score_pair_series(amara, daniel)
    assert (equity.value, equity.privacy, equity.period) == (3, "clinician", "2026-W03")
    twice = [*amara, Entry(MONDAY, {"said": "said"})]
    assert values(scorer.score_series(twice))["given"] == 5
    assert scorer.score_pair_series(amara, []) == ()


def test_feelings_log() -> None:
    scorer = scorer_for("er-feelings-log")
    logged: list[dict[str, object]] = [
        {"intensity": 8, "after": 5, "feeling": ["hurt", "lonely"], "said": "to_my_partner"},
        {"intensity": 6, "after": 6, "feeling": ["hurt"], "said": "in_my_head"},
        {"intensity": 7, "feeling": ["tense"], "said": "on_paper"},
    ]
    assert values(scorer.score_own(logged[0])) == {"recovery": 3}
    assert scorer.score_own(logged[2]) == ()
    assert values(scorer.score_series(entries(*logged))) == {
        "mean_intensity": 7,
        "mean_recovery": 1.5,
        "distinct_words": 3,
        "put_into_words": 66.7,
    }
    assert scorer.score_series(entries(*logged[:2])) == ()
    over_the_weekend = [Entry(MONDAY + timedelta(days=d), logged[0]) for d in (5, 6, 7)]
    assert scorer.score_series(over_the_weekend) == ()


def test_i_position() -> None:
    answers = {"check": ["no_blame_words", "owns_my_feeling"], "before": 7, "after": 4}
    assert values(scorer_for("df-i-position").score_own(answers)) == {"check_count": 2, "shift": 3}
    assert values(scorer_for("df-i-position").score_own({"check": []})) == {"check_count": 0}


@pytest.mark.parametrize(
    ("answers", "valid"),
    [
        ({"return": "Daniel starts with tea", "max_hours": 2}, "valid"),
        ({"return": "  ", "max_hours": 2}, "not_yet"),
        ({"return": "Daniel starts"}, "not_yet"),
        ({"return": "Daniel starts", "max_hours": 48}, "not_yet"),
        ({}, "not_yet"),
    ],
)
def test_a_time_out_needs_a_return(answers: dict[str, object], valid: str) -> None:
    assert values(scorer_for("cc-timeout-agreement").score_own(answers)) == {"couple:valid": valid}


@pytest.mark.parametrize(
    ("ratings", "opens"), [([2, 1, 1], "ready"), ([2, 1, 0], "not_ready"), ([2, 2], "not_ready")]
)
def test_readiness_for_a_softer_reach(ratings: list[int], opens: str) -> None:
    names = ("blaming_partner_softened", "other_partner_engaged", "risk_of_rebuff")
    answers = {"readiness": dict(zip(names, ratings, strict=False))}
    found = values(scorer_for("cc-softer-reach").score_own(answers))
    assert found["opens"] == opens
    assert found.get("readiness_total") == (sum(ratings) if len(ratings) == 3 else None)


def test_exercises_without_a_score_answer_with_nothing() -> None:
    signals = scorer_for("er-overwhelm-signals")
    answers: dict[str, object] = {"threshold": 6, "recovery_minutes": 30, "signs": ["tears"]}
    assert signals.score_own(answers) == ()
    assert signals.score_pair(answers, answers) == ()
    assert scorer_for("ei-walls-and-doors").score_own({"walls": ["work"]}) == ()
    assert [scorer_for(slug).slug for slug in SCORED_SLUGS] == list(SCORED_SLUGS)
