"""The parts of a Word file and how they refer to each other (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath

from filrouge.formats.readers.archives import Archive
from filrouge.formats.readers.limits import Unreadable
from filrouge.formats.readers.xmlsafe import Element, parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
}
_KINDS = (
    ("wordprocessingml", "document"),
    ("ms-word", "document"),
    ("spreadsheetml", "workbook"),
    ("ms-excel", "workbook"),
    ("presentationml", "presentation"),
    ("ms-powerpoint", "presentation"),
)


def _xml(data: bytes) -> Element:
    for strict, transitional in _STRICT.items():  # ISO 29500 strict: the same elements under another name space
        data = data.replace(strict, transitional)
    return parse_xml(data)


def _relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Of a part (``""`` for the package): relation id → (last word of its type, part it points to)."""
    folder, name = posixpath.split(part)
    data = archive.get(posixpath.join(folder, "_rels", name + ".rels"))
    found: dict[str, tuple[str, str]] = {}
    for relation in parse_xml(data).iter(_RELATIONSHIP) if data else ():
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))[1:]
            found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], target)
    return found


def main_part(archive: Archive) -> tuple[str, str] | None:
    """The main part and its kind (``document``, ``workbook``, ``presentation``, ``other``), None when there is none."""
    part = next((target for kind, target in _relations(archive, "").values() if kind == "officeDocument"), None)
    if part is None or part not in archive.names:
        part = next((name for name in ("word/document.xml", "xl/workbook.xml") if name in archive.names), None)
        if part is None:
            return None
    declared = next(
        (
            e.get("ContentType", "")
            for e in parse_xml(archive.read("[Content_Types].xml"))
            if e.get("PartName") == "/" + part
        ),
        "wordprocessingml" if part.startswith("word/") else "",
    )
    return part, next((kind for word, kind in _KINDS if word in declared), "other")


class Package:
    """The XML parts of a Word file that hold text or say how it is numbered and printed."""

    def __init__(self, archive: Archive, part: str) -> None:
        self._archive = archive
        self._relations = _relations(archive, part)
        self.document = _xml(archive.read(part))
        self.styles = self._related("styles")
        self.numbering = self._related("numbering")
        self.footnotes = self._related("footnotes")
        self.endnotes = self._related("endnotes")
        self.macros = any(name.endswith("vbaProject.bin") for name in archive.names)

    def _related(self, kind: str) -> Element | None:
        target = next((target for found, target in self._relations.values() if found == kind), None)
        data = self._archive.get(target) if target else None
        return None if data is None else _xml(data)

    def target(self, relation: str) -> Element | None:
        """The root of the part that a relation id points to, None when there is none or it is not XML."""
        data = self._archive.get(self._relations.get(relation, ("", ""))[1])
        try:
            return None if data is None else _xml(data)
        except Unreadable as error:
            if error.code != "damaged":
                raise
            return None

    def title(self) -> str | None:
        """The title in the file's properties, None when empty."""
        data = self._archive.get("docProps/core.xml")
        found = parse_xml(data).findtext("{http://purl.org/dc/elements/1.1/}title") if data else None
        return " ".join(found.split()) or None if found else None


def val(element: Element | None, child: str) -> str | None:
    """The ``w:val`` of the child ``w:NAME``; None when the child or the value is not there."""
    found = None if element is None else element.find(W + child)
    return None if found is None else found.get(W + "val")


def on(element: Element | None, child: str) -> bool | None:
    """An on-off property (``w:b``): None when it is not said."""
    found = None if element is None else element.find(W + child)
    return None if found is None else found.get(W + "val", "1") not in ("0", "false", "off")


def whole(value: str | None) -> int | None:
    """A whole number as files write it (``12``, ``12.0``), None when it is none."""
    try:
        return None if value is None else int(float(value))
    except (ValueError, OverflowError):
        return None
