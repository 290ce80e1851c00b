from __future__ import annotations

import pytest

from practice.caseload.rules import INFORMED_CONSENT, POLICY_IDS, SEXUAL_CONSENT, signed_text
from practice.portal.rules import Wording, filled, paragraphs

BARE = Wording(clinician="Dr. Lee", practice="Riverside")
ALL = (INFORMED_CONSENT, *POLICY_IDS, SEXUAL_CONSENT)


@pytest.mark.parametrize("text_id", ALL)
def test_no_gap_is_left_even_where_nothing_is_set(text_id: str) -> None:
    found = paragraphs(text_id, BARE)
    assert len(found) == len(signed_text(text_id)["paragraphs"])
    assert not [p for p in found if "{" in p.heading + p.text or "None" in p.text]


def test_what_the_practice_has_set_is_used() -> None:
    wording = Wording("Dr. Lee", "Riverside", licence="LMFT 1", supervisor="Dr. Adler")
    first = paragraphs(INFORMED_CONSENT, wording)[0].text
    assert "LMFT 1" in first
    assert "Dr. Adler" in first


def test_an_unknown_gap_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled("{mystery}", BARE)


def test_a_name_with_braces_stays_a_name() -> None:
    assert filled("{clinician}", Wording("{practice}", "x")) == "{practice}"
