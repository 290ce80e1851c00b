"""Turns JSON into the frozen dataclasses of a definition and back, name for name."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)


def build(kind: type[T], data: Mapping[str, Any]) -> T:
    """Build a frozen dataclass from JSON whose names are its own (or its fields' ``json`` name)."""
    hints = _hints(cast("Any", kind))
    given = {
        member.name: _value(hints[member.name], data[name])
        for member in _members(kind)
        if (name := member.metadata.get("json", member.name)) in data
    }
    return kind(**given)


def _value(hint: Any, raw: Any) -> Any:
    if get_origin(hint) in {Union, UnionType}:
        hint = next(option for option in get_args(hint) if option is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in raw)
    if get_origin(hint) is Mapping:
        return MappingProxyType(dict(raw))
    if dataclasses.is_dataclass(hint):
        return build(hint, raw)  # type: ignore[arg-type]
    return hint(raw) if isinstance(hint, type) and issubclass(hint, StrEnum) else raw


def plain(value: Any) -> Any:
    """Return JSON for a dataclass, leaving out what is only a default (so that hashes stay stable)."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            member.metadata.get("json", member.name): plain(content)
            for member in _members(type(value))
            if (content := getattr(value, member.name)) != _default(member)
        }
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return str(value) if isinstance(value, StrEnum) else value


def _members(kind: Any) -> Iterable[dataclasses.Field[Any]]:
    return dataclasses.fields(kind)


def _default(member: dataclasses.Field[Any]) -> Any:
    if member.default_factory is not dataclasses.MISSING:
        return member.default_factory()
    return member.default
