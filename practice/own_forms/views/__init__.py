"""Pages of the form builder."""

from __future__ import annotations

from practice.own_forms.views import listing, making, questions, scores
from practice.own_forms.views.blueprint import routes

__all__ = ["listing", "making", "questions", "routes", "scores"]
