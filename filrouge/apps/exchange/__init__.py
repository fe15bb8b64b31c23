"""What comes in by files and goes out as files."""
