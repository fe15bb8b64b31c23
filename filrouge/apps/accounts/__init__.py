"""People and the accounts by which they sign in."""
