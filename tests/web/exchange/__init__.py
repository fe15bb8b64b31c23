"""Tests of imports, their review, exports and templates."""
