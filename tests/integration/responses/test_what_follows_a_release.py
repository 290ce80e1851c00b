from __future__ import annotations

from uuid import UUID

from practice.assignments.models import Asks, Assignment
from practice.responses.models import Release, Submission
from tests.factories import homework
from tests.factories.house import House


def release(house: House, given: homework.Set) -> int:
    couple = house.couples["amara-daniel"]
    url = f"/couples/{couple}/homework/set/{given.set_id}/release"
    imani = house.visitor("imani")
    digest = homework.hidden(imani.page(url), "digest")
    return imani.post(url, {"digest": digest}).status_code


def rows(house: House, asks: Asks) -> list[UUID]:
    return [r.id for r in homework.rows_of(house, Assignment) if r.asks is asks]


def test_each_replies_to_the_other_and_both_write_what_comes_next(open_house: House) -> None:
    found = homework.definition(open_house, "hb-hurt-and-repair")
    couple = open_house.couples["amara-daniel"]
    with homework.later(0):
        given = homework.give(open_house, "hb-hurt-and-repair")
        for side in (given.a, given.b):
            opened = open_house.visitor("imani").post(f"/couples/{couple}/homework/open/{side}")
            assert opened.status_code == 303
        homework.complete(open_house.visitor("amara"), found, given.a)
        homework.complete(open_house.visitor("daniel"), found, given.b)
    with homework.later(25):
        assert release(open_house, given) == 303
        assert len(rows(open_house, Asks.REPLY)) == 2
        (both,) = rows(open_house, Asks.TOGETHER)
        assert open_house.visitor("daniel").get(f"/homework/{both}/part/1").status_code == 200
        found_by_amara = [
            r
            for r in rows(open_house, Asks.REPLY)
            if open_house.visitor("amara").get(f"/homework/{r}").status_code == 200
        ]
        (amara_s,) = found_by_amara
        homework.complete(open_house.visitor("amara"), found, amara_s)
    with homework.later(50):
        # One reply alone would tell of the other's silence: it is not shown.
        assert release(open_house, given) == 303
        (open_now,) = [r for r in homework.rows_of(open_house, Release) if r.closed_at is None]
        replies = {f.key for f in found.fields if f.by == "partner"}
        assert not replies & {f["key"] for f in open_now.content["fields"]}
    assert len(rows(open_house, Asks.REPLY)) == 2


def test_what_each_thinks_of_a_shared_talk_is_asked_on_one_s_own_side(open_house: House) -> None:
    found = homework.definition(open_house, "cc-speaker-listener")
    with homework.later(0):
        given = homework.give(open_house, "cc-speaker-listener")
        alone = open_house.visitor("amara").page(f"/homework/{given.a}/part/1")
        shared = open_house.visitor("amara").page(f"/homework/{given.both}/part/1")
        homework.complete(open_house.visitor("amara"), found, given.a)
    assert "You both write here." in shared
    assert "You both write here." not in alone
    (sent,) = homework.rows_of(open_house, Submission)
    private = {f.key for f in found.fields if f.visibility in ("own", "flag")}
    assert set(sent.answers) == private
