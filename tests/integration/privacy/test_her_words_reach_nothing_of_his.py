"""I1, I2: what she wrote or was written of her alone stands in no page, file or report that reaches him, whatever it lies in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from practice.db import scope
from practice.db.base import InContainer
from practice.extensions import Root, db
from practice.lib import clock
from tests.factories.crawl import Answer, crawl, squeeze
from tests.factories.homework import plausible
from tests.integration.privacy.conftest import Copies, Furnished
from tests.integration.privacy.furnished import at, give_report, own_round, send
from tests.integration.privacy.test_what_is_left_out_leaves_no_trace import LATER, LOCKED
from tests.integration.privacy.variations import vary
from tests.integration.privacy.varying import TEXT, WHEN, given

MARK = "CANARY-OF-AMARA"
# Each puts the mark into another sealed column of hers, or of the care team's about her.
WRITTEN = (
    "signals: finished in other words",
    "rings: started",
    "passed round: she says what got in the way",
    "pulse: afraid to speak and pressed",
    "pulse: read, rated, commented and brought up",
    "pulse: set aside",
    "reading: a card given to her alone, read and noted",
    "intake: asked before signing",
    "intake: noted beside her answers",
    "intake: entered for her from paper",
    "intake: how to reach her, and thoughts of self-harm",
    "in-talking: finished in other words",
    "in-private-screens: finished in other words",
    "contact: the portal only",
    "goals: one more of her own, rated",
    "form of the practice: answered and scored",
)
REPORTS = ("R1", "R4")


@pytest.fixture(scope="module")
def written(copies: Copies) -> Iterator[tuple[Furnished, dict[str, Answer]]]:
    """Everything of hers written, both conjoint reports locked and given to both: all that he can read then."""
    with copies() as found:
        for name in WRITTEN:
            vary(found, name)
        with clock.set_to(WHEN):
            _whole_intake(found)
        with at(found.house, LOCKED):
            for kind in REPORTS:
                give_report(found.house, kind, None, "ab")
        with clock.set_to(LATER):
            visitor = found.house.visitor("daniel")
            visitor.post("/before-you-go-on")
            yield found, crawl(visitor)


def _whole_intake(found: Furnished) -> None:
    """Every section of her intake, with the mark wherever words can stand; none of it was opened to both."""
    ids = found.things.ids
    sections = [one.removeprefix("set-") for one in ids if one.startswith("set-in-")]
    assert len(sections) >= 15
    for slug in sections:
        with found.house.writing():
            round_ = own_round(found.house, "a", given(found, slug))
            plain = plausible(round_.given.definition)
            asked = {field.key for field in round_.possible}
            send(
                found.house,
                "a",
                given(found, slug),
                {key: _marked_all(answer) for key, answer in plain.items() if key in asked},
            )


def _marked_all(answer: Any) -> Any:
    """Put the mark wherever an answer holds words of one's own."""
    if isinstance(answer, list):
        return [_marked_all(one) for one in answer]
    if isinstance(answer, dict):
        return {key: _marked_all(one) for key, one in answer.items()}
    return TEXT if isinstance(answer, str) and " " in answer else answer


def test_he_reads_none_of_it(written: tuple[Furnished, dict[str, Answer]]) -> None:
    _, pages = written
    assert sum(answer.is_pdf for answer in pages.values()) >= len(REPORTS)
    assert [path for path, answer in pages.items() if squeeze(MARK) in answer.squeezed] == []


def test_it_stands_in_many_places(written: tuple[Furnished, dict[str, Answer]]) -> None:
    """The search is not blind: the mark lies sealed in rows of many kinds."""
    found, _ = written
    places = Counter(_marked(found))
    assert len(places) >= 6, places
    assert places["Submission"] >= 20


def _marked(found: Furnished) -> Iterator[str]:
    with found.house.reading(), scope.opened(everything=True):
        for mapper in Root.registry.mappers:
            if issubclass(mapper.class_, InContainer) and mapper.class_.sealed_names():
                for row in db.session.scalars(db.select(mapper.class_)):
                    held = [getattr(row, name) for name in type(row).sealed_names()]
                    if any(MARK in str(value) for value in held):
                        yield mapper.class_.__name__
