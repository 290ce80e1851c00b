"""What the care team does about A's homework, and what A says of it: rated, entered from paper, set aside, read, brought up."""

from __future__ import annotations

from uuid import uuid4

from practice.responses import queries as responses
from practice.responses import services as answering
from practice.responses.queries import Sent
from tests.factories.homework import MONDAY, plausible
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.varying import TEXT, amara, variation


def _sent(found: Furnished, name: str = "pulse") -> Sent:
    case = found.house.case("imani")
    return responses.submission_of(case.actor, case.id, found.things[f"sent-{name}-a"])


@variation("pulse: rated by her")
def rated(found: Furnished) -> None:
    path = f"/homework/sent/{found.things['sent-pulse-a']}/rating"
    assert amara(found).post(path, {"useful": "2", "effort": "9"}).status_code == 303


@variation("pulse: set aside")
def set_aside(found: Furnished) -> None:
    with found.house.writing():
        sent = _sent(found)
        answering.set_aside(sent, reason=TEXT, by=sent.case.actor)


@variation("pulse: set aside and taken in again")
def taken_in_again(found: Furnished) -> None:
    with found.house.writing():
        sent = _sent(found)
        answering.set_aside(sent, reason=TEXT, by=sent.case.actor)
        answering.take_in_again(sent, by=sent.case.actor)


@variation("pulse: read, rated, commented and brought up")
def reviewed(found: Furnished) -> None:
    with found.house.writing():
        sent = _sent(found)
        answering.review(sent, by=sent.case.actor, comment=TEXT, quality=1, agenda=True)
        answering.mark_unread(sent, by=sent.case.actor)


@variation("signals: entered from paper")
def from_paper(found: Furnished) -> None:
    with found.house.writing():
        case = found.house.case("imani")
        entry = responses.entry_in(case.actor, case.id, found.things["signals-a"])
        words = plausible(entry.given.definition)
        answering.enter_for(entry, words, by=case.actor, form_key=uuid4(), paper_on=MONDAY.date())


@variation("today: looked at by the clinician as she sees it")
def seen_as(found: Furnished) -> None:
    couple = found.house.couples["amara-daniel"]
    imani = found.house.visitor("imani")
    assert imani.get(f"/couples/{couple}/as/a/today").status_code == 200
