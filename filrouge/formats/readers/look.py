"""Inline text with its look, gathered piece by piece until the paragraph is known."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text is printed; ``size`` in points, None when the file does not say."""

    bold: bool = False
    caps: bool = False
    hidden: bool = False
    size: float | None = None


@dataclass(slots=True)
class Spans:
    """The runs of one paragraph."""

    parts: list[tuple[str, Look]] = field(default_factory=list)

    def add(self, text: str, look: Look) -> None:
        if text:
            self.parts.append((text.replace("\xad", ""), look))

    @property
    def text(self) -> str:
        """The text without white space around it; a leading tab stays, since it may show a level."""
        return "".join(text for text, _ in self.parts).lstrip(" \n\r\xa0").rstrip()

    def look(self) -> dict[str, bool | float | None]:
        """``bold``, ``caps`` and ``size`` of the whole, as :class:`~filrouge.domain.reading.blocks.Block` has them.

        A quality holds when every letter and digit has it; the size is that of most characters.
        """
        bold = caps = seen = False
        sizes: defaultdict[float | None, int] = defaultdict(int)
        for text, look in self.parts:
            if not any(c.isalnum() for c in text):
                continue
            capital = look.caps or text.isupper() or not any(c.isalpha() for c in text)
            bold, caps = (bold and look.bold, caps and capital) if seen else (look.bold, capital)
            seen = True
            sizes[look.size] += len(text)
        caps = caps and any(look.caps or text.isupper() for text, look in self.parts)
        size = max(sizes, key=lambda size: sizes[size]) if sizes else None
        return {"bold": bold, "caps": caps, "size": size}


class Collapse:
    """Turns white space into single spaces, also where it runs over several pieces of one paragraph."""

    _SPACE = re.compile(r"[ \t\r\n\f]+")

    def __init__(self) -> None:
        self.after_space = True

    def __call__(self, text: str) -> str:
        text = self._SPACE.sub(" ", text)
        if self.after_space:
            text = text.removeprefix(" ")
        if text:
            self.after_space = text.endswith(" ")
        return text
