"""What can be printed: a report or a worksheet, told apart by the kind that its JSON carries."""

from __future__ import annotations

import json

from practice.reports.document.codec import DocumentError, decode
from practice.reports.document.report import ReportDocument
from practice.reports.document.worksheet import Worksheet

Printed = ReportDocument | Worksheet
_KINDS: dict[str, type[ReportDocument | Worksheet]] = {
    kind.__name__: kind for kind in (ReportDocument, Worksheet)
}


def printed_from_json(raw: bytes) -> Printed:
    """Return the report or worksheet that ``raw`` holds; DocumentError when it holds anything else."""
    try:
        held = json.loads(raw)
    except ValueError as error:
        raise DocumentError("not JSON") from error
    kind = _KINDS.get(str(held.get("is")) if isinstance(held, dict) else "")
    if kind is None:
        raise DocumentError("neither a report nor a worksheet")
    found: Printed = decode(kind, raw)
    return found
