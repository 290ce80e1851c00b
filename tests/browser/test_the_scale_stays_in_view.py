"""While the rows of a scale scroll by, what its ends mean stays in view, under no bar."""

from __future__ import annotations

from tests.browser import homework
from tests.browser.conftest import Opens
from tests.browser.site import Site

SEEN = """() => { const key = document.querySelector('.scale-key').getBoundingClientRect();
  const at = document.elementFromPoint(key.left + 8, key.top + key.height / 2);
  return at !== null && at.closest('.scale-key') !== null; }"""


def test_the_meaning_of_a_scale_stays_in_view(site: Site, phone: Opens) -> None:
    given = homework.give(site, "ib-balance-wheel").a
    amara = phone(site)
    amara.goto(f"/homework/{given}/part/1")
    assert amara.page.evaluate(SEEN)
    amara.page.evaluate("document.querySelectorAll('.answer-row')[2].scrollIntoView()")
    amara.page.evaluate("scrollBy(0, -160)")
    amara.page.wait_for_timeout(100)
    assert amara.page.evaluate("scrollY") > 150
    assert amara.page.evaluate(SEEN)
