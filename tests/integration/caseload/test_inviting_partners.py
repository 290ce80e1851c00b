"""Inviting a partner: link and code stand on one page once, and a new invitation ends the one before."""

from __future__ import annotations

import re

from tests.factories.house import House

LINK = re.compile(r'value="http://[^"]*(/invitation/[^"]+)"')


def test_link_and_code_are_shown_once_with_how_to_hand_them_over(
    house: House, fresh_case: str
) -> None:
    imani = house.visitor("imani")
    page = imani.post(f"{fresh_case}/a/invitation").text
    found = LINK.search(page)
    assert found
    assert "hand-over-code" in page
    assert "by the safe route" in page
    assert "Give them apart" in page
    assert found.group(1) not in imani.page(fresh_case)
    assert "Invited; the link works until" in imani.page(fresh_case)


def test_inviting_again_ends_the_earlier_link(house: House, fresh_case: str) -> None:
    imani = house.visitor("imani")
    first = LINK.search(imani.post(f"{fresh_case}/a/invitation").text)
    second = LINK.search(imani.post(f"{fresh_case}/a/invitation").text)
    assert first
    assert second
    assert house.visitor().get(first.group(1)).status_code == 404
    assert house.visitor().get(second.group(1)).status_code == 200


def test_one_partners_invitation_leaves_the_others_alone(house: House, fresh_case: str) -> None:
    imani = house.visitor("imani")
    of_b = LINK.search(imani.post(f"{fresh_case}/b/invitation").text)
    imani.post(f"{fresh_case}/a/invitation")
    assert imani.post(f"{fresh_case}/a/invitation/revoke").status_code == 303
    assert of_b
    assert house.visitor().get(of_b.group(1)).status_code == 200


def test_someone_with_an_account_is_not_invited_again(house: House, record: str) -> None:
    imani = house.visitor("imani")
    assert imani.post(f"{record}/a/invitation").status_code == 303
    assert "already has an account" in imani.page(record)


def test_there_is_no_third_person(house: House, fresh_case: str) -> None:
    assert house.visitor("imani").post(f"{fresh_case}/c/invitation").status_code == 404


def test_a_supervisor_reads_the_record_but_does_not_invite(house: House, record: str) -> None:
    supervisor = house.visitor("supervisor")
    assert "Care team" in supervisor.page(record)
    assert supervisor.post(f"{record}/a/invitation").status_code == 403
