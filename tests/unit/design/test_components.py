"""Marks and parts carry their meaning in words, not in colour or shape alone."""

from __future__ import annotations

from collections.abc import Callable

import lxml.html
import pytest

Render = Callable[..., lxml.html.HtmlElement]


def part(render: Render, file: str, call: str) -> lxml.html.HtmlElement:
    macro = call.split("(", maxsplit=1)[0]
    return render(
        f"{{% from 'components/{file}.html' import {macro} %}}<div>{{{{ {call} }}}}</div>"
    )


def test_who_sees_is_a_sentence(render: Render) -> None:
    badge = part(render, "badges", "who_sees('Only you and your care team can read this')")
    assert "Who can read this: Only you and your care team can read this" in badge.text_content()


@pytest.mark.parametrize(("which", "shape"), [("a", "circle"), ("b", "rect")])
def test_a_partner_is_a_shape_and_a_name(render: Render, which: str, shape: str) -> None:
    mark = part(render, "badges", f"partner_mark('{which}', 'Alma')")
    assert len(mark.xpath(f"//{shape}")) == 1
    assert "Alma" in mark.text_content()


def test_the_third_reason_is_counted(render: Render) -> None:
    reasons = part(render, "badges", "attention_words(['One', 'Two', 'Three'])")
    assert [" ".join(item.text_content().split()) for item in reasons.xpath("//li")] == [
        "One",
        "Two",
        "+1 more",
    ]


def test_an_icon_is_never_read_aloud(render: Render) -> None:
    assert part(render, "icons", "icon('lock')").xpath("//svg/@aria-hidden") == ["true"]


def test_the_status_line_announces_itself(render: Render) -> None:
    assert part(render, "page", "status_line()").xpath("//*[@data-save-status]/@role") == ["status"]


def test_progress_is_said_in_words(render: Render) -> None:
    assert "Part 2 of 4" in part(render, "page", "progress(2, 4)").text_content()


def test_an_action_link_is_read_with_what_it_changes(render: Render) -> None:
    rows = part(render, "lists", "facts([('Name', 'Alma', '/name', 'Change')])")
    assert rows.xpath("//a")[0].text_content() == "Change name"


def test_a_table_has_a_caption_and_scoped_heads(render: Render) -> None:
    table = render(
        "{% from 'components/tables.html' import data_table %}"
        "{% call data_table('Scores', ['When', ('Score', 'number')]) %}<tr><td>1</td><td>2</td></tr>{% endcall %}"
    )
    assert table.xpath("//caption")[0].text_content() == "Scores"
    assert table.xpath("//th/@scope") == ["col", "col"]


def test_pages_are_left_out_when_there_is_one(render: Render) -> None:
    assert part(render, "lists", "pages(1, 1)").xpath("//nav") == []
