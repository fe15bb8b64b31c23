"""What every app stands on: words in several languages, audit, search."""
