from __future__ import annotations

import pytest

from practice.catalogue.definition import ExerciseDefinition
from practice.responses.models import OwnRating, Review
from tests.factories import homework
from tests.factories.house import House


@pytest.fixture
def sent(open_house: House, wheel: ExerciseDefinition, given: homework.Set) -> House:
    with homework.later(1):
        homework.complete(open_house.visitor("amara"), wheel, given.a)
        homework.complete(open_house.visitor("daniel"), wheel, given.b)
    return open_house


def rate(house: House, who: str, submission: object, data: dict[str, str]) -> int:
    with homework.later(1):
        return house.visitor(who).post(f"/homework/sent/{submission}/rating", data).status_code


def test_the_end_asks_how_it_was(sent: House, given: homework.Set) -> None:
    own = homework.sent_id(sent, given.a)
    with homework.later(1):
        page = sent.visitor("amara").page(f"/homework/{given.a}/sent")
    assert f"/homework/sent/{own}/rating" in page
    assert rate(sent, "amara", own, {"useful": "8", "effort": "3"}) == 303
    (row,) = homework.rows_of(sent, OwnRating)
    assert row.content == {"useful": 8, "effort": 3}
    with homework.later(1):
        assert "useful 8 of 10, put into it 3 of 10" in sent.visitor("amara").page(
            f"/homework/sent/{own}"
        )
        couple = sent.couples["amara-daniel"]
        review = sent.visitor("imani").page(f"/couples/{couple}/homework/{own}")
    assert "What Amara says of it" in review


def test_said_again_it_replaces_what_was_said(sent: House, given: homework.Set) -> None:
    own = homework.sent_id(sent, given.a)
    rate(sent, "amara", own, {"useful": "8"})
    rate(sent, "amara", own, {"useful": "2", "effort": "10"})
    (row,) = homework.rows_of(sent, OwnRating)
    assert row.content == {"useful": 2, "effort": 10}


@pytest.mark.parametrize("data", [{}, {"useful": "11"}, {"useful": "-1"}, {"useful": "ok"}])
def test_nothing_said_is_nothing_kept(
    sent: House, given: homework.Set, data: dict[str, str]
) -> None:
    assert rate(sent, "amara", homework.sent_id(sent, given.a), data) == 303
    assert homework.rows_of(sent, OwnRating) == []


def test_the_other_neither_rates_nor_notices_it(sent: House, given: homework.Set) -> None:
    own = homework.sent_id(sent, given.a)
    paths = ("/today", "/together", "/record")

    def seen() -> list[str]:
        with homework.later(2):
            return [homework.masked(sent.visitor("daniel").get(path).text) for path in paths]

    before = seen()
    assert rate(sent, "daniel", own, {"useful": "1"}) == 404
    rate(sent, "amara", own, {"useful": "8"})
    assert seen() == before


def test_what_is_on_the_agenda_stands_before_the_next_session(
    sent: House, given: homework.Set
) -> None:
    couple, own = sent.couples["amara-daniel"], homework.sent_id(sent, given.a)
    url = f"/couples/{couple}/homework/{own}"
    with homework.later(2):
        imani = sent.visitor("imani")
        for path in (f"/couples/{couple}", f"/couples/{couple}/sessions"):
            assert "Nothing is noted to bring up." in imani.page(path)
        imani.post(f"{url}/review", {"agenda": "y", "quality": "6"})
        for path in (f"/couples/{couple}", f"/couples/{couple}/sessions"):
            assert f'href="{url}">The four-way balance wheel</a>' in imani.page(path)
        assert imani.post(f"{url}/agenda").status_code == 303
        assert "Nothing is noted to bring up." in imani.page(f"/couples/{couple}")
    (noted,) = homework.rows_of(sent, Review)
    assert noted.content["quality"] == 6


def test_a_supervisor_reads_the_agenda_and_changes_nothing(
    sent: House, given: homework.Set
) -> None:
    couple, own = sent.couples["amara-daniel"], homework.sent_id(sent, given.a)
    with homework.later(2):
        sent.visitor("imani").post(f"/couples/{couple}/homework/{own}/review", {"agenda": "y"})
        supervisor = sent.visitor("supervisor")
        page = supervisor.page(f"/couples/{couple}/sessions")
        assert "The four-way balance wheel" in page
        assert "Talked about" not in page
        assert supervisor.post(f"/couples/{couple}/homework/{own}/agenda").status_code == 403
