from __future__ import annotations

import pytest

from practice.catalogue import loading
from tests.factories.house import House


def test_every_exercise_stands_there_by_module(house: House) -> None:
    page = house.visitor("imani").page("/library")
    for found in loading.load_definitions().values():
        assert f"/library/{found.slug}" in page
        assert found.module.replace("&", "&amp;") in page


@pytest.mark.parametrize("slug", sorted(loading.load_definitions()))
def test_each_can_be_looked_at_as_a_partner_sees_it(house: House, slug: str) -> None:
    page = house.visitor("imani").page(f"/library/{slug}")
    assert "<fieldset" in page
    assert "disabled" in page
    assert "csrf_token" not in page.split("preview-form")[1].split("</form>")[0]


def test_an_unknown_one_is_not_there(house: House) -> None:
    assert house.visitor("imani").get("/library/no-such-thing").status_code == 404


def test_a_partner_finds_no_library(house: House) -> None:
    assert house.visitor("amara").get("/library").status_code == 404
