"""Tests of the statements in running text."""
