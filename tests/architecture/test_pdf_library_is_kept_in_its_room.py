"""WeasyPrint costs half a second to import and must not share memory between threads: one room owns it."""

from __future__ import annotations

import ast

from tests.architecture.tree import modules, name_of, parsed


def imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [name.name for name in names]
        case ast.ImportFrom(module=str(module)):
            return [module]
        case _:
            return []


def test_only_the_reports_import_weasyprint() -> None:
    found = {
        name_of(path)
        for path in modules("practice")
        if not name_of(path).startswith("practice/reports/")
        for node in ast.walk(parsed(path))
        for name in imported(node)
        if name.split(".")[0] == "weasyprint"
    }
    assert not found
