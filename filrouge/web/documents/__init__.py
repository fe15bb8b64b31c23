"""A document in the browser: its text, its sections, its acts and versions, its addenda and languages."""
