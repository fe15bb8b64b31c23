"""Documents with their sections, structured parts, acts and versions."""
