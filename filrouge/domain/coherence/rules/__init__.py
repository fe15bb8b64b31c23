"""The rules, one file for each, or for a family that shares its helpers. A new file is named in MODULES."""

from __future__ import annotations

from functools import cache
from importlib import import_module

MODULES = (
    "mandate",
    "completeness",
    "numbering",
    "references",
    "names",
    "titles",
    "cascade",
    "plan_above",
    "means",
    "figures",
    "firmness",
    "risks",
    "communication",
    "periods",
    "integrity",
    "instruments",
)


@cache
def load() -> None:
    """Import every rule once; importing registers it."""
    for name in MODULES:
        import_module(f"{__name__}.{name}")
