from __future__ import annotations

from practice.catalogue.definition import FieldDefinition, Gate, Kind, Needs, Visibility
from practice.catalogue.loading import load_definitions
from tests.unit.catalogue.answering import every_field


def fields_of_exercises() -> list[FieldDefinition]:
    return [field for whole, field in every_field() if whole.kind is Kind.EXERCISE]


def test_sexual_content_needs_the_authors_own_consent_everywhere() -> None:
    for exercise in load_definitions().values():
        if exercise.module == "Sexual communication":
            assert exercise.needs is Needs.SEXUAL_CONTENT_CONSENT
    circles = load_definitions()["df-closeness-circles"]
    for key in ("actual_sexual", "ideal_sexual"):
        assert circles.field(key).needs is Needs.SEXUAL_CONTENT_CONSENT
        assert circles.field(key).show_gate is Gate.G2


def test_every_flag_is_protected_and_asked_by_itself() -> None:
    flags = [f for f in fields_of_exercises() if f.visibility is Visibility.FLAG]
    assert len(flags) == 11
    assert all(field.protected and field.sensitive and field.alert for field in flags)


def test_every_question_but_the_clinicians_can_be_skipped() -> None:
    for field in fields_of_exercises():
        assert field.skip is (field.visibility is not Visibility.CLIN)
