"""Plain text, Markdown and HTML; and how a file's kind is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.formats.readers import Limits, Unreadable
from filrouge.formats.readers.html import read as read_html
from filrouge.formats.readers.numerals import bullet, numeral
from filrouge.formats.readers.text import decode
from filrouge.formats.readers.text import read as read_text
from tests.formats.readers.making import block_of, cells, extract, odt, p, pdf, show, texts, word

FRENCH = "L’été, où l’équipe s’est réunie à Liège ; « déjà » vu : garçon, œuvre, naïveté, 10 €.\n"


class TestPlainText:
    def test_every_line_is_a_block_and_the_text_is_the_file(self, tmp_path: Path) -> None:
        found = extract(tmp_path, "essai.txt", b"\tTITRE  \r\n\r\n  texte **gras**\rfin")
        assert found.text == "\tTITRE  \n\n  texte **gras**\nfin"
        assert [(b.text, b.flow, b.caps) for b in found.blocks] == [
            ("\tTITRE  ", "line", True),
            ("", "line", False),
            ("  texte **gras**", "line", False),
            ("fin", "line", False),
        ]
        assert found.format == "text"

    def test_form_feeds_count_pages(self, tmp_path: Path) -> None:
        found = extract(tmp_path, "essai.txt", b"un\n\fdeux\ntrois\ffin\n")
        assert [(b.text, b.page) for b in found.blocks] == [("un", 1), ("", 1), ("deux", 2), ("trois", 2), ("fin", 3)]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    def test_encodings_with_certainty(self, encoding: str) -> None:
        assert decode(FRENCH.encode(encoding)) == (FRENCH, ())

    @pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-16-le", "utf-16-be"])
    def test_encodings_that_are_guessed(self, encoding: str) -> None:
        assert decode(FRENCH.encode(encoding)) == (FRENCH, ("encoding-guessed",))

    def test_old_dos_encoding(self) -> None:
        text = "Réunion à Liège : décision prise, coût estimé, élèves présents.\n"
        assert decode(text.encode("cp850")) == (text, ("encoding-guessed",))

    def test_few_broken_bytes_do_not_change_the_encoding(self) -> None:
        text, doubts = decode(FRENCH.encode() * 3 + b"\xe9t\xe9")
        assert text.startswith(FRENCH)
        assert doubts == ("encoding-repaired",)

    @given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
    def test_what_is_written_in_utf_8_is_read_back(self, text: str) -> None:
        found, doubts = decode(text.encode())
        assert (found, doubts) == (text.removeprefix("\ufeff"), ())

    @given(st.binary())
    def test_any_bytes_are_read_or_refused(self, data: bytes) -> None:
        try:
            found = read_text(data, Limits())
        except Unreadable as error:
            assert error.code in {"binary", "blank"}
        else:
            assert all(found.text[b.place.start : b.place.end] == b.text for b in found.blocks)
            assert "".join(b.text for b in found.blocks) == found.text.replace("\n", "").replace("\f", "")


class TestMarkdown:
    def test_headings_lists_tables_and_notes(self, tmp_path: Path) -> None:
        source = (
            "---\ntitre: essai\n---\n# Plan\n\nUne ligne\nqui va à la ligne[^1].\n\n**Tout en gras**\n\n"
            "3. trois\n4. quatre\n   - sous `point`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n"
            "[^1]: La note\n    et sa suite.\n"
        )
        found = extract(tmp_path, "essai.md", source.encode())
        assert [(b.text, b.heading, b.label, b.list_level, b.bold) for b in found.blocks if not b.cell] == [
            ("Plan", 1, None, None, True),
            ("Une ligne qui va à la ligne.", None, None, None, False),
            ("Tout en gras", None, None, None, True),
            ("trois", None, "3.", 0, False),
            ("quatre", None, "4.", 0, False),
            ("sous point", None, "•", 1, False),
            ("code", None, None, None, False),
            ("La note et sa suite.", None, None, None, False),
        ]
        assert [cell[:3] for cell in cells(found)] == [("a", 0, 0), ("b", 0, 1), ("1", 1, 0), ("2", 1, 1)]
        assert found.blocks[-1].footnote is True
        assert found.format == "markdown"


class TestHtml:
    def test_what_a_browser_shows(self, tmp_path: Path) -> None:
        page = (
            "<!DOCTYPE html><html><head><title>Plan</title><style>p{}</style></head><body><nav>menu</nav><h2>Objet</h2>"
            "<p>Une  ligne\n<b>et</b> sa<br>suite<sup><a href='#n1'>1</a></sup></p>nu<script>x()</script>"
            "<p><strong>gras</strong></p><p style='font-size:16px;text-transform:uppercase'>haut</p>"
            "<ol start=4 type=a><li>d<ul><li>puce</li></ul></li><li>e</li></ol><pre>a  b</pre>"
            "<p hidden>caché</p></body></html>"
        )
        found = extract(tmp_path, "essai.html", page.encode())
        assert [(b.text, b.heading, b.label, b.list_level) for b in found.blocks] == [
            ("Objet", 2, None, None),
            ("Une ligne et sa\nsuite", None, None, None),
            ("nu", None, None, None),
            ("gras", None, None, None),
            ("haut", None, None, None),
            ("d", None, "d.", 0),
            ("puce", None, "•", 1),
            ("e", None, "e.", 0),
            ("a  b", None, None, None),
        ]
        assert block_of(found, "gras").bold is True
        assert (block_of(found, "haut").caps, block_of(found, "haut").size) == (True, 12.0)
        assert (found.title, found.doubts) == ("Plan", ("hidden-text-dropped",))

    def test_tables(self, tmp_path: Path) -> None:
        page = (
            "<html><table><tr><td><table><tr><th rowspan=2>D<td colspan=2>2030<tr><td>A<td>B</table></table>"
            "<table><thead><tr><th>x<th>y</thead></table></html>"
        )
        found = extract(tmp_path, "essai.htm", page.encode())
        assert cells(found)[:4] == [("D", 0, 0, 1, 2), ("2030", 0, 1, 2, 1), ("A", 1, 1, 1, 1), ("B", 1, 2, 1, 1)]
        assert {b.cell.table for b in found.blocks if b.cell} == {0, 1}
        assert block_of(found, "x").bold is True

    @pytest.mark.parametrize(
        ("encoding", "head"),
        [("cp1252", "<meta charset=iso-8859-1>"), ("utf-8", ""), ("utf-16", ""), ("cp1252", "<meta charset=nonsense>")],
    )
    def test_encodings(self, encoding: str, head: str) -> None:
        assert texts(read_html(f"<html>{head}<p>Été à Liège</p></html>".encode(encoding), Limits())) == ["Été à Liège"]


class TestKinds:
    """The content decides, not the name."""

    @pytest.mark.parametrize("name", ["essai.txt", "essai.docx", "essai.pdf", "essai"])
    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (word(p("Mots")), "docx"),
            (odt("<text:p>Mots</text:p>"), "odt"),
            (pdf(show(72, 700, "Mots")), "pdf"),
            (b"junk before\n" + pdf(show(72, 700, "Mots")), "pdf"),
            (b"<html><body>Mots</body></html>", "html"),
            (b"\xef\xbb\xbf<!-- x --><!doctype HTML><p>Mots", "html"),
            (b"Mots", "text"),
        ],
    )
    def test_by_content(self, tmp_path: Path, name: str, data: bytes, expected: str) -> None:
        found = extract(tmp_path, name, data)
        assert (found.format, texts(found)) == (expected, ["Mots"])

    @pytest.mark.parametrize("text", ["MZ", "BM et autres abréviations", "MM* et II*", "GIF89 n'est qu'un mot", "PK"])
    def test_words_that_begin_like_other_files(self, tmp_path: Path, text: str) -> None:
        assert texts(extract(tmp_path, "essai.txt", text.encode())) == [text]

    def test_name_tells_markdown_from_text(self, tmp_path: Path) -> None:
        assert extract(tmp_path, "essai.md", b"# Titre").format == "markdown"
        assert extract(tmp_path, "essai.txt", b"# Titre").text == "# Titre"


class TestNumerals:
    @pytest.mark.parametrize(
        ("count", "style", "expected"),
        [(4, "i", "iv"), (1999, "I", "MCMXCIX"), (26, "a", "z"), (27, "A", "AA"), (7, "01", "07"), (0, "a", "0")],
    )
    def test_as_printed(self, count: int, style: str, expected: str) -> None:
        assert numeral(count, style) == expected

    @given(st.integers(-10, 10**9), st.sampled_from(["1", "01", "a", "A", "i", "I"]))
    def test_always_short(self, count: int, style: str) -> None:
        assert 0 < len(numeral(count, style)) <= 22

    def test_bullets(self) -> None:
        assert [bullet(sign) for sign in ("\uf0a7", " - ", " ")] == ["•", "-", None]
