"""Trees of objectives, and the actions that serve them."""
