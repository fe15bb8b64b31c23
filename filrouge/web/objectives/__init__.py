"""Objectives and actions in the browser: the tree, each of its lines, the years and the owners."""
