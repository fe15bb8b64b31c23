"""From a YAML file to plain values, fast; and from a mistake in them back to its line.

Every scalar is read as a string (YAML's guesses about ``no``, ``1.10`` or ``2020-01-01`` are never wanted here); the
builders turn a string into a number or a truth where the shape asks for one. An absent value is an absent key.
The good path keeps no line: when a builder finds a fault, the file is read again to name the line.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from filrouge.library.errors import Fault, LibraryError

Value = str | list["Value"] | dict[str, "Value"]
Made = TypeVar("Made")
Node = Any  # yaml.Node, whose stub leaves out ``id`` and the shape of ``value``


def load(file: Path, build: Callable[[Value], Made]) -> Made:
    """Read ``file`` and hand its plain values to ``build``.

    Raises LibraryError, with the line, when the file is missing or unreadable, is not YAML, or when ``build`` raises
    Fault.
    """
    try:
        return build(_plain(_tree(file), ()))
    except Fault as fault:
        raise error_at(file, fault.at, fault.problem) from None


def error_at(file: Path, at: tuple[str | int, ...], problem: str) -> LibraryError:
    """The error about what the keys and ranks ``at`` lead to in ``file``, with its line."""
    return LibraryError(file, _line(_tree(file), at), problem)


def _tree(file: Path) -> Node:
    import yaml

    try:
        text = file.read_text(encoding="utf-8")
    except OSError:
        raise LibraryError(file, 1, "the file cannot be opened") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise LibraryError(file, line, "the text is not UTF-8") from None
    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise LibraryError(file, mark.line + 1 if mark else 1, f"this is not YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise LibraryError(file, 1, f"this is not YAML: {error}") from None
    if root is None:
        raise LibraryError(file, 1, "the file is empty")
    return root


def _plain(node: Node, at: tuple[str | int, ...]) -> Value:
    kind = node.id
    if kind == "scalar":
        return str(node.value)
    if kind == "sequence":
        return [_plain(child, (*at, rank)) for rank, child in enumerate(node.value)]
    found: dict[str, Value] = {}
    for key, child in node.value:
        name = key.value
        if not isinstance(name, str):
            raise Fault(at, "a key must be a word")
        if name in found:
            raise Fault((*at, name), f"{name!r} stands twice")
        found[name] = _plain(child, (*at, name))
    return found


def _line(node: Node, at: tuple[str | int, ...]) -> int:
    """The line, from 1, of what ``at`` leads to; as far as it leads when something on the way is missing."""
    line = node.start_mark.line + 1
    for step in at:
        if node.id == "sequence" and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        elif node.id == "mapping" and (pairs := [pair for pair in node.value if pair[0].value == step]):
            key, node = pairs[-1]
            line = key.start_mark.line + 1
        else:
            break
    return int(line)
