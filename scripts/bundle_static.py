"""Join the style sheets and the modules that every page needs into one file each.

A phone on its first visit should wait for one style sheet and make few requests, and the product has no build
tools; so the parts are kept small and readable, the joined files are committed beside them, and a test fails when
they differ. Run after editing a part: ``python -m scripts.bundle_static``.
"""

from __future__ import annotations

import re
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "practice" / "static"

STYLE_PARTS = (
    "tokens",
    "fonts",
    "bootstrap-tokens",
    "base",
    "frame-partner",
    "frame-clinician",
    "buttons",
    "forms",
    "panels",
    "navigation",
    "badges",
    "tables",
    "compare",
)
"""Names under ``css/`` in the order of the cascade. The sheets of single rooms follow by name, and print comes last."""

SCRIPT_PARTS = ("tokens", "forms", "exit", "session", "autosave")
"""Names under ``js/``; each may use only what the ones before it export."""

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_IMPORT = re.compile(r"^import .*?;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.MULTILINE)


def style_parts(static: Path = STATIC) -> list[Path]:
    """Every sheet under ``css/`` but the joined one, in the order of the cascade."""
    folder = static / "css"
    placed = {*STYLE_PARTS, "print", "practice"}
    rooms = sorted(path.stem for path in folder.glob("*.css") if path.stem not in placed)
    return [folder / f"{name}.css" for name in (*STYLE_PARTS, *rooms, "print")]


def joined_styles(static: Path = STATIC) -> str:
    """The parts of ``css/practice.css`` in order, without their comments."""
    rules = [_COMMENT.sub("", part.read_text()).strip() for part in style_parts(static)]
    return (
        "/* Made by scripts/bundle_static.py from the other files here. */\n"
        + "\n".join(rules)
        + "\n"
    )


def joined_scripts(static: Path = STATIC) -> str:
    """The modules of ``js/practice.js`` as one module: imports between them fall away, names stay."""
    parts = (static / "js" / f"{name}.js" for name in SCRIPT_PARTS)
    bodies = [_EXPORT.sub("", _IMPORT.sub("", part.read_text())).strip() for part in parts]
    return (
        "/* Made by scripts/bundle_static.py from the other files here. */\n"
        + "\n\n".join(bodies)
        + "\n"
    )


def main() -> None:
    """Write both joined files."""
    (STATIC / "css" / "practice.css").write_text(joined_styles())
    (STATIC / "js" / "practice.js").write_text(joined_scripts())


if __name__ == "__main__":
    main()
