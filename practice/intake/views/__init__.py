"""Pages of the intake: a partner's own, and the care team's."""

from __future__ import annotations

from practice.intake.views import care, own
from practice.intake.views.blueprint import routes

__all__ = ["care", "own", "routes"]
