"""What a file is, told by its content; its name only decides between plain text and Markdown, which look alike."""

from __future__ import annotations

import re

from filrouge.formats.readers.limits import Unreadable

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd")
_PROGRAMS = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\x00asm")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_HEAD = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_TAG = re.compile(rb"<(?:p|div|h[1-6]|ul|ol|table|br|span)\b[^>]*>", re.IGNORECASE)
_FLAT_ODT = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<office:document\b", re.DOTALL)
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_HTML_NAMES = (".html", ".htm", ".xhtml")


def kind_of(data: bytes, suffix: str) -> str:
    """``zip``, ``odt-flat``, ``pdf``, ``html``, ``markdown`` or ``text``; ``suffix`` is that of the name, with its dot.

    A zip file is told apart (docx, odt, …) by what it holds, once it is open. Raises :class:`Unreadable` for what is
    surely no document: ``word-binary``, ``encrypted``, ``spreadsheet``, ``slides``, ``office-binary``, ``rtf``,
    ``picture``, ``archive``, ``binary``.
    """
    suffix = suffix.lower()
    if data.startswith(_ZIP):
        return "zip"
    if data.startswith(_OLE):
        raise Unreadable(_ole_code(data))
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:64].lstrip().startswith(b"{\\rtf"):
        raise Unreadable("rtf")
    for code, heads in (("archive", _ARCHIVES), ("binary", _PROGRAMS)):
        if data.startswith(heads):
            _refuse_unless_text(data, code)
    if data.startswith(_PICTURES):
        _refuse_unless_text(data, "picture")
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if _FLAT_ODT.match(head):
        return "odt-flat"
    if _HTML_HEAD.match(head) or (suffix in _HTML_NAMES and _HTML_TAG.search(data[:65536])):
        return "html"
    return "markdown" if suffix in _MARKDOWN_NAMES else "text"


def _refuse_unless_text(data: bytes, code: str) -> None:
    """Words can begin like a magic number (« MZ », « BM »): what has no control character is text all the same."""
    if any(byte < 9 or 14 <= byte < 32 for byte in data[:4096]) or not data[:1].isascii():
        raise Unreadable(code)


def _ole_code(data: bytes) -> str:
    """Which old Microsoft container it is: the names of its streams stand in it as UTF-16."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return "encrypted"
    if holds("WordDocument"):
        return "word-binary"
    if holds("Workbook") or holds("Book"):
        return "spreadsheet"
    if holds("PowerPoint Document"):
        return "slides"
    return "office-binary"
