"""The blueprint of the intake."""

from __future__ import annotations

from practice.web.routes import Routes

routes = Routes("intake", __name__)
