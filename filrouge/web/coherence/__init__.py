"""Remarks on stored documents, what changed in them and who changed it, search, and how firm each objective is."""
