"""A fresh case that nobody has signed yet, and what stands in its record."""

from __future__ import annotations

import pytest

from practice.caseload import services
from tests.factories.house import House, Visitor


@pytest.fixture
def fresh_case(house: House) -> str:
    """Open a case for two people without accounts; return the address of its record."""
    with house.writing():
        couple = services.open_case(
            by=house.actor("imani"),
            a=("Hana Novák", "she/her"),
            b=("Jo Blake", "they/them"),
            policy_id="limited_secrets",
        )
        house.couples["hana-jo"] = couple.id
    return f"/couples/{house.couples['hana-jo']}/record"


@pytest.fixture
def record(house: House) -> str:
    """Return the address of the record of the couple that has signed everything."""
    return f"/couples/{house.couples['amara-daniel']}/record"


@pytest.fixture
def imani(house: House) -> Visitor:
    """Return the treating clinician's browser."""
    return house.visitor("imani")
