"""The five real documents through the services: read, taken in, given back in each format, and compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from filrouge.apps.exchange.models import Import
from filrouge.apps.exchange.services import giving, intake, review, settling
from filrouge.apps.exchange.services.giving import Wish
from filrouge.apps.exchange.services.intake import Incoming
from filrouge.apps.frameworks.services import load_library
from filrouge.apps.objectives.selectors import plan_of
from filrouge.domain.model.plan import Plan
from filrouge.domain.model.plan_json import from_json
from tests import making

pytestmark = pytest.mark.django_db
SOURCES = 5


def read(user: Any, entity: Any, name: str, data: bytes) -> Import:
    """A file brought in and read."""
    (outcome,) = intake.bring_in(user, entity, [Incoming(name, data)])
    assert outcome.incoming is not None, outcome
    intake.read_import(str(outcome.incoming.pk))
    row = Import.objects.get(pk=outcome.incoming.pk)
    assert row.state == "ready", row.problem
    return row


def content(plan: Plan) -> Plan:
    """The plan without what storing it gives it."""
    return replace(plan, id="", entity="", acts=())


def test_each_source_is_taken_in_and_given_back_as_it_was(reference_dir: Path) -> None:
    load_library()
    entity = making.entity()
    user = making.adviser(entity)
    files = sorted((reference_dir / "sources").glob("*.txt"))
    assert len(files) == SOURCES
    for file in files:
        row = read(user, entity, file.name, file.read_bytes())
        proposed = from_json(row.proposal)
        document = review.take_in(user, row, row.version)
        assert content(plan_of(document.pk)) == content(proposed), file.name
        for format in ("word", "excel", "json"):
            given = giving.give_now(user, document, Wish(format, "fr"))
            back = read(user, entity, given.name, given.data)
            found = settling.preview(back)
            assert back.document == document, (file.name, format)
            assert (found.merged.changes, found.merged.conflicts) == ((), ()), (file.name, format)
        again = read(user, entity, file.name, file.read_bytes())
        found = settling.preview(again)
        assert again.document == document and found.merged.changes == (), file.name
