"""``filrouge frameworks``: what a kind of document is made of."""

from __future__ import annotations

from typing import Any

from filrouge.cli.files import deliver
from filrouge.cli.help import speak
from filrouge.cli.language import chosen, voice
from filrouge.cli.options import one_of
from filrouge.cli.reading import framework_named
from filrouge.cli.terminal import look
from filrouge.domain.model import Framework
from filrouge.domain.model.canonical import dumps
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers.text.layout import FAINT, STRONG, Lines

FORMATS = ("text", "json")


def run(name: str | None, format: str, lang: str | None) -> int:
    """List the frameworks, or show the sections and levels of one; answer the exit status."""
    language = chosen(lang)
    speak(language)
    one_of("--format", format, FORMATS)
    one = framework_named(name)
    if format == "json":
        value: object = _object(one, language) if one else [_object(each, language) for each in _all()]
        deliver(dumps(value, pretty=True) + "\n", None)
        return 0
    lines, say = Lines(voice(language, "report"), look(None)), voice(language)
    if one is not None:
        _shown(lines, one, say)
    else:
        lines.title(say("frameworks-title", count=len(_all())))
        for each in _all():
            lines.blank()
            lines.paragraph(f"{each.kind}  {each.title[language]}", colour=STRONG)
            lines.paragraph(say.typeset(each.description[language]), 2)
            lines.paragraph(each.urn, 2, colour=FAINT)
    deliver(lines.text(), None)
    return 0


def _all() -> tuple[Framework, ...]:
    from filrouge.library import frameworks

    return frameworks()


def _object(one: Framework, language: str) -> dict[str, Any]:
    return {
        "urn": one.urn,
        "kind": one.kind,
        "version": one.version,
        "title": one.title[language],
        "description": one.description[language],
        "source": one.source,
        "sections": [
            {
                "id": section.id,
                "number": section.number,
                "title": section.title[language],
                "guidance": section.guidance[language],
                "level": section.level,
                "parent": section.parent,
                "required": section.required,
            }
            for section in one.sections
        ],
        "levels": [{"kind": level.kind, "parent": level.parent} for level in _levels(one)],
        "rules": list(one.rules),
        "severities": dict(one.severities),
    }


def _levels(one: Framework) -> list[Any]:
    """Each level once: a framework may name one several times, for the several forms that it takes."""
    return list({(level.kind, level.parent): level for level in one.levels}.values())


def _shown(lines: Lines, one: Framework, say: Voice) -> None:
    language = say.language
    lines.title(one.title[language])
    lines.paragraph(say.typeset(one.description[language]))
    lines.heading(say("framework-sections"))
    for section in one.sections:
        sign = "●" if section.required else "○"
        number = f"{section.number} " if section.number else ""
        indent = 2 * section.level
        lines.paragraph(f"{sign} {number}{section.title[language]}", indent, hang=2)
        lines.paragraph(say.typeset(section.guidance[language]), indent + 2, colour=FAINT)
    lines.heading(say("framework-levels"))
    report = lines.voice
    for level in _levels(one):
        parent = f" ← {report(f'one.{level.parent}')}" if level.parent else ""
        lines.points([f"{report(f'one.{level.kind}')}{parent}"])
    lines.blank()
    lines.paragraph(say.labelled(say("framework-source"), one.source), colour=FAINT)
    lines.paragraph(one.urn, colour=FAINT)
