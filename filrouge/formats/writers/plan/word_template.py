"""The Word template of a plan: an office worker edits it in Word, so it is read as a stranger's file.

Its header, its footer and its title block hold tags between double braces, those of :data:`TAGS`; ``{{ content }}``,
alone in its paragraph, is where the plan goes. Tags may be filtered and put under a condition; nothing else runs.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filrouge.domain.report.voice import clean
from filrouge.formats.readers.archives import Archive
from filrouge.formats.readers.limits import MEGABYTE, Limits, Unreadable
from filrouge.formats.readers.xmlsafe import parse_xml

if TYPE_CHECKING:
    from docx.document import Document
    from jinja2 import Environment

OURS = Path(__file__).with_name("plan.docx")
TAGS = (
    "title",
    "entity",
    "kind",
    "subtitle",
    "state",
    "version",
    "date",
    "period",
    "hash",
    "fingerprint",
    "part",
    "language",
    "content",
)
#: What stands around the title and in place of the content until the plan is put in; from a private area of Unicode.
TITLE_START, TITLE_END, CONTENT = "\ue010", "\ue011", "\ue012"
BREAKS = {"\n": "\ue013", "\t": "\ue014"}  # of a title: the template's engine would part its run there
_LIMITS = Limits(file_bytes=10 * MEGABYTE, unpacked_bytes=60 * MEGABYTE, entries=500)
_FILTERS = frozenset({"upper", "lower", "title", "capitalize", "trim", "default", "d"})
_NODES = frozenset("Template Output TemplateData Name Const If Not And Or Compare Operand Filter Test".split())
_MACROS = re.compile(rb"macroEnabled|vbaProject|activeX", re.IGNORECASE)
_EMBEDDED = ("word/embeddings/", "word/activeX/", "word/vbaProject")
_FIELDS = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|DATABASE|MACROBUTTON|IMPORT)\b", re.IGNORECASE
)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


#: Why a template cannot be used.
REASONS = ("unreadable", "not-word", "macros", "external", "field", "no-marker", "unknown-tag", "wrong-tag")


class TemplateError(ValueError):
    """A template cannot be used. ``code`` is one of REASONS; ``params`` say what: ``why`` it is unreadable (a code of
    Unreadable), ``what`` is external, a field or a wrong tag, ``tag`` the unknown one."""

    def __init__(self, code: str, params: Mapping[str, str] | None = None) -> None:
        self.code, self.params = code, dict(params or {})
        super().__init__(f"{code}: {self.params}" if self.params else code)


def check_template(data: bytes) -> None:
    """That a template can be used: rendered with every tag empty. Raises TemplateError."""
    fill(data, dict.fromkeys(TAGS, ""))


def fill(data: bytes | None, values: Mapping[str, str]) -> Document:
    """The template (ours when None) with its tags filled, the title between its two marks and CONTENT where the plan
    goes. Raises TemplateError."""
    source = OURS.read_bytes() if data is None else data
    if data is not None:
        _inspect(source)
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError as JinjaError

    class Template(DocxTemplate):  # type: ignore[misc]  # docxtpl has no annotations
        """Marks the title and the place of the content in the text itself, and nowhere else."""

        def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
            made: str = super().render_xml_part(src_xml, part, context, jinja_env)
            if part is self.docx.part:
                return made
            bare = re.sub(f"[{TITLE_START}{TITLE_END}{CONTENT}]", "", made)
            return re.sub(f"[{''.join(BREAKS.values())}]", " ", bare)

    context = {tag: clean(values.get(tag, "")) for tag in TAGS}
    context |= {
        "title": TITLE_START
        + context["title"].translate({ord(sign): stand_in for sign, stand_in in BREAKS.items()})
        + TITLE_END,
        "content": CONTENT,
    }
    try:
        template = Template(io.BytesIO(source))
        template.render(context, _environment(), autoescape=True)
    except TemplateError:
        raise
    except JinjaError as error:
        raise TemplateError("wrong-tag", {"what": str(error)[:200]}) from None
    except Exception as error:  # noqa: BLE001 - a stranger's file makes the library fail in ways that nobody can list
        raise TemplateError("unreadable", {"why": type(error).__name__}) from None
    document: Document = template.docx
    if not any(_is_marker(one) for one in document.element.body):
        raise TemplateError("no-marker")
    return document


def _is_marker(paragraph: Any) -> bool:
    return paragraph.tag == f"{_W}p" and "".join(paragraph.itertext(f"{_W}t")).strip() == CONTENT


def take_marker(document: Document) -> Any:
    """The element that stands where the content goes."""
    return next(one for one in document.element.body if _is_marker(one))


def _environment() -> Environment:
    from jinja2 import StrictUndefined, nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Tags(ImmutableSandboxedEnvironment):
        """Compiles nothing but tags by their name, filters that only change letters, and conditions."""

        def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
            tree = super()._parse(source, name, filename)
            _allow(tree)
            return tree

    return Tags(undefined=StrictUndefined)


def _allow(tree: Any) -> None:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        kind = type(node).__name__
        if kind not in _NODES:
            raise TemplateError("wrong-tag", {"what": kind.lower()})
        if kind == "Name" and node.name not in TAGS:
            raise TemplateError("unknown-tag", {"tag": node.name[:80]})
        if kind == "Filter" and node.name not in _FILTERS:
            raise TemplateError("wrong-tag", {"what": node.name[:80]})
        waiting += node.iter_child_nodes()


def _inspect(data: bytes) -> None:
    """Refuse what no template needs: macros, embedded files, links to elsewhere, fields that fetch or run."""
    if len(data) > _LIMITS.file_bytes:
        raise TemplateError("unreadable", {"why": "too-large"})
    try:
        archive = Archive(data, _LIMITS)
        types = archive.get("[Content_Types].xml") or b""
        if "word/document.xml" not in archive.names:
            raise TemplateError("not-word")
        if _MACROS.search(types) or any(name.startswith(_EMBEDDED) for name in archive.names):
            raise TemplateError("macros")
        for name in sorted(archive.names):
            if name.endswith((".xml", ".rels")):
                _inspect_part(name, parse_xml(archive.read(name)))
    except Unreadable as error:
        raise TemplateError("unreadable", {"why": error.code}) from None


def _inspect_part(name: str, root: Any) -> None:
    if name.endswith(".rels"):
        for relation in root.iter(_RELATIONSHIP):
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            if relation.get("TargetMode") == "External" and kind != "hyperlink":
                raise TemplateError("external", {"what": relation.get("Target", "")[:200]})
        return
    codes = "".join(one.text or "" for one in root.iter(f"{_W}instrText"))
    codes += " ".join(one.get(f"{_W}instr", "") for one in root.iter(f"{_W}fldSimple"))
    if found := _FIELDS.search(codes):
        raise TemplateError("field", {"what": found[0]})
    if next(root.iter(f"{_W}altChunk"), None) is not None:
        raise TemplateError("external", {"what": "altChunk"})
