"""Practice: a self-hosted desk for couples therapists and the couples they see."""
