"""In which language the program speaks, and its voice."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from filrouge.cli.problems import Problem
from filrouge.domain.model import LANGUAGES
from filrouge.domain.report.voice import Voice

DEFAULT = LANGUAGES[0]
_VARIABLES = ("FILROUGE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def chosen(asked: str | None, configured: str | None = None) -> str:
    """The language asked for, else the configured one, else the system's, else French.

    Raises Problem when what is asked for is not one of the four.
    """
    if asked is not None and asked not in LANGUAGES:
        raise Problem("unknown-language", given=asked, known=", ".join(LANGUAGES))
    return asked or configured or of_system(os.environ) or DEFAULT


def of_system(environment: Mapping[str, str]) -> str | None:
    """The language of the locale, when it is one of the four; the first variable that is set decides."""
    for name in _VARIABLES:
        value = environment.get(name)
        if value:
            code = value[:2].lower()
            return code if code in LANGUAGES else None
    return None


def named_in(arguments: Sequence[str]) -> str:
    """The language for help and errors, before anything was parsed; what is not understood is passed over."""
    for rank, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            given = value or (arguments[rank + 1] if rank + 1 < len(arguments) else "")
            if given in LANGUAGES:
                return given
    return chosen(None)


def voice(language: str, file: str = "cli") -> Voice:
    """Speaks the sentences of one file of texts: ``cli``, ``report`` or ``errors``.

    In ``report``, keys that begin with ``note.`` are those of the notes of reading. ``cli`` goes on in ``server``,
    the sentences of the commands of an installation, which most runs never need.
    """
    from filrouge.library.text_files import texts

    def template(key: str) -> str:
        if key.startswith("note."):
            return texts("notes")[key.removeprefix("note.")][language]
        known = texts(file)
        if key not in known and file == "cli":
            known = texts("server")
        return known[key][language]

    return Voice(language, template)
