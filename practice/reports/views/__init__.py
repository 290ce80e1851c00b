"""Routes of reports and of blank worksheets."""

from __future__ import annotations

from practice.reports.views import compiled, worksheets
from practice.reports.views.blueprint import routes

__all__ = ["compiled", "routes", "worksheets"]
