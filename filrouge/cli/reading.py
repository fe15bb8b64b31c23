"""From the name of a file to a document, or to the sentence that says why not."""

from __future__ import annotations

from pathlib import Path

from filrouge.cli.files import shown
from filrouge.cli.language import voice
from filrouge.cli.problems import Problem
from filrouge.domain.model import Document, Framework, ReferencePlan


class Unread(Exception):
    """A file could not be read; ``sentence`` says why in the language asked for."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def framework_named(name: str | None) -> Framework | None:
    """The framework of this URN or kind. Raises Problem with the kinds that exist for any other name."""
    if name is None:
        return None
    from filrouge.library import UnknownName, framework, frameworks

    try:
        return framework(name)
    except UnknownName:
        known = ", ".join(one.kind for one in frameworks())
        raise Problem("unknown-framework", given=name, known=known) from None


def plan_named(name: str, option: str) -> ReferencePlan:
    """The reference plan of this slug. Raises Problem with the plans that exist for any other name."""
    from filrouge.library import UnknownName, plan

    try:
        return plan(name)
    except UnknownName as unknown:
        raise Problem("unknown-value", option=option, given=name, known=", ".join(unknown.known)) from None


def document_in(path: Path, wanted: Framework | None, language: str) -> Document:
    """Read one file. Raises Unread."""
    from filrouge.domain.reading import read
    from filrouge.formats.readers import Unreadable, read_file
    from filrouge.library import frameworks

    try:
        extract = read_file(path)
    except Unreadable as error:
        params = {**error.params, "file": shown(path)}
        raise Unread(voice(language, "errors")(error.code, **params)) from None
    return read(extract, frameworks(), framework=wanted.urn if wanted else None)


def framework_of(document: Document) -> Framework | None:
    """The framework that a document answers to, or None when none was recognised."""
    from filrouge.library import framework

    return framework(document.framework) if document.framework else None
