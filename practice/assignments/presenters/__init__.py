"""Words for the library and for giving homework."""

from practice.assignments.presenters.giving import (
    Suggestion,
    already_out,
    people,
    suggestions,
    what_will_happen,
)
from practice.assignments.presenters.library import Module, modules
from practice.assignments.presenters.plan import Plan, plan_sentence, who_gets_it
from practice.assignments.presenters.preview import (
    PreviewPage,
    PreviewQuestion,
    Reader,
    preview_pages,
)
from practice.assignments.presenters.shelf import Shelf, shelf
from practice.assignments.presenters.together import SetCard, outcome_words, set_cards

__all__ = [
    "Module",
    "Plan",
    "PreviewPage",
    "PreviewQuestion",
    "Reader",
    "SetCard",
    "Shelf",
    "Suggestion",
    "already_out",
    "modules",
    "outcome_words",
    "people",
    "plan_sentence",
    "preview_pages",
    "set_cards",
    "shelf",
    "suggestions",
    "what_will_happen",
    "who_gets_it",
]
