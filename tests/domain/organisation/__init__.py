"""Tests of the names of units and of stakeholders."""
