"""Words and frozen views for the pages on which homework is written, read, compared and shown."""
