"""The blueprint of the partner's own side."""

from __future__ import annotations

from practice.web.routes import Routes

routes = Routes("portal", __name__)
