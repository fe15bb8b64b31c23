"""English, as Britain writes it: day before month."""
