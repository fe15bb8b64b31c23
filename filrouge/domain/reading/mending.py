"""Mending of what extraction does to characters: odd spaces, marks of emphasis, hyphens at the end of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPACES = dict.fromkeys(
    map(
        ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\r"
    ),
    " ",
)
_GONE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u0000"))
_TABLE = {**_SPACES, **_GONE, 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_RUNS = re.compile(r" {2,}")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{0,300}\)")
_NOTE_REF = re.compile(r"\[(?:footnoteRef|endnoteRef):\d+\]")
_SUPERSCRIPT = re.compile(r"(?<=[^\W\d_]|[.,;:»”\"')\]])(?<!\bm)(?<!\b[kcd]m)[¹²³⁰⁴-⁹]+|(?<=[^\W\d_])\*(?=$|[\s.,;:)])")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_HYPHENS = "-‐‑¬"
_JOINS = frozenset(
    "et ou en of und oder and or".split()
)  # "doel-" + "en prestatieafspraken": the hyphen hangs on purpose
_PREFIX = re.compile(r"(?<![^\W\d_])(?:ex|non|sous|vice|mi|demi|semi|niet|oud|nicht|self)[-‐‑]$", re.IGNORECASE)
_DASHES = str.maketrans("‐‑", "--")


def spaced(text: str) -> str:
    """The text with every kind of space made one plain space, and invisible characters and ligatures resolved."""
    text = text.translate(_TABLE).replace("\n", " ")
    return _RUNS.sub(" ", text).strip()


def mend(text: str, *, markup: bool = False) -> str:
    """The words of one line: spaces mended, footnote marks in superscript gone; with ``markup``, emphasis and links
    too."""
    text = spaced(text)
    if "[" in text:
        text = _NOTE_REF.sub("", text)
    if markup and ("*" in text or "_" in text or "](" in text):
        text = _LINK.sub(r"\1", text)
        text = _EMPHASIS.sub(r"\2", text)
        text = text.removeprefix("**").removesuffix("**").strip()
    return _SUPERSCRIPT.sub("", text)


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """The words of a document, in lower case, compounds kept whole: what a broken word is compared with. The halves of
    a
    word that a line end breaks are none."""
    words: set[str] = set()
    broken = False
    for line in lines:
        found = _WORD.findall(line.translate(_DASHES).lower())
        ends = line[-1:] in _HYPHENS and bool(line)
        words.update(found[int(broken) : len(found) - int(ends)])
        broken = ends
    return frozenset(words)


def join(first: str, second: str, words: frozenset[str]) -> str:
    """Join two lines of one paragraph; a word broken at the end of the first is made whole.

    A hyphen at the end of the line stays when the compound is written so elsewhere in the document or both halves are
    words
    of it (``bien-`` + ``être``) or the first is a prefix that keeps it (``non-``), and goes when the whole word is
    (``ges-`` + ``tion``). With no evidence, a hyphen of
    typesetting between two small letters goes.
    """
    if not first or not second:
        return first or second
    if first[-1] not in _HYPHENS or len(first) < 2 or not first[-2].isalpha() or not second[0].isalpha():
        return f"{first} {second}"
    left = _WORD.findall(first[:-1].translate(_DASHES))
    right = _WORD.match(second.translate(_DASHES))
    if not left or right is None:
        return f"{first} {second}"
    head, tail = left[-1].lower(), right.group().lower()
    if tail in _JOINS:
        return f"{first} {second}"
    if _PREFIX.search(first):
        return first + second
    if head + tail in words:
        return first[:-1] + second
    if f"{head}-{tail}" in words or (head in words and tail in words) or not second[0].islower():
        return first[:-1] + "-" + second
    return first[:-1] + second
