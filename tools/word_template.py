"""Makes the Word template that the package ships: ``python -m tools.word_template``.

An entity replaces it by its own, which keeps the names of the styles and the tags; see
:mod:`filrouge.formats.writers.plan.word_template`.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from lxml.etree import _Element

from filrouge.formats.writers.plan.word_template import OURS
from filrouge.formats.writers.plan.word_xml import complex_field, element, holding, run

SERIF, SANS = "Cambria", "Calibri"
THREAD, INK, SOFT, RULE = "B3122B", "1C1A17", "5C564C", "C9C2B4"
WIDTH = Cm(21 - 2 * 2.4)


def main() -> None:
    """Write the template into the package."""
    OURS.write_bytes(made())


def made() -> bytes:
    """The bytes of the template, the same each time."""
    document = Document()
    body = document.element.body
    for child in list(body):
        if not child.tag.endswith("sectPr"):
            body.remove(child)
    _page(document)
    _defaults(document)
    _headings(document)
    _texts(document)
    _tables(document)
    _title_block(document)
    _header_and_footer(document)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "Filrouge", "", ""
    properties.created = properties.modified = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    stream = io.BytesIO()
    document.save(stream)
    return _timeless(stream.getvalue())


def _timeless(data: bytes) -> bytes:
    """The same archive without the hour of its making, so that making it again changes nothing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _page(document: Doc) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.2)
    section.header_distance, section.footer_distance = Cm(1.2), Cm(1.1)


def _defaults(document: Doc) -> None:
    """Serif for the document's own words; no style inherits a theme's font behind our back."""
    fonts = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:rFonts')}")
    assert fonts is not None
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    _font(document.styles["Normal"], SERIF, 10.5, INK)
    spacing = document.styles["Normal"].paragraph_format
    spacing.space_after, spacing.line_spacing = Pt(6), 1.2
    spacing.widow_control = True


def _font(style: Any, family: str, size: float, colour: str, *, bold: bool = False, italic: bool = False) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = family, Pt(size), bold, italic
    font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), family)


def _style(document: Doc, name: str, based: str = "Normal", kind: Any = WD_STYLE_TYPE.PARAGRAPH) -> Any:
    styles = document.styles
    style = styles[name] if name in [one.name for one in styles] else styles.add_style(name, kind)
    style.base_style = styles[based] if based else None
    style.quick_style, style.hidden, style.unhide_when_used = True, False, False
    return style


def _space(style: Any, before: float, after: float, *, keep: bool = False, line: float = 1.15) -> None:
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)
    spacing.keep_with_next, spacing.line_spacing = keep, line


def _border(style: Any, side: str, colour: str, eighths: int, space: int) -> None:
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    border = element("pBdr")
    border.append(element(side, "single", sz=eighths, space=space, color=colour))
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _headings(document: Doc) -> None:
    sizes = (19, 15, 12.5, 11.5, 11, 10.5, 10.5, 10.5, 10.5)
    for level, size in enumerate(sizes, 1):
        style = document.styles[f"Heading {level}"]
        _font(style, SERIF, size, INK, bold=level > 1, italic=level > 4)
        _space(style, 26 if level == 1 else 20 - 2 * min(level, 5), 6 if level < 3 else 4, keep=True, line=1.1)
    _border(document.styles["Heading 1"], "bottom", RULE, 4, 3)
    for level in range(1, 7):
        style = _style(document, f"Filrouge Subheading {level}")
        _font(style, SERIF, max(10.5, 12.5 - level / 2), INK, bold=True, italic=level > 3)
        _space(style, 9, 3, keep=True)
    contents = _style(document, "TOC Heading")
    _font(contents, SANS, 9, SOFT, bold=True)
    _space(contents, 18, 4, keep=True)
    for level in range(1, 4):
        style = _style(document, f"TOC {level}")
        _font(style, SERIF, 10.5 if level == 1 else 10, INK)
        _space(style, 3 if level == 1 else 0, 1)
        style.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        style.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _texts(document: Doc) -> None:
    _space(_style(document, "Body Text"), 0, 6, line=1.2)
    rows: tuple[tuple[str, str, float, str, bool, bool, float, float, bool], ...] = (
        # name, font, size, colour, bold, italic, before, after, with the next
        ("Filrouge Kind", SANS, 8, THREAD, True, False, 10, 0, True),
        ("Filrouge Statement", SERIF, 11.5, INK, True, False, 0, 2, True),
        ("Filrouge Action Kind", SANS, 8, SOFT, True, False, 6, 0, True),
        ("Filrouge Action", SERIF, 10.5, INK, False, False, 0, 2, False),
        ("Filrouge Translation", SERIF, 10.5, SOFT, False, True, 0, 2, False),
        ("Filrouge Facts", SANS, 9, INK, False, False, 0, 2, False),
        ("Filrouge Fact", SANS, 9.5, INK, False, False, 0, 1, False),
        ("Filrouge Label", SANS, 9, SOFT, True, False, 8, 2, True),
        ("Filrouge Item", SERIF, 10.5, INK, False, False, 0, 3, False),
        ("Filrouge Note", SANS, 8.5, SOFT, False, True, 0, 3, False),
        ("Filrouge Caption", SANS, 9, INK, True, False, 10, 3, True),
        ("Filrouge Details", SERIF, 10.5, INK, False, False, 0, 3, False),
    )
    for name, family, size, colour, bold, italic, before, after, keep in rows:
        style = _style(document, name)
        _font(style, family, size, colour, bold=bold, italic=italic)
        _space(style, before, after, keep=keep)
    for name, weight in (("Filrouge Statement", 12), ("Filrouge Action", 6)):
        _border(document.styles[name], "left", THREAD, weight, 9)
    for name in ("Filrouge Kind", "Filrouge Action Kind"):
        document.styles[name].element.get_or_add_rPr().append(element("spacing", 12))
    _font(_style(document, "Quote"), SERIF, 10.5, SOFT, italic=True)
    document.styles["Quote"].paragraph_format.left_indent = Cm(0.8)
    for name in ("List Bullet", "List Number", "List Continue"):
        _space(_style(document, name), 0, 3, line=1.2)
    name = _style(document, "Filrouge Name", "Default Paragraph Font", WD_STYLE_TYPE.CHARACTER)
    name.font.color.rgb = RGBColor.from_string(SOFT)
    missing = _style(document, "Filrouge Missing", "Default Paragraph Font", WD_STYLE_TYPE.CHARACTER)
    missing.font.color.rgb, missing.font.italic = RGBColor.from_string(SOFT), True
    link = _style(document, "Hyperlink", "Default Paragraph Font", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor.from_string("1F4E79"), True


def _tables(document: Doc) -> None:
    for name, bold, colour in (
        ("Filrouge Table Text", False, INK),
        ("Filrouge Table Head", True, INK),
        ("Filrouge Table Figure", False, INK),
        ("Filrouge Table Total", True, INK),
    ):
        style = _style(document, name)
        _font(style, SANS, 9, colour, bold=bold)
        _space(style, 2, 2, line=1.05)
    for name in ("Filrouge Table Figure", "Filrouge Table Total"):
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    table = _style(document, "Filrouge Table", "Normal Table", WD_STYLE_TYPE.TABLE)
    borders = holding(
        "tblBorders",
        element("top", "single", sz=8, space=0, color=INK),
        element("bottom", "single", sz=8, space=0, color=INK),
        element("insideH", "single", sz=4, space=0, color=RULE),
    )
    margins = holding("tblCellMar", element("left", w=70, type="dxa"), element("right", w=70, type="dxa"))
    table.element.append(holding("tblPr", element("tblInd", w=0, type="dxa"), borders, margins))
    shade = holding("tcPr", holding("tcBorders", element("bottom", "single", sz=8, space=0, color=INK)))
    first = holding("tblStylePr", shade)
    first.set(qn("w:type"), "firstRow")
    table.element.append(first)


def _title_block(document: Doc) -> None:
    """Entity, title, kind and period, then state, version, day and fingerprint, along the thread."""
    rows = (
        ("Filrouge Cover", "{{ entity }}", SANS, 10, SOFT, True),
        ("Title", "{{ title }}", SERIF, 24, INK, False),
        ("Subtitle", "{{ subtitle }}", SERIF, 14, THREAD, False),
        (
            "Filrouge Cover",
            "{{ version }} · {{ state }} · {{ date }}{% if part %} · {{ part }}{% endif %}",
            "",
            0,
            "",
            False,
        ),
        ("Filrouge Cover", "{{ hash }}", "", 0, "", False),
    )
    for name, text, family, size, colour, bold in rows:
        style = _style(document, name)
        if family:
            _font(style, family, size, colour, bold=bold and name != "Filrouge Cover")
            _space(style, 0, 4, keep=True, line=1.05)
            for old in style.element.rPr.findall(qn("w:spacing")) + style.element.rPr.findall(qn("w:kern")):
                style.element.rPr.remove(old)
            _border(style, "left", THREAD, 24, 14)
            style.paragraph_format.left_indent = Cm(0.6)
        if text == "{{ subtitle }}":
            document.add_paragraph("{%p if subtitle %}")
        paragraph = document.add_paragraph(text, style=name)
        if text == "{{ subtitle }}":
            document.add_paragraph("{%p endif %}")
        if text == "{{ hash }}":
            paragraph.runs[0].font.size = Pt(7.5)
            paragraph.paragraph_format.space_after = Pt(18)
    document.add_paragraph("{{ content }}")


def _header_and_footer(document: Doc) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for name in ("Header", "Footer"):
        style = _style(document, name)
        _font(style, SANS, 8, SOFT)
        for _ in range(len(style.paragraph_format.tab_stops)):
            del style.paragraph_format.tab_stops[0]
        style.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    header = section.header.paragraphs[0]
    header.text = "{{ entity }}\t{{ title }}"
    for footer in (section.footer, section.first_page_footer):
        _number(footer.paragraphs[0])
    section.first_page_header.paragraphs[0].text = ""


def _number(paragraph: Any) -> None:
    """Version, state and fingerprint at the left; page and pages at the right."""
    paragraph.style = "Footer"
    paragraph.text = "{{ version }} · {{ state }} · {{ fingerprint }}\t"
    pieces: list[_Element] = [
        *complex_field("PAGE", run("1")),
        run(" / "),
        *complex_field("NUMPAGES", run("1")),
    ]
    paragraph._p.extend(pieces)


if __name__ == "__main__":
    main()
