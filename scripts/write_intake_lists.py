"""Write practice/reports/building/intake_lists.py: which report may read which answers of the intake, from its definitions.

    python scripts/write_intake_lists.py

The file is read in review like any other: a report never decides by itself what it may hold. A test compares the two.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from practice.catalogue.definition import Kind
from practice.catalogue.loading import load_definitions

TARGET = Path(__file__).parent.parent / "practice" / "reports" / "building" / "intake_lists.py"
WIDTH = 80
KINDS = {
    "RELEASED": ("released words", ("R1", "R4"), "Both read these, once they were released."),
    "AUTHOR": ("author only", ("R2", "R5"), "That person and the care team read these."),
    "CLINICIAN": ("clinician only", ("R3",), "The care team alone reads these."),
}
HEAD = '''"""Which report may read which answers of the intake. Made by scripts/write_intake_lists.py from the definitions' own words.

What is not named here is in no report. Questions with pages of their own (agreements, private questions) are not among them.
"""

from __future__ import annotations

Fields = dict[str, dict[str, frozenset[str]]]


def _keys(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


'''


def text() -> str:
    """Return the whole file."""
    return HEAD + "".join(_constant(name, *rest) for name, rest in KINDS.items())


def fields_for(report: str, may: str) -> dict[str, list[str]]:
    """Return the questions that a report may read, by section, in the order asked."""
    found = {
        d.slug: [f.key for f in d.fields if f.reports.get(report) == may and f.flow is None]
        for d in load_definitions().values()
        if d.kind is Kind.INTAKE
    }
    return {slug: keys for slug, keys in found.items() if keys}


def _constant(name: str, may: str, reports: tuple[str, ...], words: str) -> str:
    return f"\n{name}: Fields = {{\n{''.join(_reports(may, reports))}}}\n" + f'"""{words}"""\n'


def _reports(may: str, reports: tuple[str, ...]) -> Iterator[str]:
    for report in reports:
        yield f'    "{report}": {{\n'
        for slug, keys in fields_for(report, may).items():
            lines = textwrap.wrap(" ".join(keys), WIDTH)
            yield f'        "{slug}": _keys(\n'
            yield "".join(f'            "{line}",\n' for line in lines)
            yield "        ),\n"
        yield "    },\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
