"""Which themes and objectives of a reference plan a document answers to, with the words that say so."""

from filrouge.domain.alignment.aligning import CLEAR, Alignment, Answer, Suggestion, ThemeAnswer, align
from filrouge.domain.alignment.nearness import Near, near_pairs, shared_text

__all__ = ["CLEAR", "Alignment", "Answer", "Near", "Suggestion", "ThemeAnswer", "align", "near_pairs", "shared_text"]
