from __future__ import annotations

from collections.abc import Callable

import pytest

from practice.caseload import queries as cases
from practice.safety.models import SafetyCheck
from tests.factories.house import House, Visitor

Save = Callable[[Visitor, dict[str, str]], str]


@pytest.fixture
def path(house: House) -> str:
    return f"/couples/{house.couples['amara-daniel']}/record/safety"


@pytest.fixture
def sent(amara: Visitor, save: Save, all_no: dict[str, str]) -> None:
    answers = all_no | {"s09": "yes", "s17": "Work phone, Tuesdays"}
    amara.post("/private-questions/send", {"form_key": save(amara, answers)})


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize("who", ["imani", "cotherapist", "cover", "supervisor"])
def test_the_care_team_reads_answers_tier_and_safe_contact(
    house: House, path: str, who: str
) -> None:
    page = house.visitor(who).page(path)
    assert "Tier 3: urgent" in page
    assert "Work phone, Tuesdays" in page
    assert "put hands or anything else around your neck" in page
    assert "Urgent: individual work only" in page
    assert "No check sent yet." in page


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize("who", ["daniel", "rosa", "colleague", "administrator", "officer"])
def test_nobody_else_finds_it(house: House, path: str, who: str) -> None:
    visitor = house.visitor(who)
    assert visitor.get(path).status_code == 404
    assert visitor.post(f"{path}/seen").status_code == 404


@pytest.mark.usefixtures("sent")
def test_its_author_does_not_find_it(amara: Visitor, path: str) -> None:
    assert amara.get(path).status_code == 404


@pytest.mark.usefixtures("sent")
def test_seen_settles_the_private_item(house: House, path: str) -> None:
    imani = house.visitor("imani")
    assert ">Seen</button>" in imani.page(path)
    imani.post(f"{path}/seen")
    assert ">Seen</button>" not in imani.page(path)
    with house.reading():
        kinds = {item.reason["kind"] for item in cases.attention(house.case("imani"))}
        assert "private" not in kinds


@pytest.mark.usefixtures("sent")
def test_a_supervisor_reads_and_settles_nothing(house: House, path: str) -> None:
    supervisor = house.visitor("supervisor")
    assert ">Seen</button>" not in supervisor.page(path)
    assert supervisor.post(f"{path}/seen").status_code == 403


@pytest.mark.usefixtures("sent")
def test_the_author_reads_it_again_only_once_it_is_safe(
    house: House, path: str, amara: Visitor, checks: Callable[[], list[SafetyCheck]]
) -> None:
    with house.reading():
        [check_id] = [one.id for one in checks()]
    own = f"/private-questions/sent/{check_id}"
    assert amara.get(own).status_code == 404
    imani = house.visitor("imani")
    imani.post(f"{path}/{check_id}/viewing", {"allowed": "yes"})
    assert own in amara.page("/record")
    page = amara.page(own)
    assert "Work phone, Tuesdays" in page
    assert "Tier" not in page
    daniel = house.visitor("daniel")
    assert daniel.get(own).status_code == 404
    assert own not in daniel.page("/record")
    imani.post(f"{path}/{check_id}/viewing", {"allowed": "no"})
    assert amara.get(own).status_code == 404


@pytest.mark.usefixtures("sent")
def test_a_newer_check_stands_before_the_earlier_one(
    house: House, path: str, amara: Visitor, save: Save, all_no: dict[str, str]
) -> None:
    amara.post("/private-questions/send", {"form_key": save(amara, all_no)})
    page = house.visitor("imani").page(path)
    assert page.index("Tier 0: nothing disclosed") < page.index("Tier 3: urgent")
    assert "Earlier: " in page
