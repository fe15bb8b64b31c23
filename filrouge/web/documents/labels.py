"""The words for levels, states, acts and relations: the framework's own where it has one, else the glossary's."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from filrouge.domain.model import Framework
from filrouge.web.common.languages import current
from filrouge.web.common.values import Status

Labels = Mapping[str, Promise]
KINDS: Labels = {
    "theme": _("Theme"),
    "priority": _("Priority"),
    "strategic_objective": _("Strategic objective"),
    "operational_objective": _("Operational objective"),
    "objective": _("Objective"),
    "ambition": _("Ambition"),
    "commitment": _("Commitment"),
    "action": _("Action"),
    "value": _("Value"),
    "indicator": _("Indicator"),
}
DOCUMENT_STATES: Labels = {
    "draft": pgettext_lazy("state of a document", "Draft"),
    "proposed": pgettext_lazy("state of a document", "Proposed"),
    "adopted": pgettext_lazy("state of a document", "Adopted"),
    "ended": pgettext_lazy("state of a document", "Ended"),
}
ACTION_STATES: Labels = {
    "planned": pgettext_lazy("state of an action", "Planned"),
    "under_way": pgettext_lazy("state of an action", "Under way"),
    "done": pgettext_lazy("state of an action", "Done"),
    "stopped": pgettext_lazy("state of an action", "Stopped"),
}
COMMITMENTS: Labels = {
    "effort": _("Commitment of effort"),
    "resource": _("Commitment of means"),
    "result": _("Commitment of result"),
}
ACT_KINDS: Labels = {
    "adoption": _("Adoption"),
    "approval": _("Approval"),
    "copy": _("Copy to the Inspector General"),
    "other": _("Other act"),
}
RELATIONS: Labels = {
    "amendment": _("Amendment to"),
    "addendum": _("Addendum to"),
    "derived": _("Derived from"),
}
SWOT: Labels = {
    "strength": _("Strengths"),
    "weakness": _("Weaknesses"),
    "opportunity": _("Opportunities"),
    "threat": _("Threats"),
}
SWOT_LINES: Labels = {
    "strength": _("Strength"),
    "weakness": _("Weakness"),
    "opportunity": _("Opportunity"),
    "threat": _("Threat"),
}
#: What a risk domain quotes.
QUOTED: Labels = {"weakness": _("Weakness"), "threat": _("Threat"), "objective": _("Objective")}
#: What a table of figures is about.
TABLES: Labels = {"staff": _("Staff"), "budget": _("Budget"), "other": _("Other figures")}
COMMUNICATION: Labels = {
    "target": _("Target"),
    "audience": _("Audience"),
    "date": _("Date"),
    "message": _("Message"),
    "channel": _("Channel"),
    "material": _("Material"),
}
#: What a field is called where a change of it is told.
FIELDS: Labels = {
    "title": _("Title"),
    "text": _("Text"),
    "body": _("Text"),
    "details": _("Details"),
    "number": _("Number"),
    "owners": _("Owners"),
    "starts_on": _("Start"),
    "deadline": _("Deadline, in words"),
    "deadline_on": _("Deadline"),
    "quantity": _("Quantity, in words"),
    "quantity_value": _("Quantity"),
    "quantity_unit": pgettext_lazy("of a figure", "Unit"),
    "baseline": _("Baseline"),
    "commitment": _("Kind of commitment"),
    "stakeholders": _("Stakeholders"),
    "means": _("Means"),
    "progress": _("Progress"),
    "kind": _("Level"),
    "contributions": _("Objectives served"),
    "section": _("Section"),
    "period": _("Period"),
    "legal_basis": _("Legal basis"),
    "languages": _("Languages of the content"),
    "language": _("Main language"),
    "term_years": _("Years of the mandate"),
}
_MEANINGS = {"done": "met", "under_way": "info", "adopted": "met", "proposed": "info"}


def kind_label(kind: str, framework: Framework | None = None) -> str:
    """The name of a level: the framework's own word in the reader's language, else the usual one."""
    for level in framework.levels if framework else ():
        names: tuple[str, ...] = getattr(level.names, current())
        if level.kind == kind and names:
            return names[0][:1].upper() + names[0][1:]
    return str(KINDS.get(kind, kind))


def document_status(state: str) -> Status:
    """The state of a document in a word, with its meaning."""
    return Status(str(DOCUMENT_STATES[state]), _MEANINGS.get(state, ""))


def action_status(state: str) -> Status:
    """The declared state of an action in a word, with its meaning."""
    return Status(str(ACTION_STATES[state]), _MEANINGS.get(state, ""))
