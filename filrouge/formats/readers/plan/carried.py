"""What runs in the child process: the Word file of a plan taken apart into keyed words, as JSON, and nothing judged.

A node is a paragraph or a table. Words in a content control of ours have its key; so have words between the two ends of
a bookmark of ours, for programs that drop the tags of controls. Tracked changes are read as accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from filrouge.formats.readers.archives import Archive
from filrouge.formats.readers.docx.inline import MC, chosen
from filrouge.formats.readers.docx.package import W, main_part, val, whole
from filrouge.formats.readers.limits import Limits, Unreadable
from filrouge.formats.readers.plan.word_lists import Lists, Parts
from filrouge.formats.readers.xmlsafe import Element, parse_xml
from filrouge.formats.writers.plan.carry import NAMESPACE, PROPERTIES, unpacked

Json = dict[str, Any]
_BOOKMARK = re.compile(r"_fr(\d{1,7})(_\d{1,7})?")
_KEPT = {W + name for name in ("customXml", "smartTag", "ins", "moveTo", "sdtContent", "hyperlink", "fldSimple")}
_GONE = {W + "del", W + "moveFrom"}
_LINE = {W + "br": "\n", W + "cr": "\n", W + "tab": "\t", W + "noBreakHyphen": "-"}
_DEEPEST = 200


def read(data: bytes, limits: Limits) -> Json:
    """The nodes of the main text, what the file carries, its comments; ``state`` is ``ours``, ``not-ours`` or
    ``carrier-lost`` (it left from here, but what it carried of the plan is gone).

    Raises Unreadable for what is no Word file or cannot be parsed.
    """
    archive = Archive(data, limits)
    main = main_part(archive) if "[Content_Types].xml" in archive.names else None
    if main is None or main[1] != "document":
        return {"state": "not-ours", "facts": {}}
    facts, payload = _carrier(archive)
    if payload is None:
        return {"state": "carrier-lost" if facts.get("plan") else "not-ours", "facts": facts}
    keys = [str(row[0]) for row in payload["keys"]]
    parts = Parts(archive, main[0])
    walker = _Walker(parts, keys)
    body = parts.document.find(W + "body")
    nodes = list(walker.nodes(body, None, 0)) if body is not None else []
    found = {"state": "ours", "facts": facts, "payload": payload, "nodes": nodes, "tracked": walker.tracked}
    return {**found, "comments": _comments(parts, walker.commented), "notes": _notes(parts)}


def _carrier(archive: Archive) -> tuple[dict[str, str], Mapping[str, Any] | None]:
    """The facts that the file says of itself, and the plan that left in it."""
    facts = _properties(archive)
    for name in sorted(archive.names):
        if not (name.startswith("customXml/") and name.endswith(".xml")):
            continue
        data = archive.read(name)
        if NAMESPACE.encode() not in data:
            continue
        try:
            root = parse_xml(data)
            if root.tag != f"{{{NAMESPACE}}}filrouge":
                continue
            facts = {one: root.get(one, "") for one in PROPERTIES}
            return facts, unpacked("".join(map(str, root.itertext())))
        except (Unreadable, ValueError):
            continue
    return facts, None


def _properties(archive: Archive) -> dict[str, str]:
    data = archive.get("docProps/custom.xml")
    found: dict[str, str] = {}
    for one in parse_xml(data) if data else ():
        name = one.get("name", "")
        if name.startswith("filrouge."):
            found[name.removeprefix("filrouge.")] = "".join(map(str, one.itertext()))
    return found


class _Walker:
    """Goes through the text once. ``commented`` says for each comment which key and which node it stands at."""

    def __init__(self, parts: Parts, keys: list[str]) -> None:
        self._parts, self._keys, self._known = parts, keys, set(keys)
        self._lists = Lists(parts)
        self._fields: list[str] = []
        self._bookmarks: dict[str, str] = {}
        self._pending: list[list[Any]] = []
        self._boxes: list[Element] = []
        self._count = 0
        self.tracked = False
        self.commented: dict[str, tuple[str | None, int]] = {}

    def nodes(self, container: Element, block: str | None, depth: int) -> Iterator[Json]:
        """The nodes of a body, a cell or a box; ``block`` is the key of the control around them."""
        if depth > _DEEPEST:
            raise Unreadable("too-deep")
        for child in container:
            tag = child.tag
            if tag == W + "p":
                yield from self._with_boxes(child, block, depth)
            elif tag == W + "tbl":
                yield self._table(child, block, depth)
            elif tag == W + "sdt":
                content = None if _is_contents(child) else child.find(W + "sdtContent")
                yield from self.nodes(content, self._tag(child) or block, depth + 1) if content is not None else ()
            elif tag in _GONE:
                self.tracked = True
            elif tag in _KEPT:
                self.tracked = self.tracked or tag in (W + "ins", W + "moveTo")
                yield from self.nodes(child, block, depth + 1)
            elif tag == MC + "AlternateContent":
                yield from self.nodes(chosen(child), block, depth + 1)

    def _with_boxes(self, paragraph: Element, block: str | None, depth: int) -> Iterator[Json]:
        """A paragraph, and the text boxes anchored in it."""
        node = self._paragraph(paragraph, block)
        if node is not None:
            yield node
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.nodes(box, None, depth + 1)

    def _tag(self, control: Element) -> str | None:
        """The key of a control, None when it is none of ours."""
        properties = control.find(W + "sdtPr")
        gallery = None if properties is None else properties.find(W + "docPartObj")
        tags = (val(properties, "tag"), val(gallery, "docPartCategory"))
        return next((tag for tag in tags if tag in self._known), None)

    # --- paragraphs

    def _paragraph(self, paragraph: Element, block: str | None) -> Json | None:
        self._bookmarks = {}
        segments, self._pending = self._pending, []
        seen: set[str] = set()
        self._inline(paragraph, None, "", False, segments, seen, 0)
        properties = paragraph.find(W + "pPr")
        mark = None if properties is None else properties.find(W + "rPr")
        if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
            self.tracked = True
            self._pending = segments  # its end is deleted: what is left of it begins the next paragraph
            return None
        style = self._parts.style_name(val(properties, "pStyle"))
        if style.startswith(("toc ", "contents ")):
            return None
        around = min(seen, default=None)
        node: Json = {"k": "p", "style": style, "block": block or around, "segs": segments, "n": self._count}
        self._count += 1
        node["level"] = self._parts.outline(properties)
        node["list"] = self._lists.of(properties)
        node["left"] = self._lists.left(properties)
        return node

    def _inline(
        self, element: Element, key: str | None, href: str, hint: bool, out: list[list[Any]], seen: set[str], depth: int
    ) -> None:
        if depth > _DEEPEST:
            raise Unreadable("too-deep")
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child, key, href, hint, out)
            elif tag == W + "sdt":
                self._control(child, key, href, out, seen, depth)
            elif tag in (W + "bookmarkStart", W + "bookmarkEnd"):
                self._bookmark(child, out, seen)
            elif tag == W + "commentRangeStart":
                self.commented[child.get(W + "id", "")] = (key or self._current(), self._count)
            elif tag in _GONE:
                self.tracked = True
            elif tag == W + "hyperlink":
                target = self._parts.link(child)
                self._inline(child, key, target or href, hint, out, seen, depth + 1)
            elif tag in _KEPT:
                self.tracked = self.tracked or tag in (W + "ins", W + "moveTo")
                self._inline(child, key, href, hint, out, seen, depth + 1)
            elif tag == MC + "AlternateContent":
                self._inline(chosen(child), key, href, hint, out, seen, depth + 1)

    def _control(
        self, control: Element, key: str | None, href: str, out: list[list[Any]], seen: set[str], depth: int
    ) -> None:
        content = control.find(W + "sdtContent")
        if content is None:
            return
        properties = control.find(W + "sdtPr")
        own = self._tag(control) or key
        hint = properties is not None and properties.find(W + "showingPlcHdr") is not None
        if own and own != key:
            out.append([own, "", "", "", hint])  # also when it holds nothing any more
        self._inline(content, own, href, hint, out, seen, depth + 1)

    def _bookmark(self, one: Element, out: list[list[Any]], seen: set[str]) -> None:
        identity = one.get(W + "id", "")
        if one.tag == W + "bookmarkEnd":
            self._bookmarks.pop(identity, None)
            return
        found = _BOOKMARK.fullmatch(one.get(W + "name", ""))
        if found and int(found[1]) < len(self._keys):
            key = self._keys[int(found[1])]
            if found[2]:
                seen.add(key)
            else:
                self._bookmarks[identity] = key

    def _current(self) -> str | None:
        """The key of the bookmark that stands open, the last one opened."""
        return next(reversed(self._bookmarks.values()), None)

    def _run(self, run: Element, key: str | None, href: str, hint: bool, out: list[list[Any]]) -> None:
        marks = self._parts.marks(run.find(W + "rPr"), bool(href))
        for child in run:
            tag = child.tag
            if tag == W + "fldChar":
                self._field(child.get(W + "fldCharType", ""))
            elif tag == W + "t" or tag in _LINE:
                if "code" not in self._fields:
                    text = _LINE.get(tag) or child.text or ""
                    out.append([key or self._current(), text, marks, href, hint])
            elif tag == W + "commentReference":
                self.commented.setdefault(child.get(W + "id", ""), (key or self._current(), self._count))
            elif tag in (W + "drawing", W + "pict", W + "object", MC + "AlternateContent"):
                branch = chosen(child) if tag == MC + "AlternateContent" else child
                self._boxes += list(branch.iter(W + "txbxContent"))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("code")
        elif kind == "separate" and self._fields:
            self._fields[-1] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    # --- tables

    def _table(self, table: Element, block: str | None, depth: int) -> Json:
        rows: list[list[Json]] = []
        first = self._count
        self._count += 1
        for row in self._inside(table, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                self.tracked = True
                continue
            rows.append([self._cell(cell, depth) for cell in self._inside(row, W + "tc")])
        return {"k": "t", "block": block or _first_key(rows), "rows": rows, "n": first}

    def _inside(self, element: Element, tag: str) -> Iterator[Element]:
        """The rows of a table or the cells of a row, controls and tracked insertions opened."""
        for child in element:
            if child.tag == tag:
                yield child
            elif child.tag == W + "sdt":
                content = child.find(W + "sdtContent")
                yield from self._inside(content, tag) if content is not None else ()
            elif child.tag in _KEPT:
                yield from self._inside(child, tag)

    def _cell(self, cell: Element, depth: int) -> Json:
        properties = cell.find(W + "tcPr")
        merge = None if properties is None else properties.find(W + "vMerge")
        down = "" if merge is None else merge.get(W + "val", "continue")
        columns = whole(val(properties, "gridSpan")) or 1
        nodes = list(self.nodes(cell, None, depth + 1))
        low = val(properties, "vAlign") == "bottom"  # as our heads stand, whatever they hold
        return {"columns": max(1, min(columns, 60)), "down": down, "low": low, "nodes": nodes}


def _first_key(rows: list[list[Json]]) -> str | None:
    """The key that a bookmark in the first cell gives to the table."""
    for node in (node for cell in rows[0][:1] for node in cell["nodes"]) if rows else ():
        if node["k"] == "p":
            key: str | None = node["block"] or next((one[0] for one in node["segs"]), None)
            return key
    return None


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "contents" in gallery.get(W + "val", "").lower()


def _comments(parts: Parts, at: Mapping[str, tuple[str | None, int]]) -> list[list[Any]]:
    """The comments as [key, node, words]."""
    found = []
    for one in parts.comments if parts.comments is not None else ():
        key, node = at.get(one.get(W + "id", ""), (None, 0))
        found.append([key, node, _words(one)])
    return [one for one in found if one[2]]


def _notes(parts: Parts) -> list[str]:
    """The words of footnotes and endnotes; ours have none."""
    roots = [one for one in (parts.footnotes, parts.endnotes) if one is not None]
    notes = [_words(one) for root in roots for one in root if one.get(W + "type", "normal") == "normal"]
    return [one for one in notes if one]


def _words(element: Element) -> str:
    lines = ("".join(t.text or "" for t in p.iter(W + "t")) for p in element.iter(W + "p"))
    return "\n".join(line for line in lines if line.strip()).strip()
