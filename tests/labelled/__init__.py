"""Invented documents labelled by a careful person, and how they are read."""
