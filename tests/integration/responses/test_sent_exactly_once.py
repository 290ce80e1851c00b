from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

from practice.audit.models import AuditEvent
from practice.catalogue.definition import ExerciseDefinition
from practice.extensions import db
from practice.responses.models import Draft, Submission
from tests.factories import homework
from tests.factories.house import House


def test_a_retry_leads_to_the_same_end(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    amara, url = open_house.visitor("amara"), f"/homework/{given.a}"
    with homework.later(1):
        page = homework.write(amara, wheel, url, homework.plausible(wheel)).text
        first = homework.send(amara, url, page)
        again = homework.send(amara, url, page)
    assert (first.status_code, again.status_code) == (303, 303)
    assert first.headers["Location"] == again.headers["Location"]
    assert len(homework.rows_of(open_house, Submission)) == 1
    assert homework.rows_of(open_house, Draft) == []
    with open_house.reading():
        sent = db.select(AuditEvent).where(AuditEvent.action == "homework sent")
        assert len(db.session.scalars(sent).all()) == 1


def test_two_tabs_send_once(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    one, other = open_house.visitor("amara"), open_house.visitor("amara")
    url = f"/homework/{given.a}"
    with homework.later(1):
        page = homework.write(one, wheel, url, homework.plausible(wheel)).text
        second_page = other.page(f"{url}/check")
        assert homework.send(one, url, page).status_code == 303
        assert homework.send(other, url, second_page).status_code == 303
    assert len(homework.rows_of(open_house, Submission)) == 1


def test_four_requests_at_once_send_once(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    url = f"/homework/{given.a}"
    with homework.later(1):
        page = homework.write(
            open_house.visitor("amara"), wheel, url, homework.plausible(wheel)
        ).text
        tabs = [(open_house.visitor("amara"), copy_context()) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        sent = [pool.submit(at.run, homework.send, tab, url, page) for tab, at in tabs]
    assert {one.result().status_code for one in sent} == {303}
    assert len(homework.rows_of(open_house, Submission)) == 1


def test_what_changed_since_the_last_look_is_shown_before_it_is_sent(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    amara, url = open_house.visitor("amara"), f"/homework/{given.a}"
    with homework.later(1):
        looked_at = homework.write(amara, wheel, url, homework.plausible(wheel)).text
        homework.write(
            amara, wheel, url, {**homework.plausible(wheel), "missing": "Something new."}
        )
        stale = homework.send(amara, url, looked_at)
    assert stale.status_code == 409
    assert "Something new." in stale.text
    assert homework.rows_of(open_house, Submission) == []


def test_a_key_of_another_form_is_refused(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    amara, url = open_house.visitor("amara"), f"/homework/{given.a}"
    with homework.later(1):
        homework.write(amara, wheel, url, homework.plausible(wheel))
        foreign = amara.post(f"{url}/send", {"form_key": str(given.set_id), "revision": "6"})
        garbled = amara.post(f"{url}/send", {"form_key": "x", "revision": "6"})
    assert (foreign.status_code, garbled.status_code) == (409, 404)
    assert homework.rows_of(open_house, Submission) == []


def test_more_than_the_form_asks_is_ignored(
    open_house: House, wheel: ExerciseDefinition, given: homework.Set
) -> None:
    amara, url = open_house.visitor("amara"), f"/homework/{given.a}"
    extra = {
        "kept_back": "now",
        "container_id": "x",
        "visibility": "joint",
        "submitted_by": str(open_house.people["daniel"]),
        "scores": "[]",
        "unknown": "words",
    }
    with homework.later(1):
        page = homework.write(amara, wheel, url, homework.plausible(wheel)).text
        sent = amara.post(
            f"{url}/send",
            {
                "form_key": homework.hidden(page, "form_key"),
                "revision": homework.hidden(page, "revision"),
                "keep_back": ["guess_wish", "unknown"],
                **extra,
            },
        )
    assert sent.status_code == 303
    (row,) = homework.rows_of(open_house, Submission)
    assert row.kept_back == []
    assert row.submitted_by == open_house.people["amara"]
    assert set(row.answers) == set(homework.plausible(wheel))
