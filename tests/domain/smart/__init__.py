"""Tests of the SMART analysis."""
