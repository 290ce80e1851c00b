"""The web kernel: declared routes, the gate, forms, errors and headers."""
