"""Makes the files that the readers' tests read: their parts written by hand, so that no library smooths them over."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from filrouge.domain.reading.blocks import Block, Extract
from filrouge.formats.readers import Limits, read_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def zipped(entries: Mapping[str, bytes | str]) -> bytes:
    """A zip file of these entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of Word with one run: the content of its ``w:pPr`` and ``w:rPr``."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of Word."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, number: int, level: int = 0) -> str:
    """A paragraph of Word in a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def word_parts(
    body: str,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    related: Mapping[str, str] | None = None,
    title: str = "",
    content_type: str = DOCUMENT_TYPE,
) -> dict[str, bytes | str]:
    """The parts of a Word file; ``related`` adds parts by relation id, under ``word/ID.xml``."""
    parts = {"styles": styles, "numbering": numbering, "footnotes": footnotes}
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind, xml in parts.items()
        if xml
    )
    relations += "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/other" Target="{name}.xml"/>' for name in related or ()
    )
    entries: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/word/document.xml" '
        f'ContentType="{content_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    entries |= {f"word/{kind}.xml": f"<w:{kind} {SPACES}>{xml}</w:{kind}>" for kind, xml in parts.items() if xml}
    entries |= {f"word/{name}.xml": xml for name, xml in (related or {}).items()}
    if title:
        entries["docProps/core.xml"] = (
            f'<c:coreProperties xmlns:c="{_PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c:coreProperties>'
        )
    return entries


def word(body: str, **parts: Any) -> bytes:
    """A Word file; the keywords are those of :func:`word_parts`."""
    return zipped(word_parts(body, **parts))


def odt_parts(body: str, automatic: str = "", styles: str = "", title: str = "") -> dict[str, bytes | str]:
    """The parts of an OpenDocument text."""
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {ODF}><office:styles>{styles}</office:styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {ODF}><office:meta><dc:title>{title}</dc:title></office:meta>"
        "</office:document-meta>",
    }


def odt(body: str, **parts: str) -> bytes:
    """An OpenDocument text; the keywords are those of :func:`odt_parts`."""
    return zipped(odt_parts(body, **parts))


def show(x: float, y: float, text: str, size: float = 11, bold: bool = False, rise: float = 0) -> str:
    """Drawing one line of text on a PDF page, ``y`` upwards from the foot of the page."""
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{2 if bold else 1} {size} Tf {rise} Ts {x} {y} Td ({safe}) Tj ET\n"


def rule(x1: float, y1: float, x2: float, y2: float) -> str:
    """Drawing a straight line on a PDF page."""
    return f"0.5 w {x1} {y1} m {x2} {y2} l S\n"


def pdf(*pages: str, title: str = "", trailer: str = "", page_extra: str = "", image: bool = False) -> bytes:
    """A PDF of A4 pages from their drawing operators (in Latin-1), with Helvetica as F1 and its bold as F2."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    objects.append(f"<< /Title ({title}) >>")
    picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    objects.append(picture + "/Length 1 >>\nstream\n\x80\nendstream")
    kids = []
    for drawing in pages:
        content = drawing + ("q 400 0 0 600 50 50 cm /I1 Do Q\n" if image else "")
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R {page_extra} "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I1 6 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    return _written(objects, trailer)


def _written(objects: Iterable[str], trailer: str) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252", "replace")
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R /Info 5 0 R {trailer} >>\n".encode()
    return out + f"startxref\n{start}\n%%EOF\n".encode()


def extract(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> Extract:
    """What the reader makes of a file of that name and content, its places checked against its text."""
    file = folder / name
    file.write_bytes(data)
    found = read_file(file) if limits is None else read_file(file, limits)
    for block in found.blocks:
        assert found.text[block.place.start : block.place.end] == block.text
    ends = [0, *(block.place.end for block in found.blocks)]
    assert all(block.place.start >= end for block, end in zip(found.blocks, ends, strict=False))
    return found


def texts(found: Extract) -> list[str]:
    """The texts of the blocks, the empty ones left out."""
    return [block.text for block in found.blocks if block.text]


def block_of(found: Extract, text: str) -> Block:
    """The one block with that text."""
    blocks = [block for block in found.blocks if block.text == text]
    assert len(blocks) == 1, f"{len(blocks)} blocks say {text!r}"
    return blocks[0]


def cells(found: Extract) -> list[tuple[str, int, int, int, int]]:
    """Text, row, column, columns spanned and rows spanned of each block of a table."""
    return [
        (b.text, b.cell.row, b.cell.column, b.cell.columns_spanned, b.cell.rows_spanned) for b in found.blocks if b.cell
    ]
