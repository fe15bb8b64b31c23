"""The values that a document is made of: frozen, comparable, each with its place in the text."""

from filrouge.domain.model.analysis import SWOT_KINDS, Quoted, RiskDomain, SwotItem
from filrouge.domain.model.document import Document, Facts, Note, Paragraph, Section
from filrouge.domain.model.framework import (
    LANGUAGES,
    Framework,
    FrameworkSection,
    Level,
    Names,
    Part,
    PlanObjective,
    PlanTheme,
    ReferencePlan,
    Text,
)
from filrouge.domain.model.items import ITEM_KINDS, OBJECTIVE_KINDS, Deadline, Indicator, Item, Quantity
from filrouge.domain.model.place import Place
from filrouge.domain.model.tables import TABLE_KINDS, Cell, CommunicationAction, Row, Table

__all__ = [
    "ITEM_KINDS",
    "LANGUAGES",
    "OBJECTIVE_KINDS",
    "SWOT_KINDS",
    "TABLE_KINDS",
    "Cell",
    "CommunicationAction",
    "Deadline",
    "Document",
    "Facts",
    "Framework",
    "FrameworkSection",
    "Indicator",
    "Item",
    "Level",
    "Names",
    "Note",
    "Paragraph",
    "Part",
    "Place",
    "PlanObjective",
    "PlanTheme",
    "Quantity",
    "Quoted",
    "ReferencePlan",
    "RiskDomain",
    "Row",
    "Section",
    "SwotItem",
    "Table",
    "Text",
]
