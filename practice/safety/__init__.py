"""The private safety check and the restricted record; deny by default."""
