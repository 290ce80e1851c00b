"""Pages of homework: writing it, signing what both wrote, reviewing, releasing, and reading what was opened."""

from __future__ import annotations

from practice.responses.views import (
    autosave,
    changing,
    drafting,
    entering,
    helping,
    homework,
    joint,
    overview,
    passed,
    queue,
    rating,
    releasing,
    review,
    sent,
)
from practice.responses.views.blueprint import routes

__all__ = [
    "autosave",
    "changing",
    "drafting",
    "entering",
    "helping",
    "homework",
    "joint",
    "overview",
    "passed",
    "queue",
    "rating",
    "releasing",
    "review",
    "routes",
    "sent",
]
