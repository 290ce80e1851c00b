"""A reader opens a file and is told in its first line what it is responsible for."""

from __future__ import annotations

import ast

from tests.architecture.tree import modules, name_of, parsed


def test_every_module_has_a_docstring() -> None:
    silent = [
        name_of(path)
        for path in modules("practice", "bench", "migrations")
        if parsed(path).body and not ast.get_docstring(parsed(path))
    ]
    assert not silent
