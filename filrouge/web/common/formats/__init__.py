"""Dates and numbers as they are written in Belgium, in each language (FORMAT_MODULE_PATH)."""
