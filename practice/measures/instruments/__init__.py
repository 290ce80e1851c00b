"""One module per measure, each with its `MEASURE`: facts for scoring, and no item wording."""
