"""The forms of the builder. They hold no queries: what can be chosen is passed in."""
