"""What is said of a document, as a file of some format. Each writer is imported when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from filrouge.domain.report.dossier import Batch
from filrouge.domain.report.voice import Voice

CHECK_FORMATS = {
    "text": "filrouge.formats.writers.text.checked",
    "json": "filrouge.formats.writers.json_text",
    "html": "filrouge.formats.writers.html.report",
    "sarif": "filrouge.formats.writers.sarif",
    "xlsx": "filrouge.formats.writers.xlsx",
}


@dataclass(frozen=True, slots=True)
class Look:
    """Where text is shown: how many columns wide, and whether colours may be used."""

    width: int = 80
    colour: bool = False


def write_check(format: str, batch: Batch, voice: Voice, look: Look) -> str | bytes:
    """The result of a check in one of :data:`CHECK_FORMATS`; ``voice`` speaks the texts ``report`` of the library.

    HTML is one page for one document: it raises ValueError for a batch of several. Raises KeyError for another format.
    """
    result = import_module(CHECK_FORMATS[format]).write(batch, voice, look)
    assert isinstance(result, (str, bytes))
    return result
