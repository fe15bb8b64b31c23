"""OpenDocument texts, each made for the one thing that it shows."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import odfdo
import pytest

from filrouge.domain.reading.blocks import Extract
from tests.formats.readers.making import ODF, block_of, cells, extract, odt, odt_parts, texts, zipped

Read = Callable[..., Extract]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads an OpenDocument text with that body; the keywords are the other parts."""

    def run(body: str, **parts: str) -> Extract:
        return extract(tmp_path, "essai.odt", odt(body, **parts))

    return run


def style(name: str, properties: str = "", attributes: str = "", family: str = "paragraph", parent: str = "") -> str:
    above = f'style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}" {above} {attributes}>{properties}</style:style>'


def printed(attributes: str) -> str:
    return f"<style:text-properties {attributes}/>"


def p(text: str, name: str = "") -> str:
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def number(rank: int, form: str = "1", attributes: str = "") -> str:
    return f'<text:list-level-style-number text:level="{rank}" style:num-format="{form}" {attributes}/>'


def items(*contents: str, attributes: str = 'text:style-name="L"') -> str:
    inside = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f"<text:list {attributes}>{inside}</text:list>"


def labels(found: Extract) -> list[str | None]:
    return [block.label for block in found.blocks]


OUTLINE = "<text:outline-style>{}</text:outline-style>"
L = '<text:list-style style:name="L">{}</text:list-style>'


class TestHeadings:
    def test_outline_levels_and_numbers(self, read: Read) -> None:
        outline = "".join(
            f'<text:outline-level-style text:level="{at}" style:num-format="1" text:display-levels="{at}"/>'
            for at in (1, 2)
        )
        body = "".join(f'<text:h text:outline-level="{at}">T</text:h>' for at in (1, 2, 2, 1))
        body += '<text:h text:outline-level="1" text:is-list-header="true">Annexe</text:h>'
        body += '<text:h text:outline-level="3">Sans numéro</text:h>'
        found = read(body, styles=OUTLINE.format(outline))
        assert [b.heading for b in found.blocks] == [1, 2, 2, 1, 1, 3]
        assert labels(found) == ["1", "1.1", "1.2", "2", None, None]

    def test_heading_whose_style_takes_its_number_away(self, read: Read) -> None:
        outline = (
            '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/></text:outline-style>'
        )
        body = '<text:h text:outline-level="1" text:style-name="N">Avant-propos</text:h>'
        found = read(body, styles=OUTLINE.format(outline) + style("N", attributes='style:list-style-name=""'))
        assert labels(found) == [None]

    def test_paragraph_in_a_heading_style(self, read: Read) -> None:
        styles = style("Titre_20_2", attributes='style:display-name="Titre 2"')
        found = read(p("Objet", "P1"), automatic=style("P1", parent="Titre_20_2"), styles=styles)
        assert found.blocks[0].heading == 2

    def test_tables_of_contents_are_left_out(self, read: Read) -> None:
        body = f"<text:table-of-content><text:index-body>{p('Objet 3')}</text:index-body></text:table-of-content>"
        assert texts(read(body + p("Corps"))) == ["Corps"]


class TestLists:
    def test_levels(self, read: Read) -> None:
        styles = L.format(
            number(1, attributes='style:num-suffix="."')
            + number(2, attributes='text:display-levels="2"')
            + number(3, "a", 'style:num-suffix=")"')
        )
        inner = items(p("x"), p("x") + items(p("x"), p("x"), attributes=""), attributes="")
        found = read(items(p("x") + inner, p("x")), styles=styles)
        assert labels(found) == ["1.", "1.1", "1.2", "a)", "b)", "2."]
        assert [b.list_level for b in found.blocks] == [0, 1, 1, 2, 2, 0]

    def test_second_paragraph_of_an_item_has_no_number(self, read: Read) -> None:
        found = read(items(p("a") + p("suite"), p("b")), styles=L.format(number(1)))
        assert labels(found) == ["1", None, "2"]

    def test_lists_start_anew_or_go_on(self, read: Read) -> None:
        body = (
            items(p("x"), p("x"), attributes='text:style-name="L" xml:id="l1"')
            + items(p("x"))
            + items(p("x"), attributes='text:style-name="L" text:continue-numbering="true"')
            + items(p("x"), attributes='text:style-name="L" text:continue-list="l1"')
        )
        assert labels(read(body, styles=L.format(number(1)))) == ["1", "2", "1", "2", "3"]

    def test_list_of_another_style_between_two_parts_of_a_list(self, read: Read) -> None:
        other = '<text:list-style style:name="M"><text:list-level-style-bullet text:level="1"/></text:list-style>'
        body = (
            items(p("x"), p("x"))
            + items(p("x"), p("x"), attributes='text:style-name="M"')
            + items(items(p("x"), attributes=""), attributes='text:style-name="L" text:continue-numbering="true"')
        )
        styles = L.format(number(1) + number(2, attributes='text:display-levels="2"')) + other
        assert labels(read(body, styles=styles)) == ["1", "2", "•", "•", "2.1"]

    def test_start_values(self, read: Read) -> None:
        body = '<text:list text:style-name="L"><text:list-item text:start-value="9">{}</text:list-item></text:list>'
        styles = L.format(number(1, attributes='text:start-value="4"'))
        assert labels(read(items(p("x"), p("x")) + body.format(p("x")), styles=styles)) == ["4", "5", "9"]

    def test_bullets_headers_and_patterns(self, read: Read) -> None:
        bullet = '<text:list-level-style-bullet text:level="1" text:bullet-char="{}"/>'
        body = f'<text:list text:style-name="L"><text:list-header>{p("tête")}</text:list-header></text:list>'
        assert labels(read(items(p("x")), styles=L.format(bullet.format("\uf0a7")))) == ["•"]
        assert labels(read(body + items(p("x")), styles=L.format(bullet.format("–")))) == [None, "–"]
        pattern = number(1, "I", 'loext:num-list-format="Titre %1% :"')
        assert labels(read(items(p("x")), styles=L.format(pattern))) == ["Titre I :"]

    def test_style_of_the_list_comes_from_its_paragraph(self, read: Read) -> None:
        styles = L.format(number(1, "A")) + style("P", attributes='style:list-style-name="L"')
        assert labels(read(items(p("x", "P"), attributes=""), styles=styles)) == ["A"]


class TestLook:
    def test_bold_and_capitals_through_styles_and_spans(self, read: Read) -> None:
        styles = style("G", printed('fo:font-weight="bold"')) + style("E", parent="G")
        spans = style("N", printed('fo:font-weight="normal"'), family="text")
        spans += style("C", printed('fo:text-transform="uppercase" fo:font-weight="700"'), family="text")
        body = p("a", "E") + p('<text:span text:style-name="N">b</text:span>', "E")
        body += p('<text:span text:style-name="C">c</text:span>')
        found = read(body, styles=styles, automatic=spans)
        assert [(b.bold, b.caps) for b in found.blocks] == [(True, False), (False, False), (True, True)]

    def test_sizes_in_points_and_per_cent(self, read: Read) -> None:
        styles = (
            '<style:default-style style:family="paragraph">'
            + printed('fo:font-size="10pt"')
            + "</style:default-style>"
            + style("G", printed('fo:font-size="20pt"'))
            + style("H", printed('fo:font-size="150%"'), parent="G")
        )
        assert [b.size for b in read(p("a") + p("b", "G") + p("c", "H"), styles=styles).blocks] == [10.0, 20.0, 30.0]

    def test_hidden_text_and_sections(self, read: Read) -> None:
        hidden = style("H", printed('text:display="none"'), family="text")
        body = p('Vu<text:span text:style-name="H"> caché</text:span>')
        body += f'<text:section text:display="none">{p("section cachée")}</text:section>'
        body += f"<text:section>{p('section')}</text:section>"
        found = read(body, automatic=hidden)
        assert (texts(found), found.doubts) == (["Vu", "section"], ("hidden-text-dropped",))


class TestParagraphs:
    def test_white_space(self, read: Read) -> None:
        body = p('  a \n b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e<text:span> </text:span> f')
        assert texts(read(body)) == ["a b  c\td\ne f"]

    def test_notes_and_annotations(self, read: Read) -> None:
        note = (
            "<text:note><text:note-citation>1</text:note-citation>"
            f"<text:note-body>{p('La note.')}</text:note-body></text:note>"
        )
        found = read(p(f"Le texte{note} va.<office:annotation>{p('avis')}</office:annotation>"))
        assert [(b.text, b.footnote) for b in found.blocks] == [("Le texte va.", False), ("La note.", True)]

    def test_tracked_changes(self, read: Read) -> None:
        body = (
            "<text:tracked-changes><text:changed-region><text:deletion>"
            f"{p('retrait')}</text:deletion></text:changed-region></text:tracked-changes>"
            + p('Garder <text:change-start text:change-id="c"/>ajout<text:change-end text:change-id="c"/>')
        )
        found = read(body)
        assert (texts(found), found.doubts) == (["Garder ajout"], ("tracked-changes-resolved",))

    def test_boxes(self, read: Read) -> None:
        frame = '<draw:frame svg:x="{}cm" svg:y="0cm"><draw:text-box>{}</draw:text-box><draw:image/></draw:frame>'
        shape = '<draw:custom-shape svg:x="9cm" svg:y="8cm">{}<draw:enhanced-geometry/></draw:custom-shape>'
        inside = shape.format(p("bas")) + frame.format(9, p("droite")) + frame.format(1, p("gauche"))
        found = read(p("Ancre" + inside) + frame.format(0, p("page")))
        assert [(b.text, b.box) for b in found.blocks] == [
            ("Ancre", None),
            ("gauche", 0),
            ("droite", 1),
            ("bas", 2),
            ("page", 3),
        ]


class TestTables:
    def test_spans_and_repeats(self, read: Read) -> None:
        def tc(text: str, attributes: str = "") -> str:
            return f"<table:table-cell {attributes}>{p(text)}</table:table-cell>"

        covered = "<table:covered-table-cell/>"
        twice = 'table:number-columns-repeated="2"'
        head = tc("D", 'table:number-rows-spanned="2"') + tc("2030", 'table:number-columns-spanned="2"') + covered
        body = (
            f"<table:table><table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
            f"<table:table-row>{covered}{tc('A', twice)}</table:table-row>"
            '<table:table-row table:number-rows-repeated="9000000"><table:table-cell/></table:table-row></table:table>'
        )
        assert cells(read(body)) == [
            ("D", 0, 0, 1, 2),
            ("2030", 0, 1, 2, 1),
            ("A", 1, 1, 1, 1),
            ("A", 1, 2, 1, 1),
        ]

    def test_hidden_rows(self, read: Read) -> None:
        row = "<table:table-row {}><table:table-cell>{}</table:table-cell><table:table-cell/></table:table-row>"
        shown, hidden = row.format("", p("a")), row.format('table:visibility="collapse"', p("b"))
        found = read(f"<table:table>{shown}{hidden}</table:table>")
        assert (texts(found), found.doubts) == (["a"], ("hidden-text-dropped",))

    def test_as_the_library_of_odf_files_makes_them(self, tmp_path: Path) -> None:
        made = odfdo.Document("text")
        made.body.clear()
        made.body.append(odfdo.Header(1, "Moyens"))
        made.body.append(odfdo.List(["un", "deux"]))
        table = odfdo.Table("T", width=2, height=2)
        for at, text in enumerate("abcd"):
            table.set_value((at % 2, at // 2), text)
        made.body.append(table)
        out = io.BytesIO()
        made.save(out)
        found = extract(tmp_path, "essai.odt", out.getvalue())
        assert block_of(found, "Moyens").heading == 1
        assert block_of(found, "deux").list_level == 0
        assert [cell[:3] for cell in cells(found)] == [("a", 0, 0), ("b", 0, 1), ("c", 1, 0), ("d", 1, 1)]


class TestPackage:
    def test_title_and_macros(self, tmp_path: Path) -> None:
        parts = odt_parts(p("Corps"), title="Plan inventé") | {"Basic/script-lc.xml": "<a/>"}
        found = extract(tmp_path, "essai.odt", zipped(parts))
        assert (found.format, found.title, found.doubts) == ("odt", "Plan inventé", ("macros-ignored",))

    def test_one_xml_file(self, tmp_path: Path) -> None:
        body = f"<office:body><office:text>{p('Corps')}</office:text></office:body>"
        whole = f'<?xml version="1.0"?>\n<office:document {ODF}>{body}</office:document>'
        found = extract(tmp_path, "essai.fodt", whole.encode())
        assert (found.format, texts(found)) == ("odt", ["Corps"])
