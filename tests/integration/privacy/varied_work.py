"""Work of Amara's own kind: forms of the practice with their scores, pathways for her alone, sessions alone, cards to read."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from practice.catalogue.definition import Schedule, ScheduleKind
from practice.catalogue.fields.contract import SKIPPED
from practice.pathways import queries as pathway_queries
from practice.pathways import services as pathways
from practice.treatment import services as treatment
from tests.factories.homework import give
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.furnished import draft, send
from tests.integration.privacy.varying import TEXT, WHEN, amara, given, variation


@variation("form of the practice: begun")
def form_begun(found: Furnished) -> None:
    with found.house.writing():
        draft(found.house, "a", given(found, "ours"), {"one": 3})


@variation("form of the practice: answered and scored")
def form_scored(found: Furnished) -> None:
    with found.house.writing():
        send(found.house, "a", given(found, "ours"), {"one": 10})


@variation("form of the practice: left out, so that it has no score")
def form_left_out(found: Furnished) -> None:
    with found.house.writing():
        send(found.house, "a", given(found, "ours"), {"one": dict(SKIPPED)})


def _alone(found: Furnished) -> UUID:
    """Put her alone on a pathway, today; return it."""
    with found.house.writing():
        case = found.house.case("imani")
        made = {one.definition.slug: one for one in pathway_queries.startable(case.actor)}
        version = made["differentiation"].version_id
        return pathways.start(case, version, sides="a", starts_on=WHEN.date(), by=case.actor).id


def _act(found: Furnished, run_id: UUID, *acts: str) -> None:
    for act in acts:
        with found.house.writing():
            case = found.house.case("imani")
            run = pathway_queries.run_in(case, run_id)
            getattr(pathways, act)(run, by=case.actor)


@variation("pathway: one for her alone, paused and gone on with")
def pathway_paused(found: Furnished) -> None:
    _act(found, _alone(found), "pause", "go_on", "pause")


@variation("pathway: one for her alone, stopped")
def pathway_stopped(found: Furnished) -> None:
    _act(found, _alone(found), "stop")


@variation("pathway: one for her alone, stopped and taken up")
def pathway_taken_up(found: Furnished) -> None:
    _act(found, _alone(found), "stop", "undo_stop")


@variation("a session alone after which homework of hers opens")
def after_her_session(found: Furnished) -> None:
    row = give(
        found.house,
        "hb-worth-and-support",
        to="a",
        starts_on=(WHEN - timedelta(days=2)).date(),
        schedule=Schedule(ScheduleKind.AFTER_SESSION),
    )
    with found.house.writing():
        case = found.house.case("imani")
        treatment.add_session(case, "a", WHEN - timedelta(days=1), attended=True, by=case.actor)
    with found.house.writing():
        send(found.house, "a", row)


@variation("reading: a card given to her alone, read and noted")
def card_read(found: Furnished) -> None:
    row = give(found.house, "four-kinds", to="a", starts_on=WHEN.date())
    for page in ("/reading", "/reading/four-kinds", f"/homework/{row.a}"):
        assert amara(found).get(page).status_code == 200
    with found.house.writing():
        send(found.house, "a", row, {"line": TEXT})


@variation("before signing: a question, and signing all the same")
def question_before_signing(found: Furnished) -> None:
    visitor = amara(found)
    for text in ("informed_consent", "sexual_content_consent"):
        talk = f"/agreements/{text}/talk"
        assert visitor.post(talk, {"words": TEXT}).status_code == 303
