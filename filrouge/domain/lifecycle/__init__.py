"""From draft to adopted and on: what follows an adoption, and what is still open."""
