"""Words for the library and for giving homework."""

from practice.assignments.presenters.giving import (
    Suggestion,
    already_out,
    people,
    suggestions,
    what_will_happen,
)
from practice.assignments.presenters.library import Module, PreviewQuestion, modules, preview
from practice.assignments.presenters.plan import Plan, plan_sentence, who_gets_it

__all__ = [
    "Module",
    "Plan",
    "PreviewQuestion",
    "Suggestion",
    "already_out",
    "modules",
    "people",
    "plan_sentence",
    "preview",
    "suggestions",
    "what_will_happen",
    "who_gets_it",
]
