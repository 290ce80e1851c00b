"""Write the catalogue's source, converted and with the decisions applied, as definition files into a folder.

    python scripts/convert_catalogue.py FOLDER

To see what a change of practice/catalogue/source/ would change in practice/catalogue/definitions/, compare the
folder with it. The definitions themselves are changed by hand, with a new version: they may have been given.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from practice.catalogue.converting import SOURCE, convert_all, read_decisions, read_source


def main(folder: Path) -> None:
    """Write one file for each exercise."""
    folder.mkdir(parents=True, exist_ok=True)
    decisions = read_decisions(SOURCE / "decisions.json")
    for slug, definition in convert_all(read_source(), decisions).items():
        text = json.dumps(definition, ensure_ascii=False, indent=2)
        (folder / f"{slug}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:  # the program and the folder
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
