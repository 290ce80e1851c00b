"""Routes for goals and sessions. The page of all goals, with its chart, is composed in ``practice.course``."""

from practice.treatment.views import goals, sessions
from practice.treatment.views.blueprint import routes

__all__ = ["goals", "routes", "sessions"]
