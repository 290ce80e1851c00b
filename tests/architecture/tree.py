"""The files of the project, as the tests in this folder read them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "practice"
TEMPLATES = ROOT / "templates"


def name_of(path: Path) -> str:
    """Return the path as it is written in the repository."""
    return path.relative_to(ROOT).as_posix()


def files(*folders: str, suffix: str) -> list[Path]:
    """Return the files with that suffix below the folders of the repository, vendored ones apart."""
    found = (path for folder in folders for path in (ROOT / folder).rglob(f"*{suffix}"))
    return sorted(path for path in found if "vendor" not in path.parts)


def modules(*folders: str) -> list[Path]:
    """Return the Python files below the folders."""
    return files(*folders, suffix=".py")


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def places(path: Path, nodes: list[ast.AST]) -> list[str]:
    """Return `file:line` for each node."""
    return [
        f"{name_of(path)}:{node.lineno}" for node in nodes if isinstance(node, ast.stmt | ast.expr)
    ]
