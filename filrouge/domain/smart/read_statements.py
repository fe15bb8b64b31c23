"""From a document that was read to the statements that are assessed, with what stands around each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from filrouge.domain.model import LANGUAGES, Document, Item
from filrouge.domain.model.items import OBJECTIVE_KINDS
from filrouge.domain.smart.assessing import Assessment, Statement, assess

#: The kinds of statement that have verdicts; a value is an attitude, a theme a subject, an indicator a measure.
JUDGED = OBJECTIVE_KINDS | {"commitment", "action"}


def read_statements(document: Document) -> tuple[Statement, ...]:
    """The objectives, commitments and actions of a document, in their order."""
    language = document.language if document.language in LANGUAGES else LANGUAGES[0]
    below: dict[str, list[Item]] = defaultdict(list)
    for item in document.items:
        below[item.parent or ""].append(item)
    return tuple(
        _statement(item, document.items_by_id, below[item.id], language, document)
        for item in document.items
        if item.kind in JUDGED
    )


def assessed_in(document: Document) -> dict[str, Assessment]:
    """The verdicts of a document, by the id of the item."""
    return {one.id: assess(one) for one in read_statements(document)}


def _statement(
    item: Item, known: Mapping[str, Item], below: list[Item], language: str, document: Document
) -> Statement:
    above = known.get(item.parent or "")
    actions = [one for one in below if one.kind == "action"]
    measured = next((one.quantity.text for one in below if one.quantity and one.kind in OBJECTIVE_KINDS), "")
    return Statement(
        item.id,
        item.text,
        language,
        owners=item.owners,
        deadline=item.deadline.text if item.deadline else "",
        deadline_on=item.deadline.date if item.deadline else None,
        quantity=item.quantity.text if item.quantity else "",
        period=document.facts.period,
        inherited_owners=above.owners if above else (),
        inherited_deadline=above.deadline.text if above and above.deadline else "",
        indicators=tuple(one.text for one in below if one.kind == "indicator"),
        measured_below=measured,
        actions=tuple(one.text for one in actions),
        action_owners=tuple(dict.fromkeys(owner for one in actions for owner in one.owners)),
    )
