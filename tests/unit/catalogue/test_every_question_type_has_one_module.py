from __future__ import annotations

import pytest

from practice.catalogue.definition import FieldType
from practice.catalogue.fields import behaviour_of, register
from tests.unit.catalogue.answering import every_field

NAMES = {str(kind) for kind in FieldType}


@pytest.mark.parametrize("names", [NAMES - {"date"}, NAMES | {"slider"}])
def test_a_missing_or_a_strange_module_stops_the_start(names: set[str]) -> None:
    with pytest.raises(RuntimeError, match="differ"):
        register(names)


def test_the_catalogue_uses_every_question_type() -> None:
    assert {field.type for _, field in every_field()} == set(FieldType)


def test_a_question_is_handled_by_its_own_type() -> None:
    assert all(behaviour_of(field).kind is field.type for _, field in every_field())
