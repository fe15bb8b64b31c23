"""Word files, each made for the one thing that it shows."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from filrouge.domain.reading.blocks import Extract
from tests.formats.readers.making import (
    MACRO_TYPE,
    SPACES,
    block_of,
    cells,
    extract,
    numbered,
    p,
    r,
    texts,
    word,
    word_parts,
    zipped,
)

Read = Callable[..., Extract]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a Word file with that body; the keywords are the other parts."""

    def run(body: str, **parts: str) -> Extract:
        return extract(tmp_path, "essai.docx", word(body, **parts))

    return run


def style(name: str, shown: str, properties: str = "", run: str = "", based: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{shown}"/>{base}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def styled(text: str, name: str, properties: str = "", run: str = "") -> str:
    return p(text, f'<w:pStyle w:val="{name}"/>{properties}', run)


def level(rank: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{rank}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 * (rank + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def lists(*levels: str, more: str = "", extra: str = "") -> str:
    """A numbering part: the levels as abstract list 0, list 1 made of it, and what is added."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{extra}{"".join(levels)}</w:abstractNum>'
        f'{more}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def labels(found: Extract) -> list[str | None]:
    return [block.label for block in found.blocks]


class TestHeadings:
    def test_level_comes_from_outline_level_through_parent_styles(self, read: Read) -> None:
        styles = style("A", "Article", '<w:outlineLvl w:val="1"/>') + style("B", "Sous-article", based="A")
        found = read(styled("Objet", "B") + p("Texte."), styles=styles)
        assert [b.heading for b in found.blocks] == [2, None]

    @pytest.mark.parametrize(
        ("shown", "expected"),
        [("heading 3", 3), ("Titre 2", 2), ("Kop 1", 1), ("Überschrift 4", 4), ("Titre", None), ("Normal", None)],
    )
    def test_level_comes_from_the_name_of_the_style_in_four_languages(
        self, read: Read, shown: str, expected: int | None
    ) -> None:
        assert read(styled("Objet", "S"), styles=style("S", shown)).blocks[0].heading == expected

    def test_own_outline_level_beats_the_style(self, read: Read) -> None:
        styles = style("H", "heading 1")
        body = styled("Corps", "H", '<w:outlineLvl w:val="9"/>') + p("Titre", '<w:outlineLvl w:val="2"/>')
        assert [b.heading for b in read(body, styles=styles).blocks] == [None, 3]

    def test_circle_of_parent_styles_ends(self, read: Read) -> None:
        styles = style("A", "A", based="B") + style("B", "B", based="A")
        assert read(styled("Texte", "A"), styles=styles).blocks[0].heading is None

    def test_table_of_contents_is_left_out(self, read: Read) -> None:
        field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        body = (
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
            f"<w:sdtContent>{p('Sommaire')}{p('1 Objet 3')}</w:sdtContent></w:sdt>"
            + styled("Objet\t3", "TM1")
            + f"<w:p>{field.format('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{field.format('separate')}"
            + f"{r('Objet 3')}</w:p>"
            + f"<w:p>{r('Moyens 4')}{field.format('end')}</w:p>"
            + p("Objet")
        )
        assert texts(read(body, styles=style("TM1", "toc 1"))) == ["Objet"]

    def test_file_title_property(self, read: Read) -> None:
        assert read(p("Texte"), title=" Plan  inventé ").title == "Plan inventé"
        assert read(p("Texte")).title is None


class TestNumbering:
    def test_levels_restart_under_their_parent(self, read: Read) -> None:
        numbering = lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)"))
        levels = [0, 1, 1, 2, 2, 0, 1, 2]
        found = read("".join(numbered("x", 1, at) for at in levels), numbering=numbering)
        assert labels(found) == ["1.", "1.1", "1.2", "a)", "b)", "2.", "2.1", "a)"]
        assert [b.list_level for b in found.blocks] == levels
        assert found.blocks[1].indent == 54.0

    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            ("decimalZero", ["01", "02"]),
            ("upperRoman", ["I", "II"]),
            ("lowerRoman", ["i", "ii"]),
            ("upperLetter", ["A", "B"]),
            ("none", [None, None]),
            ("somethingNew", ["1", "2"]),
        ],
    )
    def test_forms(self, read: Read, form: str, expected: list[str | None]) -> None:
        found = read(numbered("x", 1) * 2, numbering=lists(level(0, form, "%1")))
        assert labels(found) == expected

    @pytest.mark.parametrize(("sign", "expected"), [("\uf0b7", "•"), ("–", "–"), ("o", "o"), ("", None)])
    def test_bullets(self, read: Read, sign: str, expected: str | None) -> None:
        assert labels(read(numbered("x", 1), numbering=lists(level(0, "bullet", sign)))) == [expected]

    def test_words_around_the_number(self, read: Read) -> None:
        found = read(numbered("Objet", 1), numbering=lists(level(0, "upperRoman", "Titre %1 –")))
        assert labels(found) == ["Titre I –"]

    def test_start_value_and_start_override(self, read: Read) -> None:
        more = (
            '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
        )
        numbering = lists(level(0, "decimal", "%1.", start=3), more=more)
        body = numbered("x", 1) * 2 + numbered("x", 2) * 2
        assert labels(read(body, numbering=numbering)) == ["3.", "4.", "7.", "8."]

    def test_lists_of_one_definition_go_on_counting(self, read: Read) -> None:
        more = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        numbering = lists(level(0, "decimal", "%1."), more=more)
        assert labels(read(numbered("x", 1) + numbered("x", 2), numbering=numbering)) == ["1.", "2."]

    def test_level_that_never_restarts(self, read: Read) -> None:
        numbering = lists(level(0, "upperRoman", "%1"), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
        found = read("".join(numbered("x", 1, at) for at in [0, 1, 1, 0, 1]), numbering=numbering)
        assert labels(found) == ["I", "1.", "2.", "II", "3."]

    def test_legal_numbering_turns_all_levels_into_figures(self, read: Read) -> None:
        numbering = lists(level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
        assert labels(read(numbered("x", 1) + numbered("x", 1, 1), numbering=numbering)) == ["I", "1.1"]

    def test_numbers_of_headings_come_from_the_list_linked_to_their_style(self, read: Read) -> None:
        numbering = lists(
            level(0, "decimal", "%1", '<w:pStyle w:val="T1"/>'), level(1, "decimal", "%1.%2", '<w:pStyle w:val="T2"/>')
        )
        linked = '<w:numPr><w:numId w:val="1"/></w:numPr>'
        styles = style("T1", "heading 1", linked) + style("T2", "heading 2", linked)
        body = styled("A", "T1") + styled("B", "T2") + styled("C", "T2") + styled("D", "T1")
        none = styled("E", "T1", '<w:numPr><w:numId w:val="0"/></w:numPr>')
        found = read(body + none, styles=styles, numbering=numbering)
        assert labels(found) == ["1", "1.1", "1.2", "2", None]
        assert found.text.startswith("A\nB\n")

    def test_list_defined_by_a_numbering_style(self, read: Read) -> None:
        numbering = (
            '<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="Liste"/>'
            + level(0, "decimal", "Art. %1")
            + "</w:abstractNum>"
            '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="Liste"/></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="6"/></w:num>'
        )
        assert labels(read(numbered("x", 1), numbering=numbering)) == ["Art. 1"]

    def test_unknown_list_and_absurd_values_do_no_harm(self, read: Read) -> None:
        numbering = lists(level(0, "lowerRoman", "%1", start=999999), level(1, "lowerLetter", "%2", start=0))
        found = read(numbered("x", 1) + numbered("x", 1, 1) + numbered("x", 99), numbering=numbering)
        assert labels(found) == ["999999", "0", None]


class TestLook:
    def test_bold_through_styles_and_runs(self, read: Read) -> None:
        styles = style("G", "Gras", run="<w:b/>") + style("F", "Fort", run="<w:b/>", kind="character")
        body = (
            styled("style", "G")
            + styled("défait", "G", run='<w:b w:val="0"/>')
            + styled("deux fois", "G", run='<w:rStyle w:val="F"/>')
            + p("caractère", run='<w:rStyle w:val="F"/>')
            + f"<w:p>{r('en partie', '<w:b/>')}{r(' seulement')}</w:p>"
            + f"<w:p>{r('sauf le deux-points', '<w:b/>')}{r(' :')}</w:p>"
        )
        assert [b.bold for b in read(body, styles=styles).blocks] == [True, False, False, True, False, True]

    def test_capitals_by_letters_or_by_look(self, read: Read) -> None:
        body = p("PLAN 2030") + p("Plan", run="<w:caps/>") + p("Plan") + p("2030")
        assert [b.caps for b in read(body).blocks] == [True, True, False, False]

    def test_size_from_run_style_and_defaults(self, read: Read) -> None:
        styles = (
            '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="23"/></w:rPr></w:rPrDefault></w:docDefaults>'
            + style("G", "Grand", run='<w:sz w:val="40"/>')
            + style("H", "Hérité", based="G")
        )
        body = p("a") + styled("b", "H") + p("c", run='<w:sz w:val="16"/>')
        assert [b.size for b in read(body, styles=styles).blocks] == [11.5, 20.0, 8.0]
        assert read(p("a")).blocks[0].size == 10.0

    def test_hidden_text_is_dropped_with_a_doubt(self, read: Read) -> None:
        found = read(f"<w:p>{r('Vu')}{r(' caché', '<w:vanish/>')}</w:p>")
        assert texts(found) == ["Vu"]
        assert found.doubts == ("hidden-text-dropped",)


class TestRuns:
    def test_signs_of_the_page(self, read: Read) -> None:
        run = (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
            '<w:t>e\u00adf</w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
        )
        assert texts(read(f"<w:p>{run}</w:p>")) == ["a\tb\nc-def☒"]

    def test_fields_give_their_result_only(self, read: Read) -> None:
        field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        body = (
            f"<w:p>{r('Page ')}{field.format('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>"
            f"{field.format('separate')}{r('7')}{field.format('end')}"
            f'<w:fldSimple w:instr="DATE">{r(" du jour")}</w:fldSimple></w:p>'
        )
        assert texts(read(body)) == ["Page 7 du jour"]

    def test_links_controls_and_formulas_are_read_and_comments_not(self, read: Read) -> None:
        body = (
            f"<w:p><w:hyperlink>{r('lien')}</w:hyperlink><w:sdt><w:sdtContent>{r(' champ')}</w:sdtContent></w:sdt>"
            '<w:commentRangeStart w:id="1"/><m:oMath><m:r><m:t> x+1</m:t></m:r></m:oMath><w:commentReference/></w:p>'
            f"<w:sdt><w:sdtContent>{p('bloc')}</w:sdtContent></w:sdt>"
        )
        assert texts(read(body)) == ["lien champ x+1", "bloc"]

    def test_notes_follow_their_paragraph_without_mark(self, read: Read) -> None:
        notes = (
            f'<w:footnote w:type="separator" w:id="0">{p("trait")}</w:footnote>'
            f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{r(" La note.")}</w:p></w:footnote>'
        )
        body = f'<w:p>{r("Le texte")}<w:r><w:footnoteReference w:id="2"/></w:r>{r(" va.")}</w:p>' + p("Suite")
        found = read(body, footnotes=notes)
        assert [(b.text, b.footnote) for b in found.blocks] == [
            ("Le texte va.", False),
            ("La note.", True),
            ("Suite", False),
        ]


class TestTrackedChanges:
    def test_read_as_if_accepted(self, read: Read) -> None:
        body = (
            f'<w:p>{r("Garder ")}<w:ins w:id="1">{r("ajout")}</w:ins><w:del w:id="2"><w:r>'
            f"<w:delText>retrait</w:delText></w:r></w:del></w:p>"
            f'<w:p><w:moveFrom w:id="3">{r("déplacé")}</w:moveFrom>{r("Milieu")}</w:p>'
            f'<w:p><w:moveTo w:id="4">{r("déplacé")}</w:moveTo></w:p>'
        )
        found = read(body)
        assert texts(found) == ["Garder ajout", "Milieu", "déplacé"]
        assert found.doubts == ("tracked-changes-resolved",)

    def test_deleted_end_of_paragraph_joins_it_to_the_next(self, read: Read) -> None:
        body = p("Début", '<w:rPr><w:del w:id="1"/></w:rPr>') + p(" et fin") + p("Suite")
        assert texts(read(body)) == ["Début et fin", "Suite"]
        assert texts(read(p("Seul", '<w:rPr><w:del w:id="1"/></w:rPr>'))) == ["Seul"]

    def test_deleted_rows_and_cells(self, read: Read) -> None:
        def tc(text: str, properties: str = "") -> str:
            return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

        body = (
            f"<w:tbl><w:tr>{tc('a')}{tc('b')}</w:tr><w:tr><w:trPr><w:del w:id='1'/></w:trPr>{tc('x')}{tc('y')}</w:tr>"
            f"<w:tr>{tc('c')}{tc('z', '<w:cellDel w:id=' + chr(34) + '2' + chr(34) + '/>')}{tc('d')}</w:tr></w:tbl>"
        )
        assert cells(read(body)) == [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1)]


def box(*paragraphs: str, x: int = 0, y: int = 0) -> str:
    """A run that holds a text box as Word writes it: once as a shape, once for old programs."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f"<wp:positionH><wp:posOffset>{x * 12700}</wp:posOffset></wp:positionH>"
        f"<wp:positionV><wp:posOffset>{y * 12700}</wp:posOffset></wp:positionV>"
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


class TestBoxes:
    def test_read_once_after_their_anchor(self, read: Read) -> None:
        found = read(f"<w:p>{r('Ancre')}{box(p('Forces'), p('Proximité'))}</w:p>" + p("Suite"))
        assert [(b.text, b.box) for b in found.blocks] == [
            ("Ancre", None),
            ("Forces", 0),
            ("Proximité", 0),
            ("Suite", None),
        ]

    def test_in_the_order_in_which_they_lie(self, read: Read) -> None:
        drawn = [("Menaces", 250, 200), ("Forces", 0, 0), ("Faiblesses", 250, 4), ("Occasions", 0, 196)]
        body = f"<w:p>{''.join(box(p(text), x=x, y=y) for text, x, y in drawn)}</w:p>"
        assert texts(read(body)) == ["Forces", "Faiblesses", "Occasions", "Menaces"]

    def test_old_boxes_and_boxes_of_a_group(self, read: Read) -> None:
        old = "<w:r><w:pict><v:shape style='margin-left:{}pt;margin-top:0'><v:textbox><w:txbxContent>{}</w:txbxContent>"
        old += "</v:textbox></v:shape></w:pict></w:r>"
        group = "".join(
            f"<wps:wsp><wps:spPr><a:xfrm><a:off x='{x}' y='1'/></a:xfrm></wps:spPr><wps:txbx><w:txbxContent>{p(text)}"
            "</w:txbxContent></wps:txbx></wps:wsp>"
            for x, text in ((9000000, "droite"), (1, "gauche"))
        )
        body = (
            f"<w:p>{old.format(300, p('B'))}{old.format(10, p('A'))}</w:p>"
            f"<w:p><w:r><w:drawing><wp:inline><wpg:wgp>{group}</wpg:wgp></wp:inline></w:drawing></w:r></w:p>"
        )
        found = read(body)
        assert texts(found) == ["A", "B", "gauche", "droite"]
        assert [b.box for b in found.blocks] == [0, 1, 2, 3]

    def test_words_of_a_diagram(self, tmp_path: Path) -> None:
        points = "".join(
            f"<dgm:pt type='{kind}'><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>"
            for kind, text in (("node", "Direction"), ("parTrans", "trait"), ("node", "Accueil"))
        )
        parts = word_parts(
            "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm='d1'/></a:graphicData>"
            "</a:graphic></wp:inline></w:drawing></w:r></w:p>",
            related={"d1": f"<dgm:dataModel {SPACES}><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>"},
        )
        found = extract(tmp_path, "essai.docx", zipped(parts))
        assert [(b.text, b.box) for b in found.blocks] == [("Direction", 0), ("Accueil", 0)]


class TestTables:
    def test_merged_cells(self, read: Read) -> None:
        def tc(text: str, properties: str = "") -> str:
            return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

        wide, start, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
        body = (
            f"<w:tbl><w:tr>{tc('Direction', start)}{tc('2030', wide)}</w:tr>"
            f"<w:tr>{tc('', more)}{tc('A')}{tc('B')}</w:tr>"
            f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{tc("1")}{tc("2")}</w:tr></w:tbl>'
        )
        assert cells(read(body)) == [
            ("Direction", 0, 0, 1, 2),
            ("2030", 0, 1, 2, 1),
            ("A", 1, 1, 1, 1),
            ("B", 1, 2, 1, 1),
            ("1", 2, 1, 1, 1),
            ("2", 2, 2, 1, 1),
        ]

    def test_table_in_a_cell_is_text_of_the_cell(self, read: Read) -> None:
        inner = f"<w:tbl><w:tr><w:tc>{p('i1')}</w:tc><w:tc>{p('i2')}</w:tc></w:tr></w:tbl>"
        body = f"<w:tbl><w:tr><w:tc>{p('a')}{inner}{p('')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
        assert cells(read(body)) == [("a", 0, 0, 1, 1), ("i1", 0, 0, 1, 1), ("i2", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]

    def test_table_of_one_cell_is_a_frame(self, read: Read) -> None:
        inner = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
        found = read(f"<w:tbl><w:tr><w:tc>{p('Encadré')}{inner}</w:tc></w:tr></w:tbl>")
        assert found.blocks[0].cell is None
        assert cells(found) == [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]

    def test_as_the_library_of_word_files_makes_them(self, tmp_path: Path) -> None:
        made = docx.Document()
        made.add_heading("Moyens", 1)
        made.add_paragraph("Un point", style="List Bullet")
        table = made.add_table(2, 3)
        for at, text in enumerate("abcdef"):
            table.cell(at // 3, at % 3).text = text
        table.cell(1, 0).merge(table.cell(1, 1))
        out = io.BytesIO()
        made.save(out)
        found = extract(tmp_path, "essai.docx", out.getvalue())
        assert block_of(found, "Moyens").heading == 1
        assert block_of(found, "Un point").label == "•"
        assert cells(found)[3:] == [("d", 1, 0, 2, 1), ("e", 1, 0, 2, 1), ("f", 1, 2, 1, 1)]


class TestPackage:
    def test_headers_and_comments_are_not_read(self, tmp_path: Path) -> None:
        parts = word_parts(p("Corps"))
        parts["word/header1.xml"] = parts["word/comments.xml"] = f"<w:hdr {SPACES}>{p('En-tête')}</w:hdr>"
        assert texts(extract(tmp_path, "essai.docx", zipped(parts))) == ["Corps"]

    def test_macros_are_never_looked_at(self, tmp_path: Path) -> None:
        parts = word_parts(p("Corps"), content_type=MACRO_TYPE) | {"word/vbaProject.bin": b"\x00macro"}
        found = extract(tmp_path, "essai.docm", zipped(parts))
        assert (texts(found), found.doubts) == (["Corps"], ("macros-ignored",))

    def test_strict_files(self, tmp_path: Path) -> None:
        strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
        parts = word_parts(p("Corps", '<w:outlineLvl w:val="0"/>'))
        name = "word/document.xml"
        parts[name] = str(parts[name]).replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict)
        assert extract(tmp_path, "essai.docx", zipped(parts)).blocks[0].heading == 1

    def test_part_in_another_format_is_a_doubt(self, read: Read) -> None:
        assert read(p("Corps") + '<w:altChunk r:id="x"/>').doubts == ("embedded-part-skipped",)

    def test_blocks_are_paragraphs_of_the_author(self, read: Read) -> None:
        found = read(p("Un") + p("") + p("Deux"))
        assert found.format == "docx"
        assert [(b.text, b.flow) for b in found.blocks] == [("Un", "paragraph"), ("Deux", "paragraph")]
