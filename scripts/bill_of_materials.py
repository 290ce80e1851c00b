"""Write requirements/sbom.json: everything Practice ships with, as a CycloneDX 1.6 bill of materials.

Read from the lock file and from practice/static/VENDORED.json, so it says what is installed rather than what is meant.
Without a date or a serial number the same inputs give the same bytes. `--check` writes nothing and fails if it is out of date.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "requirements" / "sbom.json"
PACKAGE = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def installed() -> list[dict[str, object]]:
    """Return a component for each package that a practice installs, on either database."""
    lock = (ROOT / "requirements" / "postgres.txt").read_text(encoding="utf-8")
    return [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name}@{version}",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name}@{version}",
        }
        for name, version in PACKAGE.findall(lock)
    ]


def vendored() -> list[dict[str, object]]:
    """Return a component for each style sheet, script and font kept in practice/static."""
    kept = json.loads((ROOT / "practice" / "static" / "VENDORED.json").read_text(encoding="utf-8"))
    return [
        {
            "type": "library",
            "bom-ref": f"vendored/{package['name']}@{package['version']}",
            "name": package["name"],
            "version": package["version"],
            "licenses": [{"license": {"id": package["licence"]}}],
            "components": [
                {
                    "type": "file",
                    "name": f"practice/static/{name}",
                    "hashes": [{"alg": "SHA-256", "content": digest}],
                }
                for name, digest in sorted(package["files"].items())
            ],
        }
        for package in kept["packages"]
    ]


def bill() -> str:
    """Return the bill of materials as JSON."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": installed() + vendored(),
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the file, or with `--check` compare it."""
    if "--check" not in sys.argv[1:]:
        OUTPUT.write_text(bill(), encoding="utf-8")
        return 0
    if OUTPUT.exists() and OUTPUT.read_text(encoding="utf-8") == bill():
        return 0
    print("requirements/sbom.json is out of date. Run: make sbom")
    return 1


if __name__ == "__main__":
    sys.exit(main())
