"""The acts that must stand on record beside a document."""

from __future__ import annotations

from collections.abc import Iterable

from filrouge.domain.model.plan import Act

#: Kind of document → the acts that its adoption calls for. A mission letter's copy goes to the Inspector General
#: (generic model of the mission letter of the Inspectorate General, first page).
CALLED_FOR = {"mission-letter": ("copy",)}


def open_acts(framework_kind: str, version: int, acts: Iterable[Act]) -> tuple[str, ...]:
    """The kinds of act that an adopted version calls for and that nobody has recorded: not stated, which is not the
    same as not done. Nothing is open before the version is adopted."""
    recorded = {act.kind for act in acts if act.version in (None, version)}
    if "adoption" not in recorded:
        return ()
    return tuple(kind for kind in CALLED_FOR.get(framework_kind, ()) if kind not in recorded)
