"""One module for each question type, and the register of them, which is checked when it is imported."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module

from practice.catalogue.definition import FieldDefinition, FieldType
from practice.catalogue.fields.contract import (
    SKIPPED,
    Answer,
    AnswerInvalid,
    AnswerView,
    Behaviour,
    ViewKind,
    is_skipped,
)

__all__ = [
    "SKIPPED",
    "Answer",
    "AnswerInvalid",
    "AnswerView",
    "Behaviour",
    "ViewKind",
    "behaviour_of",
    "clean_answer",
    "display",
    "is_answered",
    "is_skipped",
    "register",
]

_SHARED = {"checks", "columns", "contract", "inputs"}


def register(modules: set[str]) -> Mapping[FieldType, Behaviour]:
    """Return the behaviour of every question type; raise RuntimeError unless each has exactly one module."""
    types = {str(kind) for kind in FieldType}
    if modules != types:
        raise RuntimeError(f"question types and modules differ: {sorted(modules ^ types)}")
    found = {
        kind: import_module(f"practice.catalogue.fields.{kind}").FIELD_TYPE for kind in FieldType
    }
    strangers = [kind for kind, behaviour in found.items() if behaviour.kind is not kind]
    if strangers:
        raise RuntimeError(f"modules that register another question type: {strangers}")
    return found


_BEHAVIOURS = register({module.name for module in pkgutil.iter_modules(__path__)} - _SHARED)


def behaviour_of(field: FieldDefinition) -> Behaviour:
    """Return how this question is asked, checked and read."""
    return _BEHAVIOURS[field.type]


def clean_answer(field: FieldDefinition, raw: object) -> Answer | None:
    """Return the answer of an autosave to keep, or None when there is none; raise :class:`AnswerInvalid`."""
    if is_skipped(raw):
        if not field.skip or raw != SKIPPED:
            raise AnswerInvalid("This question has no skip. You can leave it empty.")
        return dict(SKIPPED)
    return behaviour_of(field).clean(field, raw)


def display(field: FieldDefinition, answer: Answer | None) -> AnswerView | None:
    """Return the answer in plain words, or None where there is none."""
    if answer is None:
        return None
    if is_skipped(answer):
        return AnswerView(ViewKind.SKIPPED, text="Chose not to answer")
    return behaviour_of(field).display(field, answer)


def is_answered(field: FieldDefinition, answer: Answer | None) -> bool:
    """True when there is something to read or score."""
    return behaviour_of(field).is_answered(field, answer)
