from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.measures.exercises.figure import Entry, Figure
from practice.measures.exercises.registry import SCORED_SLUGS, scorer_for

# What the catalogue says of each field that a figure reads.
VISIBILITY = {
    "er-feelings-log": dict.fromkeys(["feeling", "intensity", "said", "after"], "own"),
    "sc-topic-comfort": {"comfort": "reveal", "guess": "own"},
    "sc-pleasure-guess": {"mine": "reveal", "guess": "own"},
    "df-i-position": {"before": "own", "check": "own", "after": "own"},
    "df-closeness-circles": {
        **dict.fromkeys(
            ["actual_emotional", "ideal_emotional", "actual_sexual", "ideal_sexual"], "reveal"
        ),
        "guess_ideal": "own",
        "room": "own",
    },
    "cc-timeout-agreement": {"return": "joint", "max_hours": "joint"},
    "cc-softer-reach": {"readiness": "clin"},
    "aa-daily-appreciation": dict.fromkeys(["said", "got_one", "felt"], "own"),
    "ib-balance-wheel": {
        **dict.fromkeys(["now", "wish", "importance"], "reveal"),
        "guess_wish": "own",
    },
    "ci-weekly-pulse": {"pulse": "own"},
}
ROW_NAMES = [
    *["physical", "emotional", "spiritual_or_meaning", "mental"],
    *["intimacy_was_enjoyable", "you_reached_orgasm"],
    *["what_feels_good", "how_often", "fantasies", "body_image", "saying_no", "past_experiences"],
    *["what_does_not", "starting_things", "pleasure_and_orgasm", "contraception_or_sexual_health"],
    *["heard", "appreciated", "close_to_my_partner", "affection_felt_right"],
    *["we_worked_as_a_team", "respected_and_loved"],
    *["blaming_partner_softened", "other_partner_engaged", "risk_of_rebuff"],
]
FULL_ROWS = dict.fromkeys(ROW_NAMES, "1")
FULL: dict[str, dict[str, object]] = {
    "er-feelings-log": {"feeling": ["hurt"], "intensity": 6, "said": "on_paper", "after": 2},
    "sc-topic-comfort": {"comfort": FULL_ROWS, "guess": ["how_often"]},
    "sc-pleasure-guess": {"mine": FULL_ROWS, "guess": FULL_ROWS},
    "df-i-position": {"before": 7, "check": ["no_blame_words"], "after": 3},
    "df-closeness-circles": {
        **dict.fromkeys(["actual_emotional", "ideal_emotional", "actual_sexual"], "6"),
        "ideal_sexual": "5",
        "guess_ideal": "4",
        "room": 2,
    },
    "cc-timeout-agreement": {"return": "with tea", "max_hours": 2},
    "cc-softer-reach": {"readiness": dict.fromkeys(ROW_NAMES[-3:], 2)},
    "aa-daily-appreciation": {"said": "said", "got_one": "yes", "felt": 7},
    "ib-balance-wheel": dict.fromkeys(["now", "wish", "importance", "guess_wish"], FULL_ROWS),
    "ci-weekly-pulse": {"pulse": FULL_ROWS, "voice": 2, "pressure": 9},
    "er-overwhelm-signals": {"threshold": 5, "recovery_minutes": 30},
}
SCORED = pytest.mark.parametrize("slug", SCORED_SLUGS)


def of_one(slug: str) -> tuple[Figure, ...]:
    scorer, answers = scorer_for(slug), FULL[slug]
    series = [Entry(date(2026, 1, 12) + timedelta(days=d), answers) for d in range(6)]
    return (*scorer.score_own(answers), *scorer.score_series(series))


def of_both(slug: str) -> tuple[Figure, ...]:
    scorer, answers = scorer_for(slug), FULL[slug]
    series = [Entry(date(2026, 1, 12) + timedelta(days=d), answers) for d in range(6)]
    return (*scorer.score_pair(answers, answers), *scorer.score_pair_series(series, series))


@SCORED
def test_inputs_are_named_and_flag_fields_are_in_no_figure(slug: str) -> None:
    for figure in (*of_one(slug), *of_both(slug)):
        assert figure.inputs
        assert figure.inputs <= set(VISIBILITY[slug])
        assert figure.validated is False
        assert figure.words.endswith(".")


@SCORED
def test_one_persons_figures_are_for_that_person_or_the_clinician(slug: str) -> None:
    for figure in of_one(slug):
        kinds = {VISIBILITY[slug][field] for field in figure.inputs}
        if "clin" in kinds:
            assert figure.privacy == "clinician"
        elif kinds == {"joint"}:
            assert figure.privacy == "joint"
        else:
            assert figure.privacy in {"author", "clinician"}


@SCORED
def test_what_mixes_two_persons_is_joint_only_when_both_fields_can_be_released(slug: str) -> None:
    for figure in of_both(slug):
        kinds = {VISIBILITY[slug][field] for field in figure.inputs}
        if figure.privacy == "joint":
            assert kinds == {"reveal"}
            assert figure.subject == "couple"
            assert figure.needs_released == {f"{p}.{f}" for p in "ab" for f in figure.inputs}
        elif figure.privacy == "author":
            # Only how well a guess hit, to the guesser, once the partner's field is released.
            assert figure.key.startswith("guess_")
            assert figure.subject in {"a", "b"}
            partner = "b" if figure.subject == "a" else "a"
            assert {need.split(".")[0] for need in figure.needs_released} == {partner}
            released = {need.split(".")[1] for need in figure.needs_released}
            assert {VISIBILITY[slug][field] for field in released} == {"reveal"}
            assert {VISIBILITY[slug][field] for field in figure.inputs - released} == {"own"}
        else:
            assert figure.needs_released == frozenset()


@pytest.mark.parametrize("slug", ["sc-topic-comfort", "sc-pleasure-guess"])
def test_sexual_content_is_marked(slug: str) -> None:
    figures = (*of_one(slug), *of_both(slug))
    assert figures
    assert all(figure.sexual for figure in figures)


def test_the_sexual_circle_is_marked_and_the_emotional_one_is_not() -> None:
    marked = {f.key: f.sexual for f in (*of_one("df-closeness-circles"),)}
    assert marked["discrepancy_sexual"] is True
    assert marked["discrepancy_emotional"] is False


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-20, 200)
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from(["skip", "4", "7", "said", "yes", "on_paper"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*ROW_NAMES, "skipped"]), inner, max_size=14)
    ),
    max_leaves=16,
)


@SCORED
@settings(max_examples=30)
@given(data=st.data())
def test_no_answer_however_odd_breaks_a_scorer_or_leaves_its_range(
    slug: str, data: st.DataObject
) -> None:
    keys = st.sampled_from(sorted(FULL[slug]))
    a, b = (data.draw(st.dictionaries(keys, VALUES, max_size=6)) for _ in range(2))
    scorer = scorer_for(slug)
    series = [Entry(date(2026, 1, 12) + timedelta(days=d), one) for d, one in enumerate([a, b] * 3)]
    figures = (
        *scorer.score_own(a),
        *scorer.score_pair(a, b),
        *scorer.score_series(series),
        *scorer.score_pair_series(series, series),
    )
    scorer.alerts(a, b)
    for figure in figures:
        if isinstance(figure.value, int | float):
            assert figure.low is not None
            assert figure.low <= figure.value
            assert figure.high is None or figure.value <= figure.high


@SCORED
def test_nothing_answered_gives_no_number(slug: str) -> None:
    scorer = scorer_for(slug)
    skipped = {key: {"skipped": True} for key in FULL[slug]}
    for answers in ({}, skipped):
        figures = (
            *scorer.score_own(answers),
            *scorer.score_pair(answers, answers),
        )
        assert not [f for f in figures if isinstance(f.value, int | float)]
