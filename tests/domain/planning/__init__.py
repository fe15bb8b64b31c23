"""Tests of what is done with plans."""
