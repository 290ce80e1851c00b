"""The desk's pages: the clinician's caseload and couple overview, and the privacy officer's audit page."""

from __future__ import annotations

from practice.desk.views import audit, caseload, couple
from practice.desk.views.blueprint import routes

__all__ = ["audit", "caseload", "couple", "routes"]
