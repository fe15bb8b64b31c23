"""Tests of the pages of objectives and actions."""
