"""The blueprint of reports."""

from __future__ import annotations

from practice.web.routes import Routes

routes = Routes("reports", __name__)
