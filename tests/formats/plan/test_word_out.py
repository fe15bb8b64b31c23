"""The Word file of a plan: all of it is there, and it is a document that a council and a screen reader can use."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from filrouge.domain.model.framework import LANGUAGES
from filrouge.domain.model.plan import Plan, PlanSection, Words
from filrouge.domain.model.plan_json import carried, digest
from filrouge.formats.writers.plan.departing import Departure, Names, part_of
from filrouge.formats.writers.plan.word import word
from filrouge.formats.writers.plan.word_template import OURS, TemplateError, check_template
from tests.formats.plan.filling import Filler, absent
from tests.formats.plan.samples import LEFT, NAMES, voice, zone


def text_of(data: bytes) -> str:
    """What stands in the document, its headers and its footers."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [n for n in archive.namelist() if n.startswith(("word/document", "word/header", "word/footer"))]
        roots = [etree.fromstring(archive.read(name)) for name in names]
    return "\n".join("".join(p.itertext(qn("w:t"))) for root in roots for p in root.iter(qn("w:p")))


def written(plan: Plan, language: str = "fr", **more: object) -> bytes:
    given = {"names": Names(), "departure": LEFT, **more}
    return word(plan, voice=voice(language), **given)  # type: ignore[arg-type]


def test_every_field_of_the_model_is_in_the_file() -> None:
    filler = Filler()
    plan = filler.plan()
    text = text_of(written(plan, languages=LANGUAGES))
    assert list(absent(filler.marks, text)) == []
    seen = {name.split(".")[0] + "." + name.split(".")[1] for name in filler.marks}
    structure = {"id", "parent", "section", "origin", "contributions", "objective"}
    few = {"language", "languages", "state", "relation", "commitment", "kind", "progress", "total"}
    lists = {"sections", "objectives", "actions", "swot", "risk_domains", "tables", "acts", "rows"}
    inner = {"Origin.start", "Origin.end", "Origin.confidence", "Origin.doubts"}
    left = {f"{kind}.{name}" for kind, name in carried() if name not in structure | few | lists} - seen - inner
    assert left == set()
    for words in ("proposé", "en cours", "de résultat", "Modifie", "approbation", "37", "français, néerlandais"):
        assert words in text.replace("\u202f", "")


def test_the_contents_ask_for_their_pages_and_take_no_page_of_their_own() -> None:
    body = Document(io.BytesIO(written(zone()))).element.body
    codes = [one.text.split() for one in body.iter(qn("w:instrText"))]
    anchors = [code[1] for code in codes if code[0] == "PAGEREF"]
    marks = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    assert len(anchors) == len(zone().sections)
    assert set(anchors) <= set(marks)
    begins = [one for one in body.iter(qn("w:fldChar")) if one.get(qn("w:fldCharType")) == "begin"]
    ends = [one for one in body.iter(qn("w:fldChar")) if one.get(qn("w:fldCharType")) == "end"]
    assert len(begins) == len(ends) == len(anchors) + 1
    assert all(one.get(qn("w:dirty")) == "true" for one in begins)
    assert not [one for one in body.iter(qn("w:br")) if one.get(qn("w:type")) == "page"]


def test_what_a_heading_answers_to_is_carried_hidden() -> None:
    document = Document(io.BytesIO(written(zone())))
    notes = [one for one in document.element.body.iter(qn("w:p")) if "Répond à" in "".join(one.itertext(qn("w:t")))]
    assert notes
    for one in notes:
        assert all(run.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None for run in one.iter(qn("w:r")))
        assert one.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:vanish')}") is not None


def test_the_structure_stands_in_the_order_and_the_keys() -> None:
    document = Document(io.BytesIO(written(zone())))
    tags = [one.get(qn("w:val")) for one in document.element.iter(qn("w:tag"))]
    wanted = ["s:s3:title:fr", "s:s3:body:fr", "o:o1:text:fr", "o:o11:text:fr", "a:a2:text:fr", "o:o111:text:fr"]
    assert [tag for tag in tags if tag in wanted] == wanted
    assert tags.index("s:s3:body_after:fr") > tags.index("a:a3:text:fr")
    ids = [one.get(qn("w:val")) for one in document.element.iter(qn("w:id")) if one.getparent().tag == qn("w:sdtPr")]
    assert len(ids) == len(set(ids))


def test_headings_are_headings_and_tables_say_what_they_are() -> None:
    document = Document(io.BytesIO(written(zone())))
    headings = [p for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert [p.style.name for p in headings][:3] == ["Heading 1", "Heading 1", "Heading 2"]
    grids = [
        t for t in document.element.iter(qn("w:tbl")) if t.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}") is not None
    ]
    assert len(grids) == 4
    for table in grids:
        assert table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblDescription')}").get(qn("w:val"))


@pytest.mark.parametrize(("language", "region"), [("fr", "fr-BE"), ("nl", "nl-BE"), ("de", "de-BE"), ("en", "en-GB")])
def test_the_language_and_the_title_are_set(language: str, region: str) -> None:
    data = written(zone(), language)
    document = Document(io.BytesIO(data))
    assert document.core_properties.language == region
    assert document.core_properties.title
    assert document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == region


def test_the_title_block_and_the_footer_say_what_it_is() -> None:
    text = text_of(written(zone(), names=NAMES))
    for words in ("Zone de police Val-de-Brume", "Plan zonal de sécurité 2026-2031", "proposé", "Version 3", "2026"):
        assert words in text
    assert digest(zone()) in text


def test_a_missing_translation_is_said_in_words() -> None:
    text = text_of(written(zone(), "nl"))
    assert "[Nog geen tekst in het Nederlands]" in text
    assert "Des habitants avertis des escroqueries en ligne" in text


def test_what_an_author_wrote_is_never_a_tag_nor_markup() -> None:
    hostile = "{{ 7 * 7 }} {% for x in y %} <w:p/> & ]]> \x07 \ue010 {{ content }}"
    plan = replace(
        zone(),
        title=Words(fr=hostile),
        sections=(PlanSection("s", Words(fr=hostile)),),
        objectives=(),
        actions=(),
        swot=(),
        risk_domains=(),
        tables=(),
    )
    text = text_of(written(plan))
    assert text.count("{{ 7 * 7 }} {% for x in y %} <w:p/> & ]]>") >= 3


def test_a_part_alone_is_a_document() -> None:
    part = part_of(zone(), "s3")
    text = text_of(written(part, departure=replace(LEFT, part="s3")))
    assert "Extrait" in text
    assert "Un domicile sûr" in text
    assert "Avant-propos" not in text
    tree = part_of(zone(), "o2")
    assert [one.id for one in tree.objectives] == ["o2", "o21"]
    assert [one.id for one in tree.actions] == ["a3"]
    with pytest.raises(KeyError):
        part_of(zone(), "w1")


def test_blanks_to_fill_in_are_printed_when_asked_for() -> None:
    assert "[à compléter]" not in text_of(written(zone()))
    assert "[à compléter]" in text_of(written(zone(), departure=Departure(LEFT.on, blanks=True)))


# --- templates


def changed(change: object) -> bytes:
    document = Document(io.BytesIO(OURS.read_bytes()))
    change(document)  # type: ignore[operator]
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def marker(document: object) -> object:
    return next(p for p in document.paragraphs if "content" in p.text)  # type: ignore[attr-defined]


def test_the_template_of_the_package_is_what_its_tool_makes() -> None:
    from tools.word_template import made

    with zipfile.ZipFile(io.BytesIO(made())) as one, zipfile.ZipFile(OURS) as other:
        assert one.namelist() == other.namelist()
        assert all(one.read(name) == other.read(name) for name in one.namelist())


def test_a_template_of_an_entity_is_used() -> None:
    def change(document: object) -> None:
        document.paragraphs[0].insert_paragraph_before("Boulevard des Étangs 1 - {{ entity|upper }}")  # type: ignore[attr-defined]

    data = changed(change)
    check_template(data)
    assert "Boulevard des Étangs 1 - ZONE DE POLICE" in text_of(written(zone(), template=data, names=NAMES))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("{{ nothing }}", "unknown-tag"),
        ("{{ title.__class__ }}", "wrong-tag"),
        ("{% for x in title %}{{ x }}{% endfor %}", "wrong-tag"),
        ("{{ 'a' * 1000000000 }}", "wrong-tag"),
        ("{{ title|center(1000000000) }}", "wrong-tag"),
        ("{{ title", "wrong-tag"),
        ("{{ lipsum() }}", "wrong-tag"),
    ],
)
def test_a_wrong_tag_is_refused_by_its_code(words: str, code: str) -> None:
    with pytest.raises(TemplateError) as raised:
        check_template(changed(lambda document: document.add_paragraph(words)))
    assert raised.value.code == code


def test_a_template_without_the_marker_is_refused() -> None:
    def change(document: object) -> None:
        marker(document).text = "Here."  # type: ignore[attr-defined]

    with pytest.raises(TemplateError) as raised:
        check_template(changed(change))
    assert raised.value.code == "no-marker"


def with_part(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(OURS) as old, zipfile.ZipFile(stream, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, content)
    return stream.getvalue()


def test_what_no_template_needs_is_refused() -> None:
    with zipfile.ZipFile(OURS) as archive:
        relations = archive.read("word/_rels/document.xml.rels")
        text = archive.read("word/document.xml")
    remote = relations.replace(
        b"</Relationships>",
        b'<Relationship Id="r99" Type="x/attachedTemplate" Target="http://a/b" TargetMode="External"/></Relationships>',
    )
    fetch = text.replace(
        b"</w:body>", b'<w:p><w:r><w:instrText> INCLUDETEXT "c:/x" </w:instrText></w:r></w:p></w:body>'
    )
    cases = (
        (with_part("word/vbaProject.bin", b"x"), "macros"),
        (with_part("word/_rels/document.xml.rels", remote), "external"),
        (with_part("word/document.xml", fetch), "field"),
        (with_part("word/document.xml", b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"), "unreadable"),
        (with_part("word/other.xml", b" " * 60_000_000 + b"<a/>"), "unreadable"),
        (b"PK\x03\x04 nothing", "unreadable"),
        (b"", "unreadable"),
    )
    for data, code in cases:
        with pytest.raises(TemplateError) as raised:
            check_template(data)
        assert raised.value.code == code
