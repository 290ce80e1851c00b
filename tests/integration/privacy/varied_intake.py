"""The intake on A's side: a part left out whole, everything answered, asked before signing, noted and entered by the care team."""

from __future__ import annotations

from uuid import uuid4

from practice.assignments import queries as assignment_queries
from practice.catalogue.fields.contract import SKIPPED
from practice.intake import queries, services
from practice.responses import queries as responses
from practice.responses import services as answering
from tests.factories.homework import plausible
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.furnished import send
from tests.integration.privacy.varying import TEXT, WHEN, amara, given, variation

TENDER = ("in-body-and-affection", "in-hard-times", "in-agreements", "in-where-you-stand")


@variation("intake: a whole part left out")
def left_out(found: Furnished) -> None:
    for slug in TENDER:
        path = f"/intake/{found.things[f'{slug}-a']}/leave-out"
        assert amara(found).post(path).status_code == 303


@variation("intake: the tender parts answered")
def answered(found: Furnished) -> None:
    for slug in TENDER:
        with found.house.writing():
            send(found.house, "a", given(found, slug))


@variation("intake: how to reach her, and thoughts of self-harm")
def alerting(found: Furnished) -> None:
    for slug, words in (
        ("in-about-you", {"adult": "yes", "contact_ways": ["post"], "contact_hours": TEXT}),
        ("in-private-screens", {"self_harm": "today", "own_talk": dict(SKIPPED)}),
    ):
        with found.house.writing():
            send(found.house, "a", given(found, slug), words)


@variation("intake: what was released, corrected afterwards")
def corrected(found: Furnished) -> None:
    path = f"/homework/sent/{found.things['sent-hopes-a']}/correct"
    assert amara(found).post(path).status_code == 303


@variation("intake: asked before signing")
def asked_first(found: Furnished) -> None:
    path = "/agreements/informed_consent/talk"
    assert amara(found).post(path, {"words": TEXT}).status_code == 303


@variation("intake: noted beside her answers")
def noted(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        fields = queries.clinician_fields(case.actor, case.id, found.things["in-where-you-stand-a"])
        services.note_clinician_fields(fields, {"readiness": {"rating": 1}}, by=case.actor)


@variation("intake: entered for her from paper")
def entered(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        assignment = assignment_queries.assignment_of(
            case.actor, case.id, found.things["in-health-a"]
        )
        entry = responses.entry_of(assignment, None)
        answers = plausible(assignment.definition) | {"conditions": TEXT}
        answering.enter_for(entry, answers, by=case.actor, form_key=uuid4(), paper_on=WHEN.date())
