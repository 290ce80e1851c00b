"""Forms that a practice makes itself: drafts, their questions and scores, publishing, files in and out."""
