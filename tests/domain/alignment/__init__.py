"""Tests of the alignment of a document with a plan above it."""
