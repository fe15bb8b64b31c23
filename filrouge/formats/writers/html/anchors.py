"""What the parts of a report need of each other: the passages, their names in the page, the voice."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from filrouge.domain.report.dossier import Dossier, Remark
from filrouge.domain.report.passages import Passage, passages
from filrouge.domain.report.voice import Voice


@dataclass(frozen=True)
class Sheet:
    """One report being written."""

    dossier: Dossier
    voice: Voice

    @property
    def language(self) -> str | None:
        """The document's language, where it is to be said: None when it is the interface's."""
        own = self.dossier.document.language
        return own if own != self.voice.language else None

    @cached_property
    def _laid_out(self) -> tuple[tuple[Passage, ...], tuple[Remark, ...]]:
        return passages(self.dossier.document, self.dossier.remarks)

    @property
    def passages(self) -> tuple[Passage, ...]:
        return self._laid_out[0]

    @property
    def whole(self) -> tuple[Remark, ...]:
        """The remarks about the whole of the document."""
        return self._laid_out[1]

    @cached_property
    def _starts(self) -> tuple[list[int], list[int]]:
        order = sorted(range(len(self.passages)), key=lambda rank: self.passages[rank].place.start)
        return [self.passages[rank].place.start for rank in order], order

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that stands at this offset of the text, or None when there is none."""
        starts, order = self._starts
        return self.passages[order[max(0, bisect_right(starts, offset) - 1)]] if order else None

    def anchor_at(self, offset: int) -> str:
        """The name of the passage that stands at this offset of the text."""
        starts, order = self._starts
        return f"p{order[max(0, bisect_right(starts, offset) - 1)]}" if order else "text"
