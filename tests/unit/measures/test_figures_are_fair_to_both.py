"""What must hold of figures whatever is answered: neither partner comes first, and more is never less."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.catalogue.loading import load_definitions
from practice.measures.exercises.registry import SCORED_SLUGS, scorer_for
from tests.unit.catalogue.answering import answers_to

# One matrix whose mean gives one figure: raising a row never moves it the other way.
INDICES = [
    ("sc-topic-comfort", "comfort", "comfort", 4, 1),
    ("df-own-life", "lean", "autonomy", 4, -1),
    ("aa-holding-back", "held", "holding_back", 4, 1),
    ("ib-meaning-of-closeness", "myths", "myth_load", 4, 1),
    ("st-stress-map", "spill", "spillover", 4, 1),
]


@pytest.mark.parametrize("slug", SCORED_SLUGS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_what_is_said_of_the_two_does_not_depend_on_who_comes_first(
    slug: str, data: st.DataObject
) -> None:
    fields = load_definitions()[slug].fields
    forms = st.fixed_dictionaries({}, optional={f.key: answers_to(f) for f in fields})
    a, b = data.draw(forms), data.draw(forms)
    swapped = {"a": "b", "b": "a", "couple": "couple"}
    one = {(f.subject, f.key): f.value for f in scorer_for(slug).score_pair(a, b)}
    other = {
        (swapped[f.subject], f.key): f.value for f in scorer_for(slug).score_pair(b, a) if f.subject
    }
    assert one == other


@pytest.mark.parametrize(("slug", "field", "key", "high", "way"), INDICES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_raising_a_row_never_moves_an_index_the_other_way(
    slug: str, field: str, key: str, high: int, way: int, data: st.DataObject
) -> None:
    names = [row.value for row in load_definitions()[slug].field(field).rows]
    given_rows = data.draw(st.fixed_dictionaries({n: st.integers(0, high) for n in names}))
    raised = data.draw(st.sampled_from(names))
    higher = {**given_rows, raised: data.draw(st.integers(given_rows[raised], high))}

    def index(rows: dict[str, int]) -> float:
        (found,) = [f for f in scorer_for(slug).score_own({field: rows}) if f.key == key]
        assert isinstance(found.value, int | float)
        return found.value

    assert (index(higher) - index(given_rows)) * way >= 0


@pytest.mark.parametrize(("slug", "field", "key", "high", "way"), INDICES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_row_left_out_is_no_midpoint(
    slug: str, field: str, key: str, high: int, way: int, data: st.DataObject
) -> None:
    """With every answered row alike, leaving some out changes nothing."""
    names = [row.value for row in load_definitions()[slug].field(field).rows]
    value = data.draw(st.integers(0, high))
    kept = data.draw(st.integers(max(1, len(names) - 3), len(names)))

    def index(count: int) -> object:
        rows = dict.fromkeys(names[:count], value)
        return {f.key: f.value for f in scorer_for(slug).score_own({field: rows})}[key]

    assert index(kept) == index(len(names))
