from __future__ import annotations

import jinja2
import pytest
from lxml import html

from practice.catalogue.fields import AnswerView, ViewKind
from tests.unit.catalogue.test_rendering_of_questions import TEMPLATES

PAGE = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True).from_string(
    '{% from "components/answers/display.html" import answer_display %}<main>{{ answer_display(view) }}</main>'
)
VIEWS = [
    AnswerView(ViewKind.TEXT, text="<i>a & b</i>"),
    AnswerView(ViewKind.ITEMS, items=("<i>a & b</i>",)),
    AnswerView(ViewKind.ROWS, rows=(("Row", "<i>a & b</i>"),)),
    AnswerView(ViewKind.TABLE, columns=("", "C"), lines=(("r", "<i>a & b</i>"),)),
    AnswerView(ViewKind.SKIPPED, text="<i>a & b</i>"),
]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.kind)
def test_an_answer_is_shown_as_written_and_escaped(view: AnswerView) -> None:
    page = html.fromstring(PAGE.render(view=view))
    assert "<i>a & b</i>" in page.text_content()
    assert not page.xpath("//i | //@style")


def test_no_answer_is_nothing_at_all() -> None:
    assert not html.fromstring(PAGE.render(view=None)).text_content().strip()
