"""What comes back: drafts, submissions, forms of both, reviews and releases."""
