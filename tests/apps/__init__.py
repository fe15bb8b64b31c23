"""Tests of what is stored: rights, services, selectors."""
