"""The pages of the capability."""
