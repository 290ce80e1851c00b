"""Composed pages of the practice: the caseload, the overview of one couple and the audit page. Reads from all rooms below, writes nothing."""
