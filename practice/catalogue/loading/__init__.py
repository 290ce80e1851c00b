"""Reads exercise definitions from JSON, refuses bad ones by name and place, and writes them canonically."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from practice.catalogue.definition import ExerciseDefinition
from practice.catalogue.loading.building import build, plain
from practice.catalogue.loading.checking import problem_in, problems_in

_HERE = Path(__file__).parent.parent
_DEFINITIONS = _HERE / "definitions"
_WORD_LISTS = _HERE / "word_lists"


class DefinitionInvalid(ValueError):
    """A definition that cannot be used; says which file, where in it, and what is wrong."""

    def __init__(self, source: str, place: str, problem: str) -> None:
        super().__init__(f"{source}: {place}: {problem}")
        self.source = source
        self.place = place
        self.problem = problem


@cache
def load_definitions(folder: Path = _DEFINITIONS) -> Mapping[str, ExerciseDefinition]:
    """Return every definition in a folder and the folders in it, by slug; raise :class:`DefinitionInvalid`.

    Unless another is named, these are the ones shipped with the product.
    """
    found: dict[str, ExerciseDefinition] = {}
    for path in sorted(folder.rglob("*.json")):
        definition = _read(path)
        if definition.slug != path.stem:
            raise DefinitionInvalid(path.name, "slug", f"must be the file's name, {path.stem}")
        if definition.slug in found:
            raise DefinitionInvalid(path.name, "slug", "another file has the same name")
        found[definition.slug] = definition
    return MappingProxyType(found)


def read_folder(
    folder: Path,
) -> tuple[dict[str, ExerciseDefinition], list[DefinitionInvalid]]:
    """Return the sound definitions of a folder by file name, and why each other file is refused.

    A folder that is not there holds nothing.
    """
    found: dict[str, ExerciseDefinition] = {}
    refused: list[DefinitionInvalid] = []
    for path in sorted(folder.glob("*.json")):
        try:
            found[path.name] = _read(path)
        except DefinitionInvalid as invalid:
            refused.append(invalid)
    return found, refused


def definition_from_text(text: str, source: str) -> ExerciseDefinition:
    """Return the definition that a file holds; raise :class:`DefinitionInvalid`."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as broken:
        raise DefinitionInvalid(source, "the whole file", f"is not JSON ({broken})") from broken
    return definition_from_json(data, source)


def definition_from_json(data: object, source: str = "definition") -> ExerciseDefinition:
    """Return the definition written as ``data``; raise :class:`DefinitionInvalid`."""
    errors = sorted(_validator().iter_errors(data), key=lambda error: list(map(str, error.path)))
    if errors:
        raise DefinitionInvalid(source, _place_of(errors[0]), errors[0].message)
    definition = build(ExerciseDefinition, _with_word_lists(data, source))
    if found := problem_in(definition):
        raise DefinitionInvalid(source, *found)
    return definition


def problems_of(data: object) -> list[tuple[str, str]]:
    """Return every place and problem of a definition written as ``data``; those of its schema come alone."""
    errors = sorted(_validator().iter_errors(data), key=lambda error: list(map(str, error.path)))
    if errors:
        return [(_place_of(error), error.message) for error in errors]
    try:
        definition = build(ExerciseDefinition, _with_word_lists(data, "definition"))
    except DefinitionInvalid as invalid:
        return [(invalid.place, invalid.problem)]
    return list(problems_in(definition))


def word_list(name: str) -> list[dict[str, Any]]:
    """Return the groups of a shipped list of words; raise :class:`KeyError` where there is none of that name."""
    path = _WORD_LISTS / f"{name}.json"
    if not path.is_file():
        raise KeyError(name)
    groups: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["groups"]
    return groups


def definition_to_json(definition: ExerciseDefinition) -> dict[str, Any]:
    """Return the definition as JSON: complete in itself (word lists written out), defaults left out."""
    return plain(definition)  # type: ignore[no-any-return]


def canonical_bytes(definition: ExerciseDefinition) -> bytes:
    """Return the one way to write this definition, for storing and comparing versions."""
    data = definition_to_json(definition)
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def digest_of(definition: ExerciseDefinition) -> str:
    """Return the SHA-256 of the canonical bytes, in hexadecimal: a given version never changes."""
    return hashlib.sha256(canonical_bytes(definition)).hexdigest()


def _place_of(error: ValidationError) -> str:
    return ".".join(str(step) for step in error.absolute_path) or "the whole file"


def _read(path: Path) -> ExerciseDefinition:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as broken:
        raise DefinitionInvalid(
            path.name, "the whole file", f"cannot be read ({broken})"
        ) from broken
    return definition_from_text(text, path.name)


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads((_HERE / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _with_word_lists(data: Any, source: str) -> dict[str, Any]:
    """Write out word lists that the file only names, so that the definition stands alone."""
    return {**data, "fields": [_with_word_list(one, source) for one in data["fields"]]}


def _with_word_list(field: dict[str, Any], source: str) -> dict[str, Any]:
    name = field.get("word_list")
    if name is None:
        return field
    try:
        groups = word_list(name)
    except KeyError as unknown:
        place = f"fields.{field['key']}.word_list"
        raise DefinitionInvalid(source, place, f"no list named {name}") from unknown
    rest = {key: value for key, value in field.items() if key != "word_list"}
    return {**rest, "groups": groups}
