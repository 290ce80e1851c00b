"""The partner's pages as that partner sees them, for the clinician: to read only, in the partner's own scope and no wider."""
