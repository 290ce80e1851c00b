"""Outcomes: measure results, their course over time, and what both agreed to share."""
