"""Pathways in words, for clinicians. No partner ever sees any of it."""

from __future__ import annotations

from practice.pathways.presenters.library import Card, DraftStep, cards, draft_steps, start_cards
from practice.pathways.presenters.plan import Plan, StepLine, Week, plan, step_line
from practice.pathways.presenters.running import RunCard, StepRow, run_card, run_rows

__all__ = [
    "Card",
    "DraftStep",
    "Plan",
    "RunCard",
    "StepLine",
    "StepRow",
    "Week",
    "cards",
    "draft_steps",
    "plan",
    "run_card",
    "run_rows",
    "start_cards",
    "step_line",
]
