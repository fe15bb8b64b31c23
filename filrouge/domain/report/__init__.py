"""What is said of a document, in words and in order, before any format gives it a form."""

from filrouge.domain.report.dossier import SEVERITIES, Batch, Dossier, Failure, Remark, RuleWords, dossier
from filrouge.domain.report.passages import Mark, Passage, Piece, passages
from filrouge.domain.report.positions import Lines
from filrouge.domain.report.thread import Knot, Strand, Thread, thread
from filrouge.domain.report.voice import Voice, clean

__all__ = [
    "SEVERITIES",
    "Batch",
    "Dossier",
    "Failure",
    "Knot",
    "Lines",
    "Mark",
    "Passage",
    "Piece",
    "Remark",
    "RuleWords",
    "Strand",
    "Thread",
    "Voice",
    "clean",
    "dossier",
    "passages",
    "thread",
]
