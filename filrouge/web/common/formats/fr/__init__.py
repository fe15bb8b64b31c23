"""French, as Belgium writes it."""
