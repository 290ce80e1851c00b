"""The command line: ``practice …``. Heavy imports happen inside the commands, so that ``practice score`` starts at once."""

from __future__ import annotations

import sys


def main() -> None:
    """Run a command and leave with its exit status."""
    if sys.argv[1:2] == ["score"]:
        sys.exit(_score())
    from practice.cli.commands import run

    sys.exit(run(sys.argv[1:]))


def _score() -> int:
    """Read JSON lines, answer JSON lines: needs neither Flask nor a database."""
    from practice.measures.batch import score_lines

    lines = (line.decode("utf-8", "surrogateescape") for line in sys.stdin.buffer)
    return score_lines(lines, sys.stdout.write)


if __name__ == "__main__":
    main()
