"""A plan as a Word file: read like a report, edited by people without an account, known again when it comes back."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from filrouge.domain.language.formatting import format_date, format_period
from filrouge.domain.model.plan import Plan
from filrouge.domain.model.plan_json import digest
from filrouge.domain.report.voice import Voice, clean
from filrouge.formats.writers.plan.carry import NAMESPACE, facts, packed
from filrouge.formats.writers.plan.compose import PLAN, compose
from filrouge.formats.writers.plan.departing import Departure, Names
from filrouge.formats.writers.plan.layout import Layout

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_LEAST_CONTENTS = 4  # headings from which a table of contents helps
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ITEM = "{6F1C7B4E-52D1-4C0B-9C53-3F2A66D1A9B7}"


def word(
    plan: Plan,
    *,
    voice: Voice,
    names: Names,
    departure: Departure,
    languages: Sequence[str] = (),
    template: bytes | None = None,
) -> bytes:
    """The bytes of the .docx.

    ``voice`` speaks the texts ``export`` of the library and gives the language of the file; ``languages`` are those in
    which the content is printed, one after another, that of the voice when none is named. ``template`` is an entity's
    own, ours when None. Raises TemplateError for a template that cannot be used.
    """
    from filrouge.formats.writers.plan.word_body import WordBody
    from filrouge.formats.writers.plan.word_template import fill, take_marker

    layout = compose(plan, voice, names, departure, languages)
    shown, lang = plan.title.shown((*languages, voice.language)[0], plan.language)
    title = layout.key(*PLAN, "title", lang)
    document = fill(template, tag_values(plan, voice, names, departure, shown))
    body = WordBody(document, layout, voice.language)
    elements = body.elements()
    headings = sum(1 for piece in layout.pieces if getattr(piece, "style", "") == "heading")
    marker = take_marker(document)
    head = _head_length(layout)
    contents = body.contents(voice("contents")) if headings >= _LEAST_CONTENTS else []
    furniture = _furniture(document, titled=bool(shown))
    for one in (*elements[:head], *contents, *elements[head:]):
        marker.addprevious(one)
    marker.getparent().remove(marker)
    _settle_title(document, body, title if shown else "", voice("field.title"))
    _describe(document, plan, voice, shown)
    payload = packed(plan, layout, voice.language, title if shown else "", furniture)
    _carry(document, facts(plan, voice.language, departure), payload)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def tag_values(plan: Plan, voice: Voice, names: Names, departure: Departure, title: str) -> dict[str, str]:
    """What stands in the title block, the header and the footer, by the tags of a template."""
    seal = departure.digest or digest(plan)
    kind = names.framework or plan.framework
    period = format_period(plan.period, voice.language) if plan.period else ""
    unsaid = [one for one in (kind, period) if one and one.casefold() not in title.casefold()]
    return {
        "title": title or voice("no-title"),
        "entity": names.entity or plan.entity,
        "kind": kind,
        "subtitle": " ".join(unsaid),
        "state": voice(f"document-state.{plan.state}"),
        "version": voice("version", version=plan.version),
        "date": format_date(departure.on, voice.language),
        "period": period,
        "hash": voice("hash", hash=seal),
        "fingerprint": seal[:12],
        "part": voice("part") if departure.part else "",
        "language": voice(f"language.{plan.language}"),
    }


def _head_length(layout: Layout) -> int:
    """How many pieces stand before the first heading: what the document is."""
    for rank, piece in enumerate(layout.pieces):
        if getattr(piece, "style", "") not in ("translation", "fact"):
            return rank
    return len(layout.pieces)


def _settle_title(document: Document, body: object, key: str, name: str) -> None:
    """Put the title that a template shows into its control; the marks around it go."""
    from docx.oxml.ns import qn

    from filrouge.formats.writers.plan.word_body import WordBody
    from filrouge.formats.writers.plan.word_template import BREAKS, TITLE_END, TITLE_START
    from filrouge.formats.writers.plan.word_xml import run

    assert isinstance(body, WordBody)
    done = not key
    for text in list(document.element.body.iter(qn("w:t"))):
        words = text.text or ""
        before, start, rest = words.partition(TITLE_START)
        title, end, after = rest.partition(TITLE_END)
        if not start:
            continue
        for sign, stand_in in BREAKS.items():
            title = title.replace(stand_in, sign)
        holder = text.getparent()
        if end and not done and holder.getparent().tag == qn("w:p"):
            done = True
            properties = holder.find(qn("w:rPr"))
            for made in (run(before), *body.title(title, key, name), run(after)):
                for inner in [made] if made.tag == qn("w:r") else made.iter(qn("w:r")):
                    if properties is not None:
                        inner.insert(0, _copied(properties))
                holder.addprevious(made)
            holder.getparent().remove(holder)
        else:
            text.text = before + " ".join(title.split()) + after


def _copied(properties: _Element) -> _Element:
    import copy

    return copy.deepcopy(properties)


def _furniture(document: Document, *, titled: bool) -> list[str]:
    """The words of the template itself, by which they are known when the file comes back; a title is not of them."""
    from docx.oxml.ns import qn

    from filrouge.formats.writers.plan.word_template import TITLE_END, TITLE_START

    paragraphs = document.element.body.iter(qn("w:p"))
    lines = ["".join(text.text or "" for text in one.iter(qn("w:t"))) for one in paragraphs]
    return lines if titled else [line.replace(TITLE_START, "").replace(TITLE_END, "") for line in lines]


def _describe(document: Document, plan: Plan, voice: Voice, shown: str) -> None:
    """The language and the properties of the file."""
    from docx.oxml.ns import qn

    from filrouge.formats.writers.plan.word_xml import REGIONS, element

    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        for old in defaults.findall(qn("w:lang")):
            defaults.remove(old)
        defaults.append(element("lang", REGIONS[voice.language]))
    properties = document.core_properties
    properties.title, properties.language = clean(shown)[:255], REGIONS[voice.language]
    properties.author, properties.last_modified_by, properties.comments = "Filrouge", "", ""
    properties.version = str(plan.version)


def _carry(document: Document, carried: dict[str, str], payload: str) -> None:
    """Put into the file what it carries of the plan."""
    attributes = " ".join(f"{name}={quoteattr(clean(value))}" for name, value in carried.items())
    _add_part(
        document,
        "/customXml/filrouge1.xml",
        "application/xml",
        f'<filrouge xmlns="{NAMESPACE}" {attributes}>{payload}</filrouge>',
        _RELATION + "customXml",
    )
    _add_properties(document, carried)


def _add_part(document: Document, name: str, kind: str, xml: str, relation: str) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    part = Part(PackURI(name), kind, f'<?xml version="1.0" encoding="UTF-8"?>{xml}'.encode(), package)
    if relation.endswith("customXml"):
        document.part.relate_to(part, relation)
        about = (
            f'<?xml version="1.0" encoding="UTF-8"?><ds:datastoreItem ds:itemID="{_ITEM}" xmlns:ds='
            '"http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        )
        kept = PackURI(name.replace(".xml", "Props.xml"))
        described = Part(kept, _CONTENT_TYPE + "customXmlProperties+xml", about.encode(), package)
        part.relate_to(described, _RELATION + "customXmlProps")
    else:
        for identity, one in list(package.rels.items()):
            if one.reltype == relation:
                package.rels.pop(identity)
        package.relate_to(part, relation)


def _add_properties(document: Document, carried: dict[str, str]) -> None:
    """The same facts as properties of the document, where other programs keep them."""
    format = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    rows = "".join(
        f'<property fmtid="{format}" pid="{rank}" name="filrouge.{name}"><vt:lpwstr>{escape(clean(value))}</vt:lpwstr>'
        "</property>"
        for rank, (name, value) in enumerate(carried.items(), 2)
    )
    xml = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{rows}</Properties>'
    )
    kind = _CONTENT_TYPE + "custom-properties+xml"
    _add_part(document, "/docProps/custom.xml", kind, xml, _RELATION + "custom-properties")
