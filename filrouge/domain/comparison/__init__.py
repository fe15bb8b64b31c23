"""What changed between two documents, told by what they say rather than by where it stands in the file."""

from filrouge.domain.comparison.changes import (
    CellChange,
    Comparison,
    FactChange,
    FieldChange,
    Piece,
    SectionChange,
    TableChange,
    WordingChange,
)
from filrouge.domain.comparison.compare import compare

__all__ = [
    "CellChange",
    "Comparison",
    "FactChange",
    "FieldChange",
    "Piece",
    "SectionChange",
    "TableChange",
    "WordingChange",
    "compare",
]
