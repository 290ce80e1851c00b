"""Words and small pictures for the composed pages: the caseload, one couple, the audit page, and the way around."""
