"""Every feature is laid out alike, so that whoever knows one knows them all (docs: the house plan)."""

from __future__ import annotations

from tests.architecture.tree import PACKAGE, ROOT, modules, name_of

FEATURE_FILES = {
    "__init__",
    "models",
    "queries",
    "rules",
    "services",
    "forms",
    "presenters",
    "views",
    "cli",
}
# Not features: each has a shape of its own.
KERNELS = {"access", "cli", "db", "lib", "static", "web"}
# What a feature holds beyond the usual, and why.
DECLARED = {
    "accounts": {
        "identity",  # who is asking: handed to the gate by app.py
        "sessions",  # Flask's session interface, on a table of our own
    },
    "catalogue": {
        "checking",  # whether a definition agrees with itself, from a file or from the browser
        "converting",  # the catalogue as it was written, turned into definitions
        "definition",  # what a definition file may say
        "loading",  # reads the definition files
        "fields",  # one module for each question type
        "scores",  # what a definition may say about what is worked out
    },
    "measures": None,  # pure Python: no tables, no pages
    "pathways": {
        "definition",  # what a pathway file may say
        "loading",  # reads the pathway files
    },
    "reports": None,  # charts, the document and the one PDF boundary
}
BUCKETS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}
LONGEST = 300


def test_a_feature_holds_only_the_declared_names() -> None:
    strangers = [
        name_of(entry)
        for feature in sorted(PACKAGE.iterdir())
        if feature.is_dir() and feature.name not in KERNELS | {"__pycache__"}
        for entry in sorted(feature.iterdir())
        if (entry.suffix == ".py" or (entry.is_dir() and any(entry.glob("*.py"))))
        and not _belongs(feature.name, entry.stem)
    ]
    assert not strangers


def _belongs(feature: str, name: str) -> bool:
    declared = DECLARED.get(feature, set())
    return declared is None or name in FEATURE_FILES | declared


def test_no_module_is_a_bucket() -> None:
    folders = ("practice", "migrations", "tests", "bench", "templates")
    found = [
        name_of(path)
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.stem.strip("_") in BUCKETS
    ]
    assert not found


def test_every_package_is_declared_as_one() -> None:
    """A folder of modules without `__init__.py` would escape the import contracts."""
    missing = {
        name_of(path.parent)
        for path in modules("practice")
        if not (path.parent / "__init__.py").exists()
    }
    assert not missing


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    lengths = {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules("practice")
    }
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST}
