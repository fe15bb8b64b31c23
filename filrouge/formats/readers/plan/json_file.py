"""A plan out of JSON."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import NoReturn

from filrouge.domain.model.plan import Plan
from filrouge.domain.model.plan_json import from_json
from filrouge.formats.readers.limits import MEGABYTE, Limits, Unreadable

DEFAULTS = Limits(file_bytes=20 * MEGABYTE)


def read_json(data: bytes, limits: Limits = DEFAULTS) -> Plan:
    """The plan that a .json says, exact to the last digit.

    Raises Unreadable (``too-large``, ``too-deep``, ``damaged``) for what is no JSON, PlanFormatError for JSON that
    holds no plan.
    """
    if len(data) > limits.file_bytes:
        raise Unreadable("too-large", {"limit": str(limits.file_bytes // MEGABYTE)})
    try:
        text = data.decode("utf-8-sig", "surrogatepass")
        value = json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except RecursionError:
        raise Unreadable("too-deep") from None
    except (ValueError, ArithmeticError):
        raise Unreadable("damaged") from None
    return from_json(value)


def _refuse(name: str) -> NoReturn:
    """Not a number, and the infinities, are no figures."""
    raise ValueError(name)
