"""Who did what, when: an append-only chain of events, and a log of reads sealed into it."""
