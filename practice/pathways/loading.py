"""Reads pathways from JSON and refuses bad ones by file, place and reason, as the catalogue does with exercises."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jsonschema import Draft202012Validator

from practice.catalogue.definition import Kind
from practice.catalogue.loading import DefinitionInvalid
from practice.catalogue.loading.building import build, plain
from practice.pathways.definition import PathwayDefinition
from practice.pathways.rules.checking import Exercises, problem_in

_HERE = Path(__file__).parent
_DEFINITIONS = _HERE / "definitions"


def load_pathways(
    exercises: Exercises, folder: Path = _DEFINITIONS
) -> Mapping[str, PathwayDefinition]:
    """Return every ready-made pathway by slug; raise :class:`DefinitionInvalid`. ``exercises`` are
    the exercises and cards there are, by slug.
    """
    cards = {one.code for one in exercises.values() if one.kind is Kind.READING}
    found = {}
    for path in sorted(folder.glob("*.json")):
        pathway = _read(path)
        if pathway.slug != path.stem:
            raise DefinitionInvalid(path.name, "slug", f"must be the file's name, {path.stem}")
        if problem := problem_in(pathway, exercises):
            raise DefinitionInvalid(path.name, *problem)
        if unknown := set(pathway.reading) - cards:
            raise DefinitionInvalid(path.name, "reading", f"there is no card {min(unknown)}")
        found[pathway.slug] = pathway
    return MappingProxyType(found)


def pathway_from_json(data: object, source: str = "pathway") -> PathwayDefinition:
    """Return the pathway written as ``data``; raise :class:`DefinitionInvalid`. Its exercises are not looked up."""
    errors = sorted(_validator().iter_errors(data), key=lambda error: list(map(str, error.path)))
    if errors:
        place = ".".join(str(step) for step in errors[0].absolute_path) or "the whole file"
        raise DefinitionInvalid(source, place, errors[0].message)
    return build(PathwayDefinition, data)  # type: ignore[arg-type]


def pathway_to_json(pathway: PathwayDefinition) -> dict[str, Any]:
    """Return the pathway as JSON, defaults left out."""
    return plain(pathway)  # type: ignore[no-any-return]


def digest_of(pathway: PathwayDefinition) -> str:
    """Return the SHA-256 of the pathway's canonical JSON, in hexadecimal: a published version never changes."""
    data = pathway_to_json(pathway)
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _read(path: Path) -> PathwayDefinition:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as broken:
        raise DefinitionInvalid(path.name, "the whole file", f"is not JSON ({broken})") from broken
    return pathway_from_json(data, path.name)


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads((_HERE / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)
