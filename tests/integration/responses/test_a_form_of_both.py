from __future__ import annotations

from typing import Any

import pytest

from practice.caseload.models import AttentionItem
from practice.catalogue.definition import ExerciseDefinition
from practice.responses.models import Draft, JointSignature, Submission
from tests.factories import homework
from tests.factories.house import House


@pytest.fixture
def agreement(house: House) -> ExerciseDefinition:
    return homework.definition(house, "cc-timeout-agreement")


@pytest.fixture
def url(open_house: House) -> str:
    with homework.later(0):
        return f"/homework/{homework.give(open_house, 'cc-timeout-agreement').both}"


def write(house: House, who: str, found: ExerciseDefinition, url: str, **more: Any) -> str:
    """Write the form and return the digest of the wording on its last page."""
    answers = {k: v for k, v in {**homework.plausible(found), **more}.items() if v is not None}
    page = homework.write(house.visitor(who), found, url, answers)
    return homework.hidden(page.text, "wording")


def sign(house: House, who: str, url: str, digest: str) -> int:
    data = {"wording": digest, "signed_name": who.title()}
    return house.visitor(who).post(f"{url}/sign", data).status_code


def put_in_force(house: House, url: str) -> int:
    couple, assignment = house.couples["amara-daniel"], url.rsplit("/", 1)[1]
    path = f"/couples/{couple}/homework/form/{assignment}"
    assert house.visitor("imani").get(path).status_code == 200
    return house.visitor("imani").post(f"{path}/in-force").status_code


def kinds(house: House) -> set[str]:
    rows = homework.rows_of(house, AttentionItem)
    return {r.reason["kind"] for r in rows if r.done_at is None}


def test_it_comes_into_force_when_both_signed_and_the_clinician_says_so(
    open_house: House, agreement: ExerciseDefinition, url: str
) -> None:
    with homework.later(1):
        digest = write(open_house, "amara", agreement, url)
        assert sign(open_house, "amara", url, digest) == 303
        assert "joint" not in kinds(open_house)
        assert put_in_force(open_house, url) == 422
    with homework.later(2):
        assert sign(open_house, "daniel", url, digest) == 303
        assert "joint" in kinds(open_house)
        for who in ("amara", "daniel"):
            assert "Not yet in force" in open_house.visitor(who).page(f"{url}/wording")
        assert put_in_force(open_house, url) == 303
        assert "joint" not in kinds(open_house)
    (sent,) = homework.rows_of(open_house, Submission)
    with homework.later(3):
        for who in ("amara", "daniel"):
            page = open_house.visitor(who).get(url, follow_redirects=True)
            assert page.status_code == 200
            assert "In force since" in page.text
            assert "Some words about signal." in page.text
    assert sent.answers["signal"] == "Some words about signal."


def test_a_changed_word_makes_a_new_wording_to_sign(
    open_house: House, agreement: ExerciseDefinition, url: str
) -> None:
    with homework.later(1):
        digest = write(open_house, "amara", agreement, url)
        sign(open_house, "amara", url, digest)
        sign(open_house, "daniel", url, digest)
    with homework.later(2):
        other = write(open_house, "daniel", agreement, url, signal="A raised hand")
        assert other != digest
        assert sign(open_house, "amara", url, digest) == 409
        assert put_in_force(open_house, url) == 422
        assert sign(open_house, "amara", url, other) == 303
        assert sign(open_house, "daniel", url, other) == 303
        assert put_in_force(open_house, url) == 303


def test_signing_twice_changes_nothing(
    open_house: House, agreement: ExerciseDefinition, url: str
) -> None:
    with homework.later(1):
        digest = write(open_house, "amara", agreement, url)
        assert [sign(open_house, "amara", url, digest) for _ in range(2)] == [303, 303]
    assert len(homework.rows_of(open_house, JointSignature)) == 1


def test_without_a_time_to_return_it_is_not_in_force(
    open_house: House, agreement: ExerciseDefinition, url: str
) -> None:
    with homework.later(1):
        data = {**homework.plausible(agreement), "max_hours": None}
        answers = {k: v for k, v in data.items() if v is not None}
        page = homework.write(open_house.visitor("amara"), agreement, url, answers).text
        assert "within how many hours you return" in page
        digest = homework.hidden(page, "wording")
        sign(open_house, "amara", url, digest)
        sign(open_house, "daniel", url, digest)
        assert put_in_force(open_house, url) == 422


def test_while_one_writes_the_other_reads(
    open_house: House, agreement: ExerciseDefinition, url: str
) -> None:
    page = f"{url}/part/1"
    with homework.later(1):
        amara, daniel = open_house.visitor("amara"), open_house.visitor("daniel")
        amara.post(page, {"revision": "0", "signal": "Palm up"})
        held = daniel.page(page)
        assert "This form is open elsewhere. You can read it now and write in it later." in held
        assert "Palm up" in held
        refused = daniel.post(page, {"revision": "1", "signal": "A whistle"})
        assert refused.status_code == 409
        assert "A whistle" in refused.text
        assert "Palm up" in refused.text
    with homework.later(1.05):
        assert "open elsewhere" not in daniel.page(page)
        assert daniel.post(page, {"revision": "1", "signal": "A whistle"}).status_code == 303
    (draft,) = homework.rows_of(open_house, Draft)
    assert draft.answers["given"]["signal"] == "A whistle"


def test_coming_back_later_lets_the_other_write(
    open_house: House, agreement: ExerciseDefinition, url: str
) -> None:
    page = f"{url}/part/1"
    with homework.later(1):
        amara, daniel = open_house.visitor("amara"), open_house.visitor("daniel")
        amara.post(page, {"revision": "0", "signal": "Palm up", "go": "later"})
        assert "open elsewhere" not in daniel.page(page)


def test_a_form_of_both_is_not_sent_like_one_s_own(
    open_house: House, agreement: ExerciseDefinition, url: str
) -> None:
    with homework.later(1):
        write(open_house, "amara", agreement, url)
        (draft,) = homework.rows_of(open_house, Draft)
        sent = open_house.visitor("amara").post(f"{url}/send", {"form_key": str(draft.form_key)})
    assert sent.status_code == 404
    assert homework.rows_of(open_house, Submission) == []
