"""A plan as JSON: complete, exact, made to be read again by this program or another."""

from __future__ import annotations

from filrouge.domain.model.canonical import dumps
from filrouge.domain.model.plan import Plan
from filrouge.domain.model.plan_json import to_json


def json_file(plan: Plan) -> bytes:
    """The bytes of the .json, in UTF-8, indented for people; ``filrouge.domain.model.plan_json`` is its shape."""
    return (dumps(to_json(plan), pretty=True) + "\n").encode("utf-8", "surrogatepass")
