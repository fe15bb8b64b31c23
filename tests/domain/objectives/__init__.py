"""Tests of what is said of the tree of objectives."""
