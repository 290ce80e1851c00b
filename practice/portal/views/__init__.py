"""The partner's own pages: Today, agreements, Together, Reading and My record."""

from __future__ import annotations

from practice.portal.views import agreements, choices, reading, record, today, together
from practice.portal.views.blueprint import routes

__all__ = ["agreements", "choices", "reading", "record", "routes", "today", "together"]
