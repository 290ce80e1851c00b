"""Write the cards of practice/catalogue/source/cards.json, converted, as definition files into a folder.

python scripts/convert_cards.py FOLDER
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from practice.catalogue.converting import SOURCE
from practice.catalogue.converting.card import convert_card


def main(folder: Path) -> None:
    """Write one file for each card."""
    folder.mkdir(parents=True, exist_ok=True)
    for card in json.loads((SOURCE / "cards.json").read_text(encoding="utf-8")):
        text = json.dumps(convert_card(card), ensure_ascii=False, indent=2)
        (folder / f"{card['slug']}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:  # the program and the folder
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
