"""Both partners' answers to one exercise side by side, for the care team alone: charts, patterns, how guesses came out."""
