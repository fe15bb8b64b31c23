"""Tests of invitations and of signing in."""
