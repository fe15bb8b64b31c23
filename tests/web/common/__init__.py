"""Tests of the look, and the gallery of every component."""
