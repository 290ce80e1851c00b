"""Z4: what belongs to one couple is not there under another couple's address, although both are of the same caseload."""

from __future__ import annotations

import re

import pytest

from practice.lib import clock
from tests.factories.crawl import answer_of
from tests.integration.privacy.addressed import address, nowhere
from tests.integration.privacy.conftest import Furnished
from tests.integration.privacy.furnished import TODAY
from tests.integration.privacy.test_the_access_table import TABLE, Walker, nothing_is_kept

__all__ = ["nothing_is_kept"]

_THING = re.compile(r"<uuid:(?!couple_id)\w+>")


@pytest.mark.usefixtures("nothing_is_kept")
def test_each_answers_as_if_there_were_no_such_thing(furnished: Furnished) -> None:
    couples, walked = furnished.house.couples, 0
    with clock.set_to(TODAY):
        walker = Walker(furnished, "treating clinician")
        for rule, method, cells in TABLE:
            if not (rule.startswith("/couples/<uuid:couple_id>/") and _THING.search(rule)):
                continue
            if cells["treating clinician"] in ("403", "404"):
                continue
            here = address(furnished, rule, "treating clinician")
            theirs = here.replace(str(couples["amara-daniel"]), str(couples["nora-ilse"]))
            there = walker.ask(rule, method, theirs)
            assert there.status_code == 404, (rule, method, there.status_code)
            other = str(couples["nora-ilse"])
            none = nowhere(theirs.replace(other, "COUPLE")).replace("COUPLE", other)
            elsewhere = walker.ask(rule, method, none)
            assert answer_of("", there).masked == answer_of("", elsewhere).masked, (rule, method)
            walked += 1
    assert walked >= 40
