"""Write the intake's source, converted and with the decisions applied, as definition files into a folder.

    python scripts/convert_intake.py FOLDER

To see what a change of practice/catalogue/source/intake.json would change in practice/catalogue/definitions/intake/,
compare the folder with it. A definition that was given is changed with a new version only.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from practice.catalogue.converting import SOURCE, read_decisions
from practice.catalogue.converting.intake import convert_intake, read_intake


def main(folder: Path) -> None:
    """Write one file for each section."""
    folder.mkdir(parents=True, exist_ok=True)
    sections = read_intake((SOURCE / "intake.json").read_text(encoding="utf-8"))
    decisions = read_decisions(SOURCE / "intake_decisions.json")
    for slug, definition in convert_intake(sections, decisions).items():
        text = json.dumps(definition, ensure_ascii=False, indent=2)
        (folder / f"{slug}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:  # the program and the folder
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
