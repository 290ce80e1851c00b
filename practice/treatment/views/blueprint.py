"""The blueprint of the treatment room."""

from __future__ import annotations

from practice.web.routes import Routes

routes = Routes("treatment", __name__)
