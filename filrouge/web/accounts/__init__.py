"""Signing in, invitations, and the account of the person."""
