"""Ordered steps of homework with rules for when each opens: the ready-made ones, a clinician's own, and those a couple is on."""
