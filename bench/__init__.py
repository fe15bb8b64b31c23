"""Measurements, run by hand with ``make bench``; never timed tests."""
