from __future__ import annotations

from typing import Any

import pytest

from practice.catalogue.definition import Visibility
from practice.catalogue.loading import load_definitions
from practice.catalogue.rules import (
    VisibilityRefused,
    effective_visibility,
    holds_release,
    raises_alert,
    tightened,
)
from tests.unit.catalogue.answering import every_field

D = load_definitions()


@pytest.mark.parametrize("wish", Visibility)
@pytest.mark.parametrize("by_author", [True, False])
def test_nobody_loosens_and_only_the_author_tightens(wish: Visibility, by_author: bool) -> None:
    for _, field in every_field():
        if by_author and field.visibility is Visibility.REVEAL and wish is Visibility.OWN:
            assert tightened(field, wish, by_author=True) is Visibility.OWN
        else:
            with pytest.raises(VisibilityRefused):
                tightened(field, wish, by_author=by_author)


def test_withholding_makes_a_reveal_answer_ones_own_and_changes_nothing_else() -> None:
    for _, field in every_field():
        after = effective_visibility(field, {field.key})
        expected = Visibility.OWN if field.visibility is Visibility.REVEAL else field.visibility
        assert after is expected
        assert effective_visibility(field, ()) is field.visibility


@pytest.mark.parametrize(
    ("slug", "key", "answer", "previous", "raised"),
    [
        ("ci-weekly-pulse", "voice", 4, None, True),
        ("ci-weekly-pulse", "voice", 5, None, False),
        ("ci-weekly-pulse", "voice", 6, 9, True),
        ("ci-weekly-pulse", "voice", 6, 8, False),
        ("ci-weekly-pulse", "voice", {"skipped": True}, 9, False),
        ("ci-weekly-pulse", "voice", 6, {"skipped": True}, False),
        ("ci-weekly-pulse", "pressure", 7, None, True),
        ("ci-weekly-pulse", "pressure", 6, None, False),
        ("ci-weekly-pulse", "win", "help", None, False),
        ("cc-after-argument", "frightened", "rather_not_say", None, True),
        ("cc-after-argument", "frightened", "no", None, False),
        ("aa-holding-back", "reasons", ["exhausted", "i_do_not_feel_safe"], None, True),
        ("aa-holding-back", "reasons", ["exhausted"], None, False),
        ("ib-meaning-of-closeness", "myths", {"a_partner_owes_sex": "3"}, None, True),
        ("ib-meaning-of-closeness", "myths", {"a_partner_owes_sex": "2"}, None, False),
        ("ib-meaning-of-closeness", "myths", {"sex_proves_love": "4"}, None, False),
    ],
)
def test_an_alert_is_a_number_or_a_tick(
    slug: str, key: str, answer: Any, previous: Any, raised: bool
) -> None:
    assert raises_alert(D[slug].field(key), answer, previous) is raised


def test_a_raised_flag_holds_the_release() -> None:
    assert holds_release(D["sc-touch-preferences"], {"no_fear": 4})
    assert not holds_release(D["sc-touch-preferences"], {"no_fear": 5})
    assert not holds_release(D["af-scripts"], {"early": "yes"})
