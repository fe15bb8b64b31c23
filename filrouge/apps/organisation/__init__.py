"""Entities, their units, roles, stakeholders and profile."""
