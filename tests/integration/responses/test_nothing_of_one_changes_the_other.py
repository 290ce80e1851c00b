from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from practice.catalogue.definition import ExerciseDefinition
from tests.factories import homework
from tests.factories.house import House

Act = Callable[[House, ExerciseDefinition, homework.Set], None]


def start(house: House, found: ExerciseDefinition, given: homework.Set) -> None:
    house.visitor("amara").post(
        f"/homework/{given.a}/part/1", {"revision": "0", "now__physical": "4", "go": "later"}
    )


def finish(house: House, found: ExerciseDefinition, given: homework.Set, **more: Any) -> None:
    homework.complete(house.visitor("amara"), found, given.a, **more)


def withhold(house: House, found: ExerciseDefinition, given: homework.Set) -> None:
    finish(house, found, given, keep_back=("missing", "step", "now"))


def skip_everything(house: House, found: ExerciseDefinition, given: homework.Set) -> None:
    skipped = {f.key: {"skipped": True} for f in found.fields}
    finish(house, found, given, answers=skipped)


def correct(house: House, found: ExerciseDefinition, given: homework.Set) -> None:
    finish(house, found, given)
    house.visitor("amara").post(f"/homework/sent/{homework.sent_id(house, given.a)}/correct")


def be_read(house: House, found: ExerciseDefinition, given: homework.Set) -> None:
    finish(house, found, given)
    couple, sent = house.couples["amara-daniel"], homework.sent_id(house, given.a)
    data = {"comment": "Thank you.", "quality": "8", "agenda": "y"}
    house.visitor("imani").post(f"/couples/{couple}/homework/{sent}/review", data)


ACTS: list[Act] = [start, finish, withhold, skip_everything, correct, be_read]


def pages(house: House, given: homework.Set) -> dict[str, str]:
    daniel = house.visitor("daniel")
    paths = [
        "/today",
        "/together",
        "/record",
        f"/homework/{given.b}",
        f"/homework/{given.b}/part/1",
        f"/homework/{given.a}",
        f"/homework/{given.both}/part/1",
    ]
    return {path: homework.masked(daniel.get(path).text) for path in paths}


@pytest.mark.parametrize("act", ACTS)
def test_the_other_reads_byte_for_byte_the_same(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set, act: Act
) -> None:
    with homework.later(1):
        joint = homework.give(open_house, "cc-timeout-agreement")
        both = homework.Set(given.set_id, given.a, given.b, joint.both)
        before = pages(open_house, both)
        act(open_house, wheel, given)
        assert pages(open_house, both) == before


def test_signing_and_wanting_to_talk_change_nothing_of_the_other_s(open_house: House) -> None:
    found = homework.definition(open_house, "cc-timeout-agreement")
    with homework.later(1):
        given = homework.give(open_house, "cc-timeout-agreement")
        url = f"/homework/{given.both}"
        amara = open_house.visitor("amara")
        page = homework.write(amara, found, url, homework.plausible(found)).text
        digest = homework.hidden(page, "wording")
    # A few minutes on, so that nobody holds the form any more.
    with homework.later(1.1):
        before = homework.masked(open_house.visitor("daniel").page(f"{url}/wording"))
        signed = amara.post(f"{url}/sign", {"wording": digest, "signed_name": "Amara"})
        assert signed.status_code == 303
        assert homework.masked(open_house.visitor("daniel").page(f"{url}/wording")) == before
        amara.post(f"{url}/discuss")
        assert homework.masked(open_house.visitor("daniel").page(f"{url}/wording")) == before
