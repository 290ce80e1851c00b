"""Pages of pathways: the list, one's own, and those that a couple is on. None of them is a partner's."""

from __future__ import annotations

from practice.pathways.views import library, making, running
from practice.pathways.views.blueprint import routes

__all__ = ["library", "making", "routes", "running"]
