"""A measured couple, and the acts that sharing takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from practice.caseload import services as caseload
from practice.caseload.models import Status
from practice.outcomes import services
from tests.factories.house import House
from tests.factories.measured import enter_measures


@pytest.fixture
def measured(house: House) -> House:
    """A house in which Amara and Daniel have their written results of T1 and T3."""
    enter_measures(house)
    return house


@pytest.fixture
def agree(house: House) -> Callable[..., None]:
    """Let a partner choose whether to show a measure."""

    def act(who: str, measure_id: str, agreed: bool = True) -> None:
        with house.writing():
            case = house.case(who)
            services.choose_sharing(case, measure_id, agreed, by=case.actor)

    return act


@pytest.fixture
def clear(house: House) -> Callable[[Status], None]:
    """Let the treating clinician decide the couple's status."""

    def act(status: Status = Status.CLEARED) -> None:
        with house.writing():
            case = house.case("imani")
            caseload.decide_status(case, status, rationale="Both interviewed.", by=case.actor)

    return act
