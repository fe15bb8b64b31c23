"""Lines of text: wrapping, headings, columns, colours that only repeat what a sign and a word say."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from filrouge.domain.coherence import Severity
from filrouge.domain.report.voice import Voice, clean
from filrouge.formats.writers import Look

SIGNS = {Severity.ERROR: "◆", Severity.WARNING: "▲", Severity.INFO: "●"}
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "33", Severity.INFO: "36"}
THREAD = "31"
STRONG = "1"
FAINT = "2"
_UNBROKEN = str.maketrans({"\u202f": "\u00a0"})  # many terminals have no narrow space; both keep the line together


class Lines:
    """Collects lines of a page ``look.width`` wide."""

    def __init__(self, voice: Voice, look: Look) -> None:
        self.voice, self.look = voice, look
        self._lines: list[str] = []

    def text(self) -> str:
        return "\n".join(self._lines).translate(_UNBROKEN) + "\n"

    def paint(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.look.colour and text else text

    def severity(self, severity: Severity) -> str:
        """The sign and the word of a severity, in its colour."""
        return self.paint(f"{SIGNS[severity]} {self.voice(severity.value)}", _COLOURS[severity])

    def blank(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def title(self, text: str) -> None:
        """The page's own title, with the thread under it."""
        self._lines += self._wrapped(text, "", "", STRONG)
        self._lines.append(self.paint("━" * min(self.look.width, 72), THREAD))

    def heading(self, text: str) -> None:
        self.blank()
        self._lines += self._wrapped(text.upper(), "", "", STRONG)
        self._lines.append("")

    def subheading(self, text: str) -> None:
        self.blank()
        self._lines += self._wrapped(text, "", "  ", STRONG)

    def paragraph(self, text: str, indent: int = 0, *, hang: int = 0, colour: str = "") -> None:
        self._lines += self._wrapped(text, " " * indent, " " * (indent + hang), colour)

    def raw(self, line: str) -> None:
        """A line that is already laid out and painted."""
        self._lines.append(line)

    def labelled(self, label: str, text: str, column: int) -> None:
        """A label and, from ``column`` on, its text."""
        head = f"{label} ".ljust(column)
        lines = self._wrapped(text, " " * column, " " * column) or [" " * column]
        self._lines.append(self.paint(head, FAINT) + lines[0][column:])
        self._lines += lines[1:]

    def points(self, texts: Iterable[str], indent: int = 2, sign: str = "–") -> None:
        for text in texts:
            self._lines += self._wrapped(f"{sign} {text}", " " * indent, " " * (indent + 2))

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table with its first column to the left and the others to the right; too wide, it becomes a list."""
        grid = [[clean(cell).replace("\n", " ") for cell in row] for row in (head, *rows)]
        widths = [max(len(row[rank]) if rank < len(row) else 0 for row in grid) for rank in range(len(head))]
        spare = self.look.width - sum(widths[1:]) - 2 * len(widths)
        if spare < 12:
            self._listed(grid)
            return
        widths[0] = min(widths[0], spare)
        for nth, row in enumerate(grid):
            first = textwrap.wrap(row[0], widths[0]) or [""]
            for line in first[:-1]:
                self._lines.append("  " + line)
            cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=False)]
            line = "  ".join([f"  {first[-1].ljust(widths[0])}", *cells]).rstrip()
            self._lines.append(self.paint(line, FAINT) if nth == 0 else line)

    def _listed(self, grid: list[list[str]]) -> None:
        head = grid[0]
        for row in grid[1:]:
            self.paragraph(row[0], 2, hang=2, colour=STRONG)
            for name, cell in zip(head[1:], row[1:], strict=False):
                self.paragraph(self.voice.labelled(name, cell), 4, hang=2)

    def _wrapped(self, text: str, first: str, rest: str, colour: str = "") -> list[str]:
        lines: list[str] = []
        for part in clean(text).split("\n"):
            lines += textwrap.wrap(
                part, self.look.width, initial_indent=rest if lines else first, subsequent_indent=rest,
                break_on_hyphens=False,
            )  # fmt: skip
        return [self.paint(line, colour) if colour else line for line in lines]
