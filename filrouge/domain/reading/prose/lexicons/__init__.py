"""The words by which a sentence binds its author, one table a language."""
