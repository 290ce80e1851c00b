"""Treatment: the goals a couple works towards, and the sessions they come to."""
