"""Scores of the exercises, one module per exercise: our own monitors, not validated, for reflection only."""
