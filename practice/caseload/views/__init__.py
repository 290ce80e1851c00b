"""Pages of a case that belong to the record: opening it, agreements, people, status; and the help page."""

from __future__ import annotations

from practice.caseload.views import opening, people, record, status, support
from practice.caseload.views.blueprint import routes

__all__ = ["opening", "people", "record", "routes", "status", "support"]
