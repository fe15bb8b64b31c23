"""The installation: settings, the database, what is served, backups, and the commands that do all this."""
