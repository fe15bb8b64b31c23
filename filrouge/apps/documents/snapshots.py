"""A whole document as a value: the apps above register what they add to it, so that this one need not know them."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from filrouge.domain.model.plan import Plan

Snapshot = Callable[[uuid.UUID], Plan]
_taker: list[Snapshot] = []


def register(taker: Snapshot) -> None:
    """Let this function take the snapshots; called once, when the apps are ready."""
    _taker[:] = [taker]


def snapshot(document_id: uuid.UUID) -> Plan:
    """The document with all its parts, in a constant number of queries."""
    (taker,) = _taker
    return taker(document_id)
