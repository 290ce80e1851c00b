"""What the page of measures says, by the written cases."""

from __future__ import annotations

import re

import pytest

from practice.outcomes import services
from tests.factories.house import House, Visitor
from tests.factories.measured import T1, T3, enter_measures


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


@pytest.fixture
def overview(house: House) -> str:
    return f"/couples/{house.couples['amara-daniel']}/measures"


@pytest.fixture
def visitor(house: House) -> Visitor:
    with house.writing():
        case = house.case("imani")
        by = case.actor
        for side, first, last in (("a", 38, 58), ("b", 49, 54)):
            services.enter_score(case, side, "csi-16", T1, first, by=by)
            services.enter_score(case, side, "csi-16", T3, last, by=by)
        services.enter_score(case, "a", "rdas", T1, 33, by=by)
        services.enter_score(case, "a", "rdas", T3, 48, by=by)
        services.enter_by_item(case, "a", "ders-16", T1, [2] * 16, by=by)
        services.enter_by_item(case, "a", "ders-16", T3, [1] * 16, by=by)
        services.enter_by_item(case, "a", "e-hits", T1, [2, 4, 2, 4, 2], by=by)
    return house.visitor("imani")


@pytest.fixture
def page(visitor: Visitor, overview: str) -> str:
    return visitor.page(overview)


def test_each_class_stands_in_words(page: str) -> None:
    said = words(page)
    assert "Recovered" in said
    assert "Crossed the cut-off without reliable change" in said
    assert "1 of 2 partners recovered on CSI-16." in said


def test_the_threshold_says_where_it_comes_from(page: str) -> None:
    said = words(page)
    assert "6.66 points or more. Derived, since no published figure is held" in said
    assert "11.58 points or more. Published: Anderson et al. 2014" in said


def test_without_a_reliable_change_nothing_is_classified(page: str) -> None:
    assert "No reliable change is held for DERS-16" in words(page)


def test_the_gap_is_told_and_not_averaged(page: str) -> None:
    said = words(page)
    assert "11 points apart at the start, 4 now. That is within 6.66 points" in said
    assert "43.5" not in said


def test_one_partner_alone_gives_no_figure_of_the_two(page: str) -> None:
    rdas = page.split('id="measure-rdas"')[1].split("</section>", maxsplit=1)[0]
    assert "apart" not in rdas
    assert "of 2 partners" not in rdas


def test_range_direction_cut_off_and_the_limit_are_said(page: str) -> None:
    said = words(page)
    for phrase in (
        "Total from 0 to 81",
        "Higher is better",
        "Cut-off: below 51.5, notable dissatisfaction",
        "Screening, not diagnosis",
    ):
        assert phrase in said


def test_the_chart_is_an_image_with_its_words(page: str) -> None:
    images = re.findall(r'<img class="course-chart" src="data:image/svg\+xml;base64,[^"]+" alt="([^"]+)"', page)  # fmt: skip
    assert images
    assert images[0].startswith("CSI-16 over time. Amara: 12 Jan 2026 38, 15 Jun 2026 58.")


def test_restricted_screens_are_not_beside_the_others(
    page: str, visitor: Visitor, overview: str
) -> None:
    assert "HITS" not in page
    assert "E-HITS" in visitor.page(f"{overview}/restricted")


def test_figures_of_the_two_on_the_page_of_one_measure(house: House, overview: str) -> None:
    enter_measures(house)
    visitor = house.visitor("imani")
    rdas = words(visitor.page(f"{overview}/rdas"))
    assert "Shape of the answers alike (r) 0.83" in rdas
    assert "double-entry ICC) 0.44" in rdas
    assert "Mean of the two 43.5 56" in words(visitor.page(f"{overview}/csi-16"))
    cpq = words(visitor.page(f"{overview}/cpq-sf"))
    assert "A presses, B withdraws: reports apart by 1" in cpq
    assert "B presses, A withdraws: reports apart by 0" in cpq
