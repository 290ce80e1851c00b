"""Couples and what is agreed with them: containers, policy, consent, clearance, attention."""
