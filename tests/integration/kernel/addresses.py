"""Every address of the product, with made-up ids in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from flask import Flask

MADE_UP: dict[str, Callable[[], object]] = {"UUIDConverter": uuid4, "IntegerConverter": lambda: 1}


@dataclass(frozen=True)
class Address:
    """One address, what answers it and by which methods."""

    path: str
    endpoint: str
    methods: frozenset[str]


def addresses(app: Flask) -> list[Address]:
    """Return one address for each rule, files apart."""
    adapter = app.url_map.bind("localhost")
    found = []
    for rule in app.url_map.iter_rules():
        values = {
            name: MADE_UP.get(type(converter).__name__, lambda: "made-up")()
            for name, converter in rule._converters.items()
        }
        path = adapter.build(rule.endpoint, values)
        methods = frozenset(adapter.allowed_methods(path))
        if rule.endpoint != "static":
            found.append(Address(path, rule.endpoint, methods))
    return found
