"""Homework of A's: not started (as furnished), started, finished in one way or another, skipped, kept back, given to her alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from practice.assignments import queries as assignment_queries
from practice.assignments import services as assignments
from practice.catalogue.fields.contract import SKIPPED
from practice.pathways import queries as pathway_queries
from practice.pathways import services as pathways
from practice.responses import queries as responses
from practice.responses import services as answering
from tests.factories.homework import Set, give, plausible
from tests.factories.house import House
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.furnished import (
    draft,
    own_round,
    send,
    sign_form,
)
from tests.integration.privacy.varying import TEXT, WHEN, amara, given, variation


def everything_skipped(house: House, name: str, found: Furnished) -> dict[str, Any]:
    """Return "I'd rather not answer" to every question."""
    round_ = own_round(house, "a", given(found, name))
    return {f.key: dict(SKIPPED) for f in round_.fields}


def in_other_words(house: House, name: str, found: Furnished) -> dict[str, Any]:
    """Return other answers of the right shape: other words, and the far end of every scale."""
    round_ = own_round(house, "a", given(found, name))
    return {k: _other(v) for k, v in plausible(round_.given.definition).items() if k in {f.key for f in round_.fields}}  # fmt: skip


def _other(answer: Any) -> Any:
    if isinstance(answer, str) and " " in answer:
        return TEXT
    return answer


def _homework(name: str) -> None:
    @variation(f"{name}: started")
    def started(found: Furnished) -> None:
        with found.house.writing():
            draft(found.house, "a", given(found, name), in_other_words(found.house, name, found))

    @variation(f"{name}: finished")
    def finished(found: Furnished) -> None:
        with found.house.writing():
            send(found.house, "a", given(found, name))

    @variation(f"{name}: finished in other words")
    def otherwise(found: Furnished) -> None:
        with found.house.writing():
            words = in_other_words(found.house, name, found)
            send(found.house, "a", given(found, name), words)

    @variation(f"{name}: everything skipped")
    def skipped(found: Furnished) -> None:
        with found.house.writing():
            words = everything_skipped(found.house, name, found)
            send(found.house, "a", given(found, name), words)

    @variation(f"{name}: finished, all kept back")
    def kept_back(found: Furnished) -> None:
        with found.house.writing():
            keys = [f.key for f in own_round(found.house, "a", given(found, name)).fields]
            send(found.house, "a", given(found, name), keep_back=keys)

    @variation(f"{name}: finished and taken back")
    def taken_back(found: Furnished) -> None:
        with found.house.writing():
            send(found.house, "a", given(found, name))
        with found.house.writing():
            case = found.house.case("amara")
            (newest, *_) = responses.own_submissions(case)
            answering.take_back(newest, by=case.actor)


for _name in ("signals", "pulse", "rings", "topics", "in-talking", "in-private-screens"):
    _homework(_name)


@variation("pulse: afraid to speak and pressed")
def alerting_pulse(found: Furnished) -> None:
    with found.house.writing():
        pulse = given(found, "pulse")
        words = plausible(own_round(found.house, "a", pulse).given.definition)
        send(found.house, "a", pulse, words | {"voice": 0, "pressure": 10, "private_note": TEXT})


@variation("wheel: more kept back after it was shown")
def keep_back_later(found: Furnished) -> None:
    keys = ["missing", "step", "now", "wish", "importance"]
    path = f"/homework/sent/{found.things['sent-wheel-a']}/keep-back"
    assert amara(found).post(path, {"keep_back": keys}).status_code == 303


@variation("wheel: corrected after it was shown")
def corrected(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("amara")
        sent = responses.own_submission(case.actor, found.things["sent-wheel-a"])
        answering.start_correction(sent, by=case.actor)
        answers = in_other_words(found.house, "wheel", found)
        send(found.house, "a", given(found, "wheel"), answers)


@variation("wheel: a correction begun and left")
def correction_begun(found: Furnished) -> None:
    path = f"/homework/sent/{found.things['sent-wheel-a']}/correct"
    assert amara(found).post(path).status_code == 303


@variation("form of both: her own questions of it answered")
def own_part_of_joint(found: Furnished) -> None:
    with found.house.writing():
        ids = found.things.ids
        alone = Set(ids["set-meeting"], a=ids["meeting-a"])
        send(found.house, "a", alone)


@variation("form of both: signed by her")
def joint_signed(found: Furnished) -> None:
    with found.house.writing():
        both = Set(found.things["set-meeting"], both=found.things["meeting-both"])
        sign_form(own_round(found.house, "a", both))


@variation("form of both: she would rather discuss it")
def joint_discussed(found: Furnished) -> None:
    path = f"/homework/{found.things['meeting-both']}/discuss"
    assert amara(found).post(path).status_code == 303


@variation("form of both: read by her")
def joint_read(found: Furnished) -> None:
    visitor = amara(found)
    for page in ("", "/part/1", "/wording"):
        assert visitor.get(f"/homework/{found.things['meeting-both']}{page}").status_code < 400


@variation("homework given to her alone")
def given_alone(found: Furnished) -> None:
    for slug in ("er-feelings-log", "hb-worth-and-support", "aa-holding-back"):
        give(found.house, slug, to="a", starts_on=WHEN.date())


@variation("homework given to her alone, and sent")
def given_alone_and_sent(found: Furnished) -> None:
    row = give(found.house, "aa-holding-back", to="a", starts_on=WHEN.date())
    with found.house.writing():
        send(found.house, "a", row)


@variation("homework given to her alone, and taken back")
def given_and_taken_back(found: Furnished) -> None:
    row = give(found.house, "er-feelings-log", to="a", starts_on=WHEN.date())
    with found.house.writing():
        case = found.house.case("imani")
        assignments.withdraw(assignment_queries.rows_of_set(case, row.set_id), by=case.actor)


@variation("her homework read and commented on")
def reviewed(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        sent = responses.submission_of(case.actor, case.id, found.things["sent-pulse-a"])
        answering.review(sent, by=case.actor, comment=TEXT, quality=2, agenda=True)


@variation("pathway: her own step sent, so that her next one opens")
def pathway_step_sent(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        run = pathway_queries.run_in(case, found.things["run"])
        first = pathway_queries.sets_in(run)[UUID(run.rows[0].set_ids[0])]
        own = first.one("a")
        assert own is not None
        held = Set(first.set_id, a=own.id)
    with found.house.writing():
        send(found.house, "a", held)


@variation("pathway: one for her alone, with a step opened and one skipped")
def pathway_alone(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        made = {one.definition.slug: one for one in pathway_queries.startable(case.actor)}
        version = made["differentiation"].version_id
        run = pathways.start(case, version, sides="a", starts_on=WHEN.date(), by=case.actor)
    with found.house.writing():
        case = found.house.case("imani")
        for number, act in ((2, pathways.open_step), (3, pathways.skip_step)):
            held = pathway_queries.run_step_of(case.actor, case.id, run.id, number)
            act(held, by=case.actor)
