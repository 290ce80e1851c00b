"""The blueprint of assignments."""

from __future__ import annotations

from practice.web.routes import Routes

routes = Routes("assignments", __name__)
