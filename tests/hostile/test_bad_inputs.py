"""What a reader refuses: one row a kind, each with the code of its sentence."""

from __future__ import annotations

import io
import os
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filrouge.formats.readers import Limits, Unreadable, read_file
from filrouge.library import text, texts
from tests.formats.readers.making import ODF, SPACES, odt, odt_parts, p, pdf, show, word, word_parts, zipped

LANGUAGES = ("fr", "nl", "de", "en")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SMALL = Limits(
    file_bytes=1024 * 1024, unpacked_bytes=2 * 1024 * 1024, entries=50, pages=3, blocks=1000, characters=10**5
)
ENTITY = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
LAUGHS = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
) + "]>"  # fmt: skip


class Bad(NamedTuple):
    """A kind of bad input: the name of its file, its content, the code that refuses it, and the limits of the run."""

    kind: str
    name: str
    data: bytes
    code: str
    limits: Limits = SMALL


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(64)


def with_part(name: str, content: bytes | str, parts: dict[str, bytes | str] | None = None) -> bytes:
    """A Word file in which one part is replaced or added."""
    return zipped({**(parts or word_parts(p("Mots"))), name: content})


def lying_about_size(data: bytes, claimed: int) -> bytes:
    """The zip file with another unpacked size written for its biggest entry, in both places where it stands."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = max(archive.infolist(), key=lambda entry: entry.file_size)
    return data.replace(struct.pack("<L", entry.file_size), struct.pack("<L", claimed))


def encrypted_zip() -> bytes:
    data = bytearray(word(p("Mots")))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def broken_middle() -> bytes:
    data = bytearray(word(p("Mots")))
    at = data.find(b"word/document.xml") + 40
    data[at : at + 20] = b"\xff" * 20
    return bytes(data)


def many_pages(count: int) -> bytes:
    return pdf(*[show(72, 700, f"page {n}") for n in range(count)])


def deep(opening: str, closing: str, times: int) -> str:
    return opening * times + closing * times


ENCRYPTED_PDF = pdf(
    show(72, 700, "Mots"),
    trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /O <"
    + "11" * 32
    + "> /U <"
    + "22" * 32
    + "> /P -4 >> /ID [<00><00>]",
)
PNG = b"\x89PNG\r\n\x1a\n" + zlib.compress(b"x")
CELL = "<w:tbl><w:tr><w:tc>"
BODY_START, BODY_END = f"<w:document {SPACES}><w:body>", "</w:body></w:document>"

BAD = [
    Bad("empty", "vide.txt", b"", "empty"),
    Bad("white space only", "blanc.txt", b" \r\n\t\n\xc2\xa0\n", "blank"),
    Bad("byte-order mark only", "bom.txt", b"\xef\xbb\xbf", "blank"),
    Bad("blank Markdown", "blanc.md", b"\n \n", "blank"),
    Bad("too large on disk", "gros.txt", b"a " * 600_000, "too-large"),
    Bad("too long once read", "long.txt", b"mot " * 30_000, "too-long"),
    Bad("too many lines", "lignes.txt", b"a\n" * 2_000, "too-long"),
    Bad("too many blocks", "blocs.docx", word(p("a") * 1_100), "too-long"),
    Bad("binary with NULs", "binaire.txt", bytes(range(256)) * 4, "binary"),
    Bad("binary without NULs", "binaire.txt", bytes(range(1, 32)) * 10, "binary"),
    Bad("program named as a document", "plan.docx", b"\x7fELF\x02\x01\x01" + bytes(64), "binary"),
    Bad("picture", "plan.pdf", PNG, "picture"),
    Bad("compressed archive", "plan.odt", b"\x1f\x8b\x08\x00" + bytes(32), "archive"),
    Bad("zip of anything", "plans.zip", zipped({"lettre.txt": "Mots"}), "archive"),
    Bad("electronic book", "plan.epub", zipped({"mimetype": "application/epub+zip"}), "archive"),
    Bad("old Word document", "plan.doc", ole("WordDocument"), "word-binary"),
    Bad("old Word document with a new name", "plan.docx", ole("WordDocument"), "word-binary"),
    Bad("old spreadsheet", "plan.xls", ole("Workbook"), "spreadsheet"),
    Bad("old slides", "plan.ppt", ole("PowerPoint Document"), "slides"),
    Bad("mail message", "plan.msg", ole("__substg1.0_0037001F"), "office-binary"),
    Bad("rich text", "plan.rtf", b"{\\rtf1\\ansi Mots}", "rtf"),
    Bad("spreadsheet", "plan.xlsx", zipped({
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override "
        "PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'/>"
        "</Types>", "xl/workbook.xml": "<w/>"}), "spreadsheet"),
    Bad("slides", "plan.pptx", word(p("x"), content_type="application/vnd.ms-powerpoint.x"), "slides"),
    Bad("other office file", "plan.vsdx", word(p("x"), content_type="application/vnd.ms-visio.x"), "office-other"),
    Bad("OpenDocument sheet", "plan.ods", zipped({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "spreadsheet"),
    Bad("OpenDocument slides", "plan.odp", zipped({
        "mimetype": "application/vnd.oasis.opendocument.presentation"}), "slides"),
    Bad("OpenDocument drawing", "plan.odg", zipped({
        "mimetype": "application/vnd.oasis.opendocument.graphics"}), "office-other"),
    Bad("encrypted Word file", "plan.docx", ole("EncryptedPackage"), "encrypted"),
    Bad("encrypted entries", "plan.docx", encrypted_zip(), "encrypted"),
    Bad("encrypted OpenDocument", "plan.odt", zipped({
        **odt_parts("<text:p>x</text:p>"), "META-INF/manifest.xml": "<m:encryption-data/>"}), "encrypted"),
    Bad("encrypted PDF", "plan.pdf", ENCRYPTED_PDF, "encrypted"),
    Bad("scanned PDF", "plan.pdf", pdf("", "", image=True), "scanned"),
    Bad("PDF of empty pages", "plan.pdf", pdf("", ""), "no-words"),
    Bad("Word file of pictures", "plan.docx", word("<w:p><w:r><w:drawing/></w:r></w:p>"), "no-words"),
    Bad("OpenDocument without words", "plan.odt", odt("<text:p/>"), "no-words"),
    Bad("HTML without words", "plan.html", b"<html><body><img src='x'></body></html>", "no-words"),
    Bad("HTML head only", "plan.html", b"<html>", "no-words"),
    Bad("truncated zip", "plan.docx", word(p("Mots"))[:300], "truncated"),
    Bad("zip with a broken middle", "plan.docx", broken_middle(),
        "truncated"),
    Bad("zip header only", "plan.docx", b"PK\x03\x04", "truncated"),
    Bad("truncated PDF", "plan.pdf", pdf(show(72, 700, "Mots"))[:200], "damaged"),
    Bad("PDF header only", "plan.pdf", b"%PDF-1.7\n", "damaged"),
    Bad("Word file without its document", "plan.docx", zipped({"[Content_Types].xml": "<Types/>"}), "damaged"),
    Bad("Word file with broken XML", "plan.docx", with_part("word/document.xml", "<w:document"), "damaged"),
    Bad("OpenDocument without content", "plan.odt", zipped({
        "mimetype": "application/vnd.oasis.opendocument.text"}), "damaged"),
    Bad("too many pages", "plan.pdf", many_pages(4), "too-many-pages"),
    Bad("zip bomb by its ratio", "plan.docx", with_part("word/media/a.bin", bytes(1_500_000)), "zip-bomb"),
    Bad("zip bomb by its total", "plan.docx", with_part("word/media/a.bin", os.urandom(800_000) * 3), "zip-bomb",
        Limits(unpacked_bytes=1024 * 1024)),
    Bad("zip bomb that lies about its size", "plan.docx",
        lying_about_size(with_part("word/document.xml", BODY_START + p("Mots " * 9999) + BODY_END), 1000), "truncated"),
    Bad("zip with too many entries", "plan.docx", zipped({f"word/{n}": "" for n in range(60)}), "too-many-entries"),
    Bad("zip with a huge directory", "plan.docx", zipped({f"word/{n}": "" for n in range(600)}), "too-many-entries"),
    Bad("zip names that climb", "plan.docx", with_part("word/../../../etc/passwd", "x"), "unsafe-names"),
    Bad("zip names from the root", "plan.odt", zipped({
        **odt_parts("<text:p>x</text:p>"), "/etc/passwd": "x"}), "unsafe-names"),
    Bad("zip names with a drive", "plan.docx", with_part("C:\\Windows\\x", "x"), "unsafe-names"),
    Bad("external entity in Word", "plan.docx", with_part("word/document.xml",
        f"{ENTITY}{BODY_START}{p('&x;')}{BODY_END}"), "external-entity"),
    Bad("external entity in the styles", "plan.docx", with_part("word/styles.xml",
        f"{ENTITY}<w:styles {SPACES}/>", word_parts(p("Mots"), styles=" ")), "external-entity"),
    Bad("external entity in UTF-16", "plan.docx", with_part("word/document.xml",
        f"{ENTITY[21:]}{BODY_START}{BODY_END}".encode("utf-16")),
        "external-entity"),
    Bad("a billion laughs", "plan.docx", with_part("word/document.xml",
        f"{LAUGHS}{BODY_START}{p('&i;')}{BODY_END}"), "external-entity"),
    Bad("external entity in OpenDocument", "plan.odt", with_part("content.xml", f"{ENTITY}<d>&x;</d>",
        odt_parts("<text:p>x</text:p>")), "external-entity"),
    Bad("external entity in flat OpenDocument", "plan.fodt", (
        f"<?xml version='1.0'?><office:document {ODF}/>" + ENTITY[21:]).encode(), "external-entity"),
    Bad("external entity in HTML", "plan.html", (
        b"<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><p>&x;"), "external-entity"),
    Bad("deep XML", "plan.docx", with_part("word/document.xml",
        BODY_START + deep("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 5_000) + BODY_END), "too-deep"),
    Bad("deep tables", "plan.docx", with_part("word/document.xml",
        BODY_START + deep(CELL, "</w:tc></w:tr></w:tbl>", 200) + BODY_END), "too-deep"),
    Bad("deep lists", "plan.odt", odt(deep("<text:list><text:list-item>", "</text:list-item></text:list>", 1_000)),
        "too-deep"),
    Bad("deep HTML", "plan.html", ("<html>" + "<div>" * 50_000 + "mots").encode(), "too-deep"),
]  # fmt: skip


@pytest.mark.parametrize("bad", BAD, ids=[bad.kind for bad in BAD])
def test_bad_input_is_refused_with_one_sentence(bad: Bad, tmp_path: Path) -> None:
    file = tmp_path / bad.name
    file.write_bytes(bad.data)
    start = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        read_file(file, bad.limits)
    assert caught.value.code == bad.code
    assert caught.value.params["file"] == bad.name
    assert time.monotonic() - start < 10
    sentences = {text(f"errors.{bad.code}", language, **caught.value.params) for language in LANGUAGES}
    assert len(sentences) == len(LANGUAGES)
    for sentence in sentences:
        assert bad.name in sentence
        assert "\n" not in sentence
        assert sentence.endswith(".")


class TestPlaces:
    """What is refused for where it is and not for what it holds."""

    def refuse(self, path: Path, limits: Limits = SMALL) -> str:
        with pytest.raises(Unreadable) as caught:
            read_file(path, limits)
        assert text(f"errors.{caught.value.code}", "fr", **caught.value.params)
        return caught.value.code

    def test_missing(self, tmp_path: Path) -> None:
        assert self.refuse(tmp_path / "absent.docx") == "missing"
        assert self.refuse(tmp_path / ("x" * 5_000)) == "missing"
        assert self.refuse(tmp_path / "a\0b") == "missing"

    def test_file_used_as_folder(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_text("x")
        assert self.refuse(tmp_path / "a" / "b.docx") == "missing"

    def test_folder(self, tmp_path: Path) -> None:
        assert self.refuse(tmp_path) == "folder"

    def test_no_permission(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = tmp_path / "secret.txt"
        file.write_text("Mots")

        def refuse(*_: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)  # the administrator may read everything, whatever the mode says
        assert self.refuse(file) == "no-permission"

    def test_disk_that_fails(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file = tmp_path / "plan.txt"
        file.write_text("Mots")

        def fail(*_: object) -> int:
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(os, "open", fail)
        assert self.refuse(file) == "disk"

    def test_pipe_does_not_wait(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        assert self.refuse(tmp_path / "pipe.txt") == "not-a-file"

    def test_device_that_never_ends(self) -> None:
        assert self.refuse(Path("/dev/zero")) == "not-a-file"

    def test_loop_of_links(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
        (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
        assert self.refuse(tmp_path / "a.txt") == "link-loop"

    def test_names_come_out_printable(self, tmp_path: Path) -> None:
        with pytest.raises(Unreadable) as caught:
            read_file(tmp_path / "a\n\x1b[31mb{x}.txt")
        assert caught.value.params["file"] == "a??[31mb{x}.txt"
        assert text("errors.missing", "en", **caught.value.params).startswith("“a??[31mb{x}.txt”")


class TestSentences:
    def test_every_code_has_its_sentence_in_four_languages(self) -> None:
        for code, sentence in texts("errors").items():
            said = {text(f"errors.{code}", language, file="plan.docx", limit="60") for language in LANGUAGES}
            assert len(said) == len(LANGUAGES), code
            assert sentence is not None

    def test_no_sentence_without_a_row(self) -> None:
        shown = {bad.code for bad in BAD}
        elsewhere = {"missing", "folder", "no-permission", "link-loop", "not-a-file", "disk", "too-costly"}
        assert set(texts("errors")) == shown | elsewhere


class TestLargeButGood:
    """Great size is no fault: these are read, in bounded time."""

    @pytest.mark.parametrize(
        ("kind", "data"),
        [
            ("fifty thousand lines", b"La zone agit avec ses partenaires.\n" * 50_000),
            ("a line of a million characters", b"a" * 1_000_000),
            ("a thousand lines of ten thousand spaces", (b" " * 10_000 + b"x\n") * 1_000),
            ("nothing but line ends and one word", b"\r\n" * 200_000 + b"fin"),
        ],
    )
    def test_text(self, kind: str, data: bytes, tmp_path: Path) -> None:
        (tmp_path / "long.txt").write_bytes(data)
        start = time.process_time()
        found = read_file(tmp_path / "long.txt")
        assert time.process_time() - start < 5, kind
        assert found.text == data.decode().replace("\r\n", "\n")

    def test_repeated_cells_and_spans_are_bounded(self, tmp_path: Path) -> None:
        cell = '<table:table-cell table:number-columns-repeated="9999999"><text:p>x</text:p></table:table-cell>'
        row = f'<table:table-row table:number-rows-repeated="9999999">{cell}</table:table-row>'
        (tmp_path / "t.odt").write_bytes(odt(f"<table:table>{row}</table:table>"))
        assert len(read_file(tmp_path / "t.odt").blocks) == 10_000
        (tmp_path / "t.html").write_bytes(
            b"<html><table><tr><td colspan=99999999 rowspan=99999999>x<td>y</table></html>"
        )
        assert len(read_file(tmp_path / "t.html").blocks) == 2

    def test_hidden_spaces_are_bounded(self, tmp_path: Path) -> None:
        (tmp_path / "t.odt").write_bytes(odt('<text:p>a<text:s text:c="999999999"/>b</text:p>'))
        assert len(read_file(tmp_path / "t.odt").text) < 2_000


MAKERS: list[Callable[[], tuple[str, bytes]]] = [
    lambda: ("plan.docx", word(p("Mots et phrases"), styles="<w:style/>", numbering="<w:num/>")),
    lambda: ("plan.odt", odt("<text:h>Mots</text:h><text:p>et phrases</text:p>")),
    lambda: ("plan.pdf", pdf(show(72, 700, "Mots et phrases"))),
    lambda: ("plan.html", b"<html><h1>Mots</h1><table><tr><td>et</table></html>"),
    lambda: ("plan.md", b"# Mots\n\n- et\n\n| a | b |\n|--|--|\n| c | d |\n"),
]


class TestAnyBytes:
    """Whatever the bytes: an extract, or Unreadable, and nothing else."""

    def sound(self, folder: Path, name: str, data: bytes) -> bool:
        file = folder / name
        file.write_bytes(data)
        try:
            found = read_file(file, Limits(wall_seconds=10, cpu_seconds=10))
        except Unreadable as error:
            return bool(text(f"errors.{error.code}", "nl", **error.params))
        return bool(found.text.strip())

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"<html>", OLE, b"\xff\xfe"]), st.binary(max_size=400))
    def test_noise_behind_a_known_head(self, tmp_path: Path, head: bytes, noise: bytes) -> None:
        assert self.sound(tmp_path, "bruit.docx", head + noise)

    @settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.sampled_from(MAKERS), st.data())
    def test_good_file_with_a_damaged_stretch(
        self, tmp_path: Path, make: Callable[[], tuple[str, bytes]], data: st.DataObject
    ) -> None:
        name, good = make()
        start = data.draw(st.integers(0, len(good)))
        end = data.draw(st.integers(start, min(len(good), start + 40)))
        assert self.sound(tmp_path, name, good[:start] + data.draw(st.binary(max_size=40)) + good[end:])

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.data())
    def test_word_file_of_shuffled_elements(self, tmp_path: Path, data: st.DataObject) -> None:
        names = st.sampled_from(
            "p r t tbl tr tc sdt sdtContent txbxContent pict ins del hyperlink pPr rPr numPr numId ilvl".split()
        )
        tree = st.recursive(
            st.builds(lambda name: f"<w:{name} w:val='1'>mot</w:{name}>", names),
            lambda inner: st.builds(
                lambda name, parts: f"<w:{name}>{''.join(parts)}</w:{name}>", names, st.lists(inner, max_size=4)
            ),
            max_leaves=20,
        )
        assert self.sound(tmp_path, "plan.docx", word(data.draw(tree)))
