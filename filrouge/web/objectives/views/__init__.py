"""The pages of objectives and actions."""
