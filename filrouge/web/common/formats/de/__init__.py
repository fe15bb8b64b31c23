"""German, as Belgium writes it."""
