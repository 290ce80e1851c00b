"""The intake: its sections given in parts, how they stand for each person, and what the care team reads of them."""
