"""The partner's own pages: Today, agreements, Together and My record."""

from __future__ import annotations

from practice.portal.views import agreements, choices, record, today, together
from practice.portal.views.blueprint import routes

__all__ = ["agreements", "choices", "record", "routes", "today", "together"]
