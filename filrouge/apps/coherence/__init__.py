"""Findings on stored documents, and their waivers."""
