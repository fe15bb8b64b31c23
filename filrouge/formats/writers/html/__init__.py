"""One self-contained page: no script, no address outside itself, readable on paper, by keyboard and by ear."""
