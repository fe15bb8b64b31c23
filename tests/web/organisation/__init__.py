"""Tests of the pages of entities, people and registers."""
