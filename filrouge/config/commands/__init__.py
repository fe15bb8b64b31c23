"""The commands that run an installation, one a file; ``app`` names them, with their options."""
