from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from practice.catalogue import loading
from practice.responses import rules

TOUCH = loading.load_definitions()["sc-touch-preferences"]
ROWS = [row.value for row in TOUCH.field("prefs").rows]
POINTS = [point.value for point in TOUCH.field("prefs").scale.points]  # type: ignore[union-attr]
WELCOME = {"yes_please", "yes_sometimes", "maybe_ask_me"}
PREFS = st.dictionaries(st.sampled_from(ROWS), st.sampled_from([*POINTS, "skip"]))
PICKING = rules.picking_of(TOUCH)
assert PICKING is not None


def answers(prefs: dict[str, str]) -> dict[str, object]:
    return {"prefs": prefs}


@given(a=PREFS, b=PREFS, wished=st.sets(st.sampled_from(ROWS)))
def test_a_refusal_never_crosses(a: dict[str, str], b: dict[str, str], wished: set[str]) -> None:
    found = rules.matches(TOUCH, answers(a), answers(b))
    for match in rules.picked(TOUCH, found, wished):
        assert a[match.row] in WELCOME
        assert b[match.row] in WELCOME
        assert match.row in wished


@given(a=PREFS, b=PREFS, wished=st.sets(st.sampled_from(ROWS)))
def test_never_all_of_it_and_never_a_long_list(
    a: dict[str, str], b: dict[str, str], wished: set[str]
) -> None:
    found = rules.matches(TOUCH, answers(a), answers(b))
    chosen = rules.picked(TOUCH, found, wished)
    assert len(chosen) <= 5
    assert not found or len(chosen) < len(found)


@given(a=PREFS, b=PREFS)
def test_nothing_is_shown_unless_it_was_picked(a: dict[str, str], b: dict[str, str]) -> None:
    found = rules.matches(TOUCH, answers(a), answers(b))
    assert rules.picked(TOUCH, found, ()) == ()


@given(a=PREFS, b=PREFS, wished=st.sets(st.sampled_from(ROWS)))
def test_both_read_the_same_list_without_who_welcomes_what_how_much(
    a: dict[str, str], b: dict[str, str], wished: set[str]
) -> None:
    found = rules.matches(TOUCH, answers(a), answers(b))
    shown = rules.released_picks(TOUCH, rules.picked(TOUCH, found, wished))
    if shown is not None:
        assert shown.a == shown.b
        assert shown.a is not None
        assert shown.a.rows == ()


def test_what_is_kept_back_matches_nothing() -> None:
    both = answers(dict.fromkeys(ROWS, "yes_please"))
    assert len(rules.matches(TOUCH, both, both)) == len(ROWS)
    assert rules.matches(TOUCH, both, both, ["prefs"], []) == ()
    assert rules.matches(TOUCH, both, both, [], ["prefs"]) == ()


def test_an_only_match_is_never_shown() -> None:
    both = answers({"long_hug": "yes_please"})
    found = rules.matches(TOUCH, both, both)
    assert rules.room_for_picks(found, PICKING) == 0
    assert "too little" in rules.too_many(found, PICKING, ["long_hug"])


def test_its_author_may_keep_it_back() -> None:
    assert rules.keys_kept_back(TOUCH, ["prefs", "pace", "no_fear", "conditions", "x"]) == [
        "pace",
        "prefs",
    ]
