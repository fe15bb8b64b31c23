"""How often a person may ask for something that costs: a window of a minute, counted in the cache."""

from __future__ import annotations

from django.core.cache import cache

from filrouge.apps.common.problems import Problem

_MINUTE = 60


class TooOften(Problem):
    """Asked for more often than a person types; nothing is lost, and the next asking may succeed."""

    status = 429


def paced(name: str, person: object, most: int) -> None:
    """Count one more asking of this person; raises TooOften beyond ``most`` a minute."""
    key = f"pace:{name}:{person}"
    if cache.add(key, 1, _MINUTE):
        return
    try:
        count = cache.incr(key)
    except ValueError:  # the minute ended in between
        cache.set(key, 1, _MINUTE)
        return
    if count > most:
        raise TooOften("coherence.too-often")
