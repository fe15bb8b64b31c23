"""Filrouge keeps the thread from a national plan to a mission letter, an action, a measurement and an evaluation."""

__version__ = "0.1.0"
