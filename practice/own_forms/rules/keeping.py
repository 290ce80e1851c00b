"""What was private stays private: a draft never opens to the other partner what its beginning kept from them.

The beginning is the exercise that was copied, or the version last published. A question that keeps its key may be tightened and
never loosened; who wants to ask the same for both to see makes a new question, so that old and new answers are never mixed up.
"""

from __future__ import annotations

from collections.abc import Iterator

from practice.catalogue.definition import (
    ExerciseDefinition,
    FieldDefinition,
    Gate,
    Visibility,
)

_STAYS = {
    Visibility.OWN: frozenset({Visibility.OWN, Visibility.FLAG}),
    Visibility.FLAG: frozenset({Visibility.FLAG}),
    Visibility.CLIN: frozenset({Visibility.CLIN}),
    # Shown on release is not shown from the start.
    Visibility.REVEAL: frozenset({Visibility.REVEAL, Visibility.OWN, Visibility.FLAG}),
}
_ORDER = {Gate.G0: 0, Gate.G1: 1, Gate.G2: 2, Gate.NEVER: 3}
_NEW_QUESTION = "To ask this for both to see, make a new question instead."


def loosened(before: ExerciseDefinition, now: ExerciseDefinition) -> Iterator[tuple[str, str]]:
    """Yield the place and reason of everything that ``now`` would open and ``before`` kept closed."""
    if _ORDER[now.gates.fill] < _ORDER[before.gates.fill]:
        yield "gates.fill", f"this opened at {before.gates.fill} before and cannot open earlier"
    if before.gates.clinician_opens and not now.gates.clinician_opens:
        yield "gates.clinician_opens", "you opened this by hand before, and that stays so"
    if before.needs and now.needs is not before.needs:
        yield "needs", "this needed the consent to sexual content before and still does"
    known = {field.key: field for field in before.fields}
    for field in now.fields:
        if field.key in known:
            for problem in field_loosened(known[field.key], field):
                yield f"fields.{field.key}", problem
            if _is_shown_earlier(before, known[field.key], now, field):
                yield (
                    f"fields.{field.key}",
                    f"this was shown later, or never, before. {_NEW_QUESTION}",
                )


def field_loosened(before: FieldDefinition, now: FieldDefinition) -> Iterator[str]:
    """Yield why a question of the same key may not be changed like this."""
    if now.visibility not in _STAYS.get(before.visibility, frozenset(Visibility)):
        yield f"this was kept from the other partner before. {_NEW_QUESTION}"
    if before.protected and not now.protected:
        yield "you may not bring this answer up, and that stays so"
    if before.needs and now.needs is not before.needs:
        yield "this needed the consent to sexual content before and still does"
    if before.skip and not now.skip:
        yield "this could be skipped before, and that stays so"
    still_flag = before.visibility is now.visibility is Visibility.FLAG
    if still_flag and before.alert and now.alert is None:
        yield "some answers here bring you a private notice; say which ones"


def _is_shown_earlier(
    before: ExerciseDefinition, old: FieldDefinition, now: ExerciseDefinition, new: FieldDefinition
) -> bool:
    """Whether an answer that is shown on release needs less for it than it did."""
    if {old.visibility, new.visibility} != {Visibility.REVEAL}:
        return False
    return _show_gate(now, new) < _show_gate(before, old)


def _show_gate(definition: ExerciseDefinition, field: FieldDefinition) -> int:
    return max(_ORDER[definition.gates.show], _ORDER[field.show_gate or Gate.G0])
