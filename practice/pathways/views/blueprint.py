"""The blueprint of pathways."""

from __future__ import annotations

from practice.web.routes import Routes

routes = Routes("pathways", __name__)
