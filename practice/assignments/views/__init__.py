"""Pages of the library, and of giving homework and taking it back."""

from __future__ import annotations

from practice.assignments.views import giving, library, taking_back, together
from practice.assignments.views.blueprint import routes

__all__ = ["giving", "library", "routes", "taking_back", "together"]
