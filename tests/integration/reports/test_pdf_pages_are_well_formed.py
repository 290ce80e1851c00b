"""The fast way of reading a page gives what the HTML parser gives."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import weasyprint

from practice.reports.parsing import read
from practice.reports.pdf import page_to_pdf
from practice.reports.render import to_html
from tests.unit.reports.sample_report import letter_of, sample_r4


def test_a_report_is_read_as_xml_and_gives_the_same_tree_as_html() -> None:
    html = to_html(sample_r4())
    fast = read(html)
    assert type(fast) is not weasyprint.HTML
    slow = weasyprint.HTML(string=html)
    assert _tree(fast.etree_element) == _tree(slow.etree_element)


def test_a_page_that_is_not_xml_is_read_as_html() -> None:
    html = to_html(letter_of("bell \x07 &nbsp;"))
    assert type(read(html)) is weasyprint.HTML


def test_a_page_with_an_entity_bomb_expands_nothing() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaa">]><html lang="en"><head><title>x</title></head><body><h1>&a;</h1></body></html>'
    assert page_to_pdf(bomb).startswith(b"%PDF")
    assert type(read(bomb)) is weasyprint.HTML


def _tree(root: ET.Element) -> list[tuple[str, dict[str, str], str]]:
    """Return elements, attributes and text; blanks between blocks do not count."""
    return [
        (str(node.tag), dict(node.attrib), " ".join(f"{node.text or ''} {node.tail or ''}".split()))
        for node in root.iter()
        if isinstance(node.tag, str)
    ]
