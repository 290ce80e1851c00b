from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.catalogue.definition import Kind, Visibility
from practice.catalogue.loading import load_definitions
from practice.measures.exercises.registry import SCORED_SLUGS, scorer_for
from tests.unit.catalogue.answering import answers_to
from tests.unit.measures.filled_in import of_both, of_one, series_of, visibility, whole_form

SCORED = pytest.mark.parametrize("slug", SCORED_SLUGS)
# Each of these says "no score" in the catalogue, or names answers that nothing is worked out from.
UNSCORED = {
    "er-overwhelm-signals",
    "ei-walls-and-doors",
    "ei-acceptance-letter",
    "af-family-map",
}


def test_every_exercise_whose_scoring_computes_something_has_a_scorer() -> None:
    exercises = {d.slug for d in load_definitions().values() if d.kind is Kind.EXERCISE}
    assert exercises == set(SCORED_SLUGS) | UNSCORED
    assert all(scorer_for(slug).slug == slug for slug in exercises)


@pytest.mark.parametrize("slug", sorted(set(SCORED_SLUGS) - UNSCORED))
def test_a_whole_form_as_the_catalogue_asks_it_gives_figures(slug: str) -> None:
    assert of_one(slug) or of_both(slug)


@SCORED
def test_inputs_are_questions_and_a_flag_is_in_no_figure_but_the_clinicians(slug: str) -> None:
    for figure in (*of_one(slug), *of_both(slug)):
        assert figure.inputs
        assert figure.inputs <= set(visibility(slug))
        assert figure.validated is False
        assert figure.words.endswith(".")
        if figure.privacy != "clinician":
            assert Visibility.FLAG not in {visibility(slug)[key] for key in figure.inputs}


@SCORED
def test_one_persons_figures_are_for_that_person_or_the_clinician(slug: str) -> None:
    for figure in of_one(slug):
        kinds = {visibility(slug)[field] for field in figure.inputs}
        if Visibility.CLIN in kinds:
            assert figure.privacy == "clinician"
        elif kinds == {Visibility.JOINT}:
            assert figure.privacy == "joint"
        else:
            assert figure.privacy in {"author", "clinician"}


@SCORED
def test_what_mixes_two_persons_is_joint_only_when_both_fields_can_be_released(slug: str) -> None:
    for figure in of_both(slug):
        kinds = {visibility(slug)[field] for field in figure.inputs}
        if figure.privacy == "joint" and kinds == {Visibility.JOINT}:
            assert figure.needs_released == frozenset()  # both read it as it is written
        elif figure.privacy == "joint":
            assert kinds == {Visibility.REVEAL}
            assert figure.subject == "couple"
            assert figure.needs_released == {f"{p}.{f}" for p in "ab" for f in figure.inputs}
        elif figure.privacy == "author":
            # Only how well a guess hit, to the guesser, once the partner's field is released.
            assert figure.key.startswith("guess_")
            assert figure.subject in {"a", "b"}
            partner = "b" if figure.subject == "a" else "a"
            assert {need.split(".")[0] for need in figure.needs_released} == {partner}
            released = {need.split(".")[1] for need in figure.needs_released}
            assert {visibility(slug)[field] for field in released} == {Visibility.REVEAL}
            assert {visibility(slug)[f] for f in figure.inputs - released} == {Visibility.OWN}
        else:
            assert figure.needs_released == frozenset()


@pytest.mark.parametrize("slug", [slug for slug in SCORED_SLUGS if slug.startswith("sc-")])
def test_sexual_content_is_marked(slug: str) -> None:
    figures = (*of_one(slug), *of_both(slug))
    assert figures
    assert all(figure.sexual for figure in figures)


@pytest.mark.parametrize(
    ("slug", "sexual", "other"),
    [
        ("df-closeness-circles", "discrepancy_sexual", "discrepancy_emotional"),
        ("ci-daily-minute", "desire", "stress"),
    ],
)
def test_a_sexual_question_among_others_is_marked_and_the_others_are_not(
    slug: str, sexual: str, other: str
) -> None:
    marked = {figure.key: figure.sexual for figure in of_one(slug)}
    assert (marked[sexual], marked[other]) == (True, False)


ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-20, 200)
    | st.floats()
    | st.text(max_size=6)
    | st.sampled_from(["skip", "4", "7", "said", "yes", "on_paper"]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=6)
    ),
    max_leaves=12,
)


@SCORED
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_answer_however_odd_breaks_a_scorer_or_leaves_its_range(
    slug: str, data: st.DataObject
) -> None:
    fields = load_definitions()[slug].fields
    forms = st.fixed_dictionaries({}, optional={f.key: answers_to(f) | ODD for f in fields})
    a, b = data.draw(forms), data.draw(forms)
    scorer = scorer_for(slug)
    series = series_of(*[a, b] * 8)
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
    skipped = {key: {"skipped": True} for key in whole_form(slug)}
    for answers in ({}, skipped):
        series = series_of(*[answers] * 16)
        figures = (
            *scorer.score_own(answers),
            *scorer.score_pair(answers, answers),
            *scorer.score_pair_series(series, series),
        )
        assert not [f for f in figures if isinstance(f.value, int | float) and f.value]
        assert scorer.alerts(answers, None) == ()
