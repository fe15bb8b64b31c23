"""The few words that every generated page needs."""

from __future__ import annotations

NAMES = {"fr": "français", "nl": "Nederlands", "de": "Deutsch", "en": "English"}
