"""What can be given to a couple: exercises as versioned data, and the form engine that asks them."""
