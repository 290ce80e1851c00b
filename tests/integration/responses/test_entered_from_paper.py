from __future__ import annotations

import re
from uuid import uuid4

import pytest

from practice.audit.models import AuditEvent
from practice.caseload import services as caseload
from practice.caseload.models import AttentionItem
from practice.extensions import db
from practice.responses import queries, services
from practice.responses.models import Submission
from tests.factories import homework
from tests.factories.house import House


def paper_url(house: House, assignment: object) -> str:
    return f"/couples/{house.couples['amara-daniel']}/homework/paper/{assignment}"


def wheel_form(house: House, **more: object) -> dict[str, object]:
    wheel = homework.definition(house, "ib-balance-wheel")
    answers = homework.form_data(wheel, homework.plausible(wheel))
    return {"form_key": str(uuid4()), "paper_on": "2026-02-28", **answers, **more}


def entered(house: House, given: homework.Set) -> Submission:
    (row,) = homework.rows_of(house, Submission)
    return row  # type: ignore[no-any-return]


def test_the_record_says_who_entered_it_and_from_what(
    open_house: House, given: homework.Set
) -> None:
    with homework.later(1):
        sent = open_house.visitor("imani").post(
            paper_url(open_house, given.a), wheel_form(open_house)
        )
        assert sent.status_code == 303, sent.text
        row = entered(open_house, given)
        assert row.origin == {"kind": "paper", "on": "2026-02-28"}
        assert row.submitted_by == open_house.people["imani"]
        words = "from paper of Sat 28 February 2026"
        own = open_house.visitor("amara").page(f"/homework/sent/{row.id}")
        assert "Entered for you by Dr. Imani Reyes" in own
        assert words in own
        review = open_house.visitor("imani").page(sent.headers["Location"])
        assert words in review


def test_the_other_sees_nothing_of_it(open_house: House, given: homework.Set) -> None:
    with homework.later(1):
        before = homework.masked(open_house.visitor("daniel").page("/today"))
        open_house.visitor("imani").post(paper_url(open_house, given.a), wheel_form(open_house))
        assert homework.masked(open_house.visitor("daniel").page("/today")) == before
        row = entered(open_house, given)
        assert open_house.visitor("daniel").get(f"/homework/sent/{row.id}").status_code == 404


def test_the_same_page_sent_twice_is_kept_once(open_house: House, given: homework.Set) -> None:
    with homework.later(1):
        data = wheel_form(open_house)
        for _ in range(2):
            sent = open_house.visitor("imani").post(paper_url(open_house, given.a), data)
            assert sent.status_code == 303
    assert len(homework.rows_of(open_house, Submission)) == 1


def test_a_round_sent_before_is_corrected(open_house: House, given: homework.Set) -> None:
    wheel = homework.definition(open_house, "ib-balance-wheel")
    with homework.later(1):
        homework.complete(open_house.visitor("amara"), wheel, given.a)
    with homework.later(2):
        open_house.visitor("imani").post(paper_url(open_house, given.a), wheel_form(open_house))
    first, second = sorted(
        homework.rows_of(open_house, Submission), key=lambda row: row.submitted_at
    )
    assert second.corrects_id == first.id


@pytest.mark.parametrize(
    ("paper_on", "words"),
    [("", "Enter the date."), ("2026-12-24", "lies in the future"), ("soon", "date that exists")],
)
def test_the_paper_has_a_date(
    open_house: House, given: homework.Set, paper_on: str, words: str
) -> None:
    with homework.later(1):
        data = wheel_form(open_house, paper_on=paper_on)
        sent = open_house.visitor("imani").post(paper_url(open_house, given.a), data)
    assert sent.status_code == 422
    assert words in sent.text
    assert "Some words about missing." in sent.text
    assert homework.rows_of(open_house, Submission) == []


def test_an_empty_paper_is_no_answer(open_house: House, given: homework.Set) -> None:
    with homework.later(1):
        sent = open_house.visitor("imani").post(
            paper_url(open_house, given.a), {"form_key": "?", "paper_on": "2026-02-28"}
        )
    assert sent.status_code == 422
    assert "Enter at least one answer" in sent.text


def test_every_question_has_a_number(open_house: House, given: homework.Set) -> None:
    with homework.later(1):
        page = open_house.visitor("imani").page(paper_url(open_house, given.a))
    numbers = re.findall(r'class="paper-number numbers">([\d.]+)<', page)
    assert numbers[:6] == ["1", "1.1", "1.2", "1.3", "1.4", "2"]


def test_an_answer_that_asks_for_a_look_brings_one(open_house: House) -> None:
    pulse = homework.definition(open_house, "ci-weekly-pulse")
    with homework.later(0):
        given = homework.give(open_house, "ci-weekly-pulse")
    with homework.later(1), open_house.writing():
        case = open_house.case("imani")
        entry = queries.entry_in(case.actor, case.id, given.a)  # type: ignore[arg-type]
        services.enter_for(
            entry,
            {**homework.plausible(pulse), "voice": 1},
            by=case.actor,
            form_key=uuid4(),
            paper_on=homework.MONDAY.date(),
        )
    kinds = [r.reason["kind"] for r in homework.rows_of(open_house, AttentionItem)]
    assert "private" in kinds
    assert "submission" not in kinds


def test_sexual_questions_need_the_authors_own_consent(house: House) -> None:
    with homework.later(-24):
        homework.clear(house)
        homework.open_sexual_work(house)
    with homework.later(0):
        given = homework.give(house, "sc-topic-comfort")
    with homework.later(1):
        assert "comfort__" in house.visitor("imani").page(paper_url(house, given.a))
        with house.writing():
            case = house.case("amara")
            caseload.revoke_signature(case, "sexual_content_consent", by=case.actor)
        page = house.visitor("imani").page(paper_url(house, given.a))
    assert "comfort__" not in page


def test_nobody_else_enters_anything(open_house: House, given: homework.Set) -> None:
    url = paper_url(open_house, given.a)
    with homework.later(1):
        assert open_house.visitor("supervisor").get(url).status_code == 403
        assert open_house.visitor("administrator").get(url).status_code == 404
        assert open_house.visitor("colleague").get(url).status_code == 404
        assert open_house.visitor("amara").get(url).status_code == 404


def test_a_form_of_both_has_no_author_to_enter_it_for(open_house: House) -> None:
    with homework.later(0):
        given = homework.give(open_house, "cc-timeout-agreement")
        url = paper_url(open_house, given.both)
        assert open_house.visitor("imani").get(url).status_code == 404


def test_it_is_audited(open_house: House, given: homework.Set) -> None:
    with homework.later(1):
        open_house.visitor("imani").post(paper_url(open_house, given.a), wheel_form(open_house))
    with open_house.reading():
        events = db.session.scalars(
            db.select(AuditEvent).where(AuditEvent.action == "homework entered")
        ).all()
        assert [event.detail for event in events] == [{"source": "paper"}]
