"""A couple with a wheel opened to both, and the acts on reports, each a request as on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from werkzeug.test import TestResponse

from practice.assignments import queries as assignments
from practice.catalogue.definition import Schedule, ScheduleKind
from practice.lib import clock
from practice.reports import queries, services
from practice.reports.queries import ReportInCase
from practice.responses import queries as responses
from practice.responses import services as answering
from tests.factories.homework import MONDAY, clear, complete, definition, give, plausible
from tests.factories.house import House

ONCE = Schedule(ScheduleKind.ONCE, None)
OPENED = MONDAY + timedelta(hours=30)
ASKED = MONDAY + timedelta(days=2)
WORDS = {"amara": "Amara said lantern.", "daniel": "Daniel said harbour."}


def open_the_wheel(house: House) -> None:
    """Have both fill in the balance wheel, and open it to both."""
    clear(house)
    with clock.set_to(MONDAY):
        row = give(house, "ib-balance-wheel", schedule=ONCE)
        wheel = definition(house, "ib-balance-wheel")
        for who, given in (("amara", row.a), ("daniel", row.b)):
            answers = plausible(wheel) | {"missing": WORDS[who], "step": WORDS[who]}
            complete(house.visitor(who), wheel, given, answers)
    with clock.set_to(OPENED), house.writing():
        case = house.case("imani")
        pair = responses.pair_of(assignments.rows_of_set(case, row.set_id))
        prepared = answering.prepare(pair)
        answering.release(prepared, digest=prepared.digest, by=case.actor)


class Desk:
    """The clinician's acts on the reports of one couple."""

    def __init__(self, house: House, who: str = "imani") -> None:
        self.house, self.who = house, who
        self.couple = house.couples["amara-daniel"]

    def address(self, report: UUID | str, act: str = "") -> str:
        return f"/couples/{self.couple}/reports/{report}{act}"

    def compile(self, kind: str) -> UUID:
        """Compile a draft on the page and return its id."""
        sent = self.house.visitor(self.who).post(
            f"/couples/{self.couple}/reports/new", {"what": kind}
        )
        assert sent.status_code == 303, sent.text
        return UUID(sent.location.rsplit("/", 1)[1])

    def act(self, report: UUID, act: str, data: dict[str, str] | None = None) -> str:
        """Do something with a report, and return the page that follows."""
        visitor = self.house.visitor(self.who)
        sent = visitor.post(self.address(report, act), data)
        assert sent.status_code == 303, sent.status_code
        return visitor.page(sent.location)

    def file(self, report: UUID) -> TestResponse:
        """Ask for the file."""
        return self.house.visitor(self.who).get(self.address(report, "/file"))


def own_file(house: House, who: str, report: UUID) -> TestResponse:
    """Ask for a report as a partner."""
    return house.visitor(who).get(f"/record/reports/{report}")


def choose(house: House, who: str, *, agreed: bool) -> None:
    """Answer, on the page, which of one's own words may be quoted: all of them or none."""
    visitor = house.visitor(who)
    values = re.findall(r'name="agreed"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="agreed"', visitor.page("/record/words"))  # fmt: skip
    ids = [a or b for a, b in values]
    assert ids
    sent = visitor.post("/record/words", {"agreed": ids if agreed else []})
    assert sent.status_code == 303


@contextmanager
def stored(house: House, report: UUID) -> Iterator[ReportInCase]:
    """A report as it lies in the database."""
    with house.reading():
        yield queries.report_in_case(house.actor("imani"), house.couples["amara-daniel"], report)


def words_of(house: House, report: UUID) -> str:
    """The data of a report, as text."""
    with stored(house, report) as found:
        return found.document.to_json().decode()


def ask_for_words(house: House, moment: datetime) -> None:
    """Ask both which words may be quoted."""
    with clock.set_to(moment), house.writing():
        case = house.case("imani")
        services.ask_for_words(case, by=case.actor)
