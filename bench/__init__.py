"""How fast the house is: each figure a ratio to a control of the same run (``make bench``)."""
