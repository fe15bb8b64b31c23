"""Read a file, whatever it is: take its bytes, tell its kind, and parse it where it can do no harm."""

from __future__ import annotations

from pathlib import Path

from filrouge.domain.reading.blocks import Extract
from filrouge.formats.readers.files import display_name, load
from filrouge.formats.readers.kinds import kind_of
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.sandbox import parse_apart

DEFAULTS = Limits()


def read_file(path: Path, limits: Limits = DEFAULTS) -> Extract:
    """The text and the blocks of a file: docx, odt, pdf, html, Markdown or plain text, told by its content.

    Plain text is parsed here; everything else in a child process bound by ``limits``, which leaves neither process nor
    file behind. Raises :class:`Unreadable`, and nothing else, for whatever cannot be read.
    """
    try:
        data = load(path, limits)
        kind = kind_of(data, path.suffix)
        if kind == "text":
            from filrouge.formats.readers.text import read

            return read(data, limits)
        return parse_apart(kind, data, limits)
    except Unreadable as error:
        params = {"file": display_name(path), **error.params}
        raise Unreadable(error.code, params) from None
    except MemoryError:
        raise Unreadable("too-costly", {"file": display_name(path)}) from None
