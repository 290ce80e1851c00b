"""Reading our own pages: well-formed ones by expat, many times faster than an HTML parser, with the same result.

Any other page is read by WeasyPrint's HTML parser: one with named entities, with control characters that XML
cannot hold, or not written by our templates.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

import weasyprint
from cssselect2 import ElementWrapper  # type: ignore[import-untyped]

from practice.reports.fetching import DataOnly

_DOCTYPE = "<!doctype html>"


def read(html: str) -> weasyprint.HTML:
    """Return ``html`` ready to be laid out, with a fetcher that refuses everything outside the page."""
    body = html.lstrip()
    if body.startswith(_DOCTYPE):
        try:
            # No doctype is left, so there are no entities to expand.
            return _WellFormed(ET.fromstring(body.removeprefix(_DOCTYPE)))  # noqa: S314
        except ET.ParseError:
            pass
    return weasyprint.HTML(string=html, url_fetcher=DataOnly())


class _WellFormed(weasyprint.HTML):
    """What ``weasyprint.HTML`` makes of a page, from a tree that is parsed already."""

    def __init__(self, root: ET.Element) -> None:
        self.base_url = None
        self.url_fetcher = DataOnly()
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element
