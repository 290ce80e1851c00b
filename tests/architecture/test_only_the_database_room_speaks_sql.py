"""Raw SQL and bare tables pass the check by which each partner's rows stay apart, so only practice/db may use them."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.tree import modules, name_of, parsed, places

# `text` in these modules is SQLAlchemy's; elsewhere it is an ordinary word.
SQL_MODULES = {"sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression"}
RAW = {"text", "literal_column", "TextClause"}
BARE = {"__table__", "exec_driver_sql"}


def raw_sql(tree: ast.Module) -> list[ast.AST]:
    """Return the nodes that import or use raw SQL, or reach under a model for its table."""
    aliases = {"db"} | {
        name.asname or name.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for name in node.names
        if name.name in SQL_MODULES
    }
    return [node for node in ast.walk(tree) if _is_raw(node, aliases)]


def _is_raw(node: ast.AST, aliases: set[str]) -> bool:
    match node:
        case ast.ImportFrom(module=str(module), names=names) if module in SQL_MODULES:
            return any(name.name in RAW for name in names)
        case ast.Attribute(value=ast.Name(id=owner), attr=attr) if owner in aliases and attr in RAW:
            return True
        case ast.Attribute(attr=attr) if attr in BARE:
            return True
        case ast.Call(func=ast.Name(id="getattr"), args=[_, ast.Constant(value=str(attr)), *_]):
            return attr in BARE
        case _:
            return False


def test_no_feature_speaks_raw_sql_or_takes_a_bare_table() -> None:
    found = [
        place
        for path in modules("practice")
        if not name_of(path).startswith("practice/db/")
        for place in places(path, raw_sql(parsed(path)))
    ]
    assert not found


@pytest.mark.parametrize(
    "code",
    [
        "from sqlalchemy import select, text",
        "from sqlalchemy.sql import text as words",
        "import sqlalchemy as sa\nsa.text('select 1')",
        "from practice.extensions import db\ndb.text('select 1')",
        "Response.__table__.select()",
        "getattr(Response, '__table__')",
        "connection.exec_driver_sql('select 1')",
    ],
)
def test_each_way_round_is_seen(code: str) -> None:
    assert raw_sql(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    ["text = form.text.data", "from practice.lib import text", "class A:\n    __table_args__ = ()"],
)
def test_ordinary_words_are_left_alone(code: str) -> None:
    assert not raw_sql(ast.parse(code))
