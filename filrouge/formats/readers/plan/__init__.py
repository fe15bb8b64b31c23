"""A file of a plan that comes back: known again, and read field by field."""
