"""Frozen data to canonical JSON and back, strictly.

Canonical means: keys sorted, UTF-8, no spaces, dates as ISO 8601, whole numbers without a decimal point, other
numbers in their shortest exact form, NaN and infinity refused. Equal data gives equal bytes, so that a hash of
the bytes stands for the data. A value in a union of kinds carries its kind under ``is``.
"""

from __future__ import annotations

import json
import math
import types
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


class DocumentError(ValueError):
    """Data that is not a report document: an unknown kind, a missing field or a value of the wrong type."""


def encode(data: object) -> bytes:
    """Return ``data``, a frozen dataclass, as canonical JSON; DocumentError for what cannot be stored."""
    try:
        held = json.dumps(
            _plain(data), sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")
        )
        return held.encode()
    except UnicodeEncodeError as error:
        raise DocumentError("text holds half a surrogate pair") from error


def decode(kind: type[Any], raw: bytes) -> Any:
    """Return the ``kind`` that ``raw`` holds; DocumentError when it holds anything else."""
    try:
        held = json.loads(raw)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise DocumentError("not JSON") from error
    return _build(kind, held, kind.__name__)


def rewritten(data: Any, change: Callable[[str], str]) -> Any:
    """Return a copy of ``data`` with ``change`` made to every text people wrote, kinds and words of choice kept."""
    if is_dataclass(data) and not isinstance(data, type):
        hints = _hints(type(data))
        held = {
            field.name: rewritten(getattr(data, field.name), change)
            for field in fields(data)
            if get_origin(hints[field.name]) is not Literal
        }
        return replace(data, **held)
    if isinstance(data, tuple):
        return tuple(rewritten(item, change) for item in data)
    return change(data) if isinstance(data, str) else data


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__} | {
            f.name: _plain(getattr(value, f.name)) for f in fields(value)
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return _number(value)
    if value is None or isinstance(value, str | int):
        return value
    raise DocumentError(f"{type(value).__name__} cannot be stored in a report document")


def _number(value: float) -> int | float:
    if not math.isfinite(value):
        raise DocumentError("a number must be finite")
    return int(value) if value.is_integer() else value


@cache
def _hints(kind: type[object]) -> dict[str, Any]:
    return get_type_hints(kind)


def _build(hint: Any, value: object, where: str) -> Any:
    origin = get_origin(hint)
    if origin in (types.UnionType, Union):
        return _one_of(get_args(hint), value, where)
    if origin is Literal:
        return _check(value in get_args(hint), value, where)
    if origin is tuple:
        return _items(get_args(hint), value, where)
    if isinstance(hint, type) and is_dataclass(hint):
        return _instance(hint, value, where)
    if hint is date:
        return _date(value, where)
    fits = type(value) is hint or (hint is float and type(value) is int)
    return _check(fits, value, where)


def _check(fits: bool, value: object, where: str) -> object:
    if not fits:
        raise DocumentError(f"{where}: {type(value).__name__} does not belong here")
    return value


def _one_of(kinds: Iterable[Any], value: object, where: str) -> Any:
    kinds = tuple(kinds)
    if value is None:
        return _check(type(None) in kinds, value, where)
    for kind in kinds:
        if is_dataclass(kind):
            if isinstance(value, dict) and value.get("is") == kind.__name__:  # type: ignore[union-attr]
                return _build(kind, value, where)
        elif kind is not type(None) and _fits(kind, value):
            return _build(kind, value, where)
    named = value.get("is") if isinstance(value, dict) else type(value).__name__
    raise DocumentError(f"{where}: unknown kind {named!r}")


def _fits(kind: Any, value: object) -> bool:
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    return isinstance(value, str) if kind is date else type(value) is kind


def _items(hint: tuple[Any, ...], value: object, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise DocumentError(f"{where}: a list is needed")
    return tuple(_build(hint[0], item, f"{where}[{place}]") for place, item in enumerate(value))


def _instance(kind: Any, value: object, where: str) -> Any:
    if not isinstance(value, dict) or value.get("is") != kind.__name__:
        raise DocumentError(f"{where}: a {kind.__name__} is needed")
    known = {field.name: field for field in fields(kind)}
    if strange := set(value) - set(known) - {"is"}:
        raise DocumentError(f"{where}: unknown field {min(strange)!r}")
    hints = _hints(kind)
    held = {
        name: _build(hints[name], value[name], f"{where}.{name}")
        for name, field in known.items()
        if name in value or _required(field, where)
    }
    return kind(**held)


def _required(field: Field[Any], where: str) -> bool:
    """A field added later has a default, so that older stored documents stay readable."""
    if field.default is MISSING and field.default_factory is MISSING:
        raise DocumentError(f"{where}: {field.name} is missing")
    return False


def _date(value: object, where: str) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise DocumentError(f"{where}: not a date") from error
