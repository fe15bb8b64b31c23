"""Builds invented documents, and variants of real ones, as the files that people really send."""
