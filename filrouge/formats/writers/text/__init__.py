"""Plain text for a terminal or a file: wrapped, readable without colour, safe from what a document may hide in it."""
