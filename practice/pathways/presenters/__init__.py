"""Pathways in words, for clinicians. No partner ever sees any of it."""

from __future__ import annotations

from practice.pathways.presenters.library import Card, DraftStep, cards, draft_steps
from practice.pathways.presenters.plan import Plan, StepLine, Week, plan, step_line

__all__ = [
    "Card",
    "DraftStep",
    "Plan",
    "StepLine",
    "Week",
    "cards",
    "draft_steps",
    "plan",
    "step_line",
]
