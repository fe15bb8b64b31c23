"""A zip file: which office document it holds, if any."""

from __future__ import annotations

from filrouge.domain.reading.blocks import Extract
from filrouge.formats.readers.archives import Archive
from filrouge.formats.readers.limits import Limits, Unreadable

_ODT_TYPES = ("application/vnd.oasis.opendocument.text",)


def read(data: bytes, limits: Limits) -> Extract:
    """The extract of a docx or an odt.

    Raises :class:`Unreadable`: what :class:`~filrouge.formats.readers.archives.Archive` refuses; ``spreadsheet``,
    ``slides``, ``office-other`` for other office files, ``archive`` for a zip file of anything else.
    """
    archive = Archive(data, limits)
    if "[Content_Types].xml" in archive.names:
        return _office_open(archive)
    if "mimetype" in archive.names or "content.xml" in archive.names:
        return _open_document(archive)
    raise Unreadable("archive")


def _office_open(archive: Archive) -> Extract:
    from filrouge.formats.readers import docx

    main = docx.main_part(archive)
    if main is None:
        raise Unreadable("damaged")
    part, kind = main
    if kind == "document":
        return docx.read(archive, part)
    raise Unreadable({"workbook": "spreadsheet", "presentation": "slides"}.get(kind, "office-other"))


def _open_document(archive: Archive) -> Extract:
    kind = (archive.get("mimetype") or b"").strip().decode("ascii", errors="replace")
    if kind and not kind.startswith(_ODT_TYPES):
        for word, code in (
            ("spreadsheet", "spreadsheet"),
            ("presentation", "slides"),
            ("opendocument", "office-other"),
        ):
            if word in kind:
                raise Unreadable(code)
        raise Unreadable("archive")
    from filrouge.formats.readers import odt

    return odt.read_archive(archive)
