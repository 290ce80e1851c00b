"""Homework as outcome data, for the care team alone: asked, come back, by the date, quality, usefulness, and what got in the way."""
