"""What was given to whom: the library, giving homework and taking it back, and when it comes round."""
