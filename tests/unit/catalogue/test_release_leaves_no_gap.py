from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.catalogue.definition import Gate, Stage, Visibility
from practice.catalogue.loading import load_definitions
from practice.catalogue.presenters import side_by_side
from practice.catalogue.rules import Released, shown_on_release
from tests.unit.catalogue.answering import answers_to, every_field, named

D = load_definitions()
G1, G2 = {Gate.G0, Gate.G1}, {Gate.G0, Gate.G1, Gate.G2}
REVEALED = [
    pair
    for pair in every_field()
    if pair[1].visibility is Visibility.REVEAL and pair[1].stage is Stage.ALONE
]


def show(
    slug: str, a: dict[str, Any], b: dict[str, Any], *withheld: Any, **more: Any
) -> tuple[Released, ...]:
    return shown_on_release(D[slug], a, b, *withheld, **{"open_gates": G2, **more})


@pytest.mark.parametrize("pair", REVEALED[::3], ids=named)
@settings(max_examples=6)
@given(data=st.data())
def test_withheld_skipped_and_unanswered_look_the_same(pair: Any, data: st.DataObject) -> None:
    exercise, field = pair
    a, b = data.draw(answers_to(field)), data.draw(answers_to(field))
    unanswered = show(exercise.slug, {field.key: a}, {})
    assert show(exercise.slug, {field.key: a}, {field.key: {"skipped": True}}) == unanswered
    assert show(exercise.slug, {field.key: a}, {field.key: b}, (), {field.key}) == unanswered


@pytest.mark.parametrize("slug", sorted(D))
@settings(max_examples=3)
@given(data=st.data())
def test_nothing_but_reveal_answers_is_ever_shown(slug: str, data: st.DataObject) -> None:
    exercise = D[slug]
    a, b = ({f.key: data.draw(answers_to(f)) for f in exercise.fields} for _ in "ab")
    allowed = {
        f.key
        for f in exercise.fields
        if f.visibility is Visibility.REVEAL and f.stage is Stage.ALONE
    }
    shown = show(slug, a, b)
    assert {one.key for one in shown} <= allowed
    for one in shown:
        assert one.a or one.b
        rows = [view.rows for view in (one.a, one.b) if view]
        assert all(
            words not in ("", "-", "—", "Skip", "Rather not say")
            for row in rows
            for _, words in row
        )


def test_only_rows_that_both_answered() -> None:
    a = {"now": {"physical": "3", "emotional": "5", "mental": "8"}}
    b = {"now": {"emotional": "0", "mental": "2", "spiritual_or_meaning": "4"}}
    (now,) = show("ib-balance-wheel", a, b)
    assert [(line.label, line.a, line.b) for line in side_by_side(now)] == [
        ("Emotional", "5", "0 (Far apart)"),
        ("Mental", "8", "2"),
    ]
    assert show("ib-balance-wheel", a, {"now": {"spiritual_or_meaning": "4"}}) == ()


def test_a_row_can_be_withheld_by_its_author_or_left_out_by_the_clinician() -> None:
    both = {"now": {"emotional": "5", "mental": "8"}}
    withheld = show("ib-balance-wheel", both, both, {"now.mental"})
    assert withheld == show("ib-balance-wheel", both, both, left_out={"now.mental"})
    assert [label for label, _ in withheld[0].b.rows] == ["Emotional"]  # type: ignore[union-attr]


def test_declined_rows_and_choices_are_not_shown() -> None:
    a = {"mine": {"you_reached_orgasm": "4", "intimacy_was_enjoyable": "3"}, "importance": "4"}
    b = {
        "mine": {"you_reached_orgasm": "rather_not_say", "intimacy_was_enjoyable": "2"},
        "importance": "rather_not_say",
    }
    (mine,) = show("sc-pleasure-guess", a, b)
    assert mine.key == "mine"
    assert [label for label, _ in mine.a.rows] == ["Intimacy was enjoyable"]  # type: ignore[union-attr]


def test_free_words_are_shown_only_beside_the_others() -> None:
    mine = {"step_closer": "A walk"}
    assert show("df-closeness-circles", mine, {"actual_emotional": "2"}) == ()
    (step,) = show("df-closeness-circles", mine, {"step_closer": "A talk"})
    assert asdict(step)["a"]["text"] == "A walk"


def test_sexual_circles_need_g2_and_the_rest_needs_g1() -> None:
    both = {"actual_sexual": "3", "actual_emotional": "4"}
    keys = [one.key for one in show("df-closeness-circles", both, both, open_gates=G1)]
    assert keys == ["actual_emotional"]
    assert len(show("df-closeness-circles", both, both)) == 2
    assert show("df-closeness-circles", both, both, open_gates={Gate.G0}) == ()


def test_an_exercise_of_one_partner_shows_its_author_only() -> None:
    (reach,) = show("cc-softer-reach", {"reach": "Hold me", "fear": "no", "response": "yes"}, {})
    assert (reach.key, reach.b) == ("reach", None)


def test_only_lines_their_author_shares_are_shown() -> None:
    lines = [
        {"limit": "Knock", "share": "yes"},
        {"limit": "Secret", "share": "no"},
        {"limit": "Unsure"},
    ]
    other = {"limits": [{"limit": "Ask first", "share": "yes"}]}
    (limits,) = show("hb-boundaries", {"limits": lines}, other)
    assert [line[1] for line in limits.a.lines] == ["Knock"]  # type: ignore[union-attr]
    assert show("hb-boundaries", {"limits": lines[1:]}, other) == ()


def test_what_is_never_shown_stays_so_at_every_gate() -> None:
    view = {"view": {"i_can_say_what_i_enjoy": "4"}}
    assert show("sc-sexual-self-view", view, view, open_gates=set(Gate)) == ()
