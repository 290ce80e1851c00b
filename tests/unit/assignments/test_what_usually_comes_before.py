from __future__ import annotations

import pytest

from practice.assignments.rules import sequence_hints


def names(slug: str, *given: str) -> list[str]:
    return [hint.exercise for hint in sequence_hints(slug, given)]


@pytest.mark.parametrize(
    ("slug", "given", "suggested"),
    [
        ("cc-timeout-agreement", (), ["er-overwhelm-signals"]),
        ("cc-timeout-agreement", ("er-overwhelm-signals",), []),
        ("cc-speaker-listener", ("er-feelings-log",), ["cc-timeout-agreement"]),
        ("cc-speaker-listener", ("er-feelings-log", "cc-timeout-agreement"), []),
        ("cc-side-by-side", ("er-feelings-log",), []),
        ("sc-touch-steps", (), ["sc-topic-comfort", ""]),
        ("sc-topic-comfort", (), [""]),
        ("sc-touch-steps", ("ei-deeper-talk", "sc-topic-comfort"), []),
        ("ib-balance-wheel", (), []),
        ("er-feelings-log", (), []),
    ],
)
def test_the_catalogue_says_what_comes_first(
    slug: str, given: tuple[str, ...], suggested: list[str]
) -> None:
    assert names(slug, *given) == suggested
