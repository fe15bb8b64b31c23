"""``filrouge frameworks``: what a kind of document is made of."""

from __future__ import annotations

from typing import Any

from filrouge.cli.files import deliver
from filrouge.cli.help import speak
from filrouge.cli.language import chosen, voice
from filrouge.cli.options import one_of
from filrouge.cli.reading import framework_named
from filrouge.cli.terminal import look
from filrouge.domain.model import Aspect, Catalogue, Framework
from filrouge.domain.model.canonical import dumps
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers.text.layout import FAINT, STRONG, Lines

FORMATS = ("text", "json")


def run(name: str | None, format: str, lang: str | None) -> int:
    """List the frameworks, or show the sections, levels and instruments of one; answer the exit status."""
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
        "catalogue": _catalogue(one.catalogue, language) if one.catalogue else None,
    }


def _catalogue(one: Catalogue, language: str) -> dict[str, Any]:
    def aspects(found: tuple[Aspect, ...]) -> list[dict[str, str]]:
        return [
            {"id": each.id, "title": each.title[language], "description": each.description[language]} for each in found
        ]

    return {
        "title": one.title[language],
        "source": one.source,
        "note": one.note[language],
        "functions": aspects(one.functions),
        "pillars": aspects(one.pillars),
        "instruments": [
            {
                "id": each.id,
                "title": each.title[language],
                "description": each.description[language],
                "approach": each.approach,
                "function": each.function,
                "pillar": each.pillar,
                "rank": each.rank,
                "pointer": each.pointer,
            }
            for each in one.instruments
        ],
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
    if one.catalogue:
        _instruments(lines, one.catalogue, say)
    lines.blank()
    lines.paragraph(say.labelled(say("framework-source"), one.source), colour=FAINT)
    lines.paragraph(one.urn, colour=FAINT)


def _instruments(lines: Lines, catalogue: Catalogue, say: Voice) -> None:
    """The instruments of the first pillar under their functions, then those of the other pillars."""
    language, tag = say.language, voice(say.language, "integrity")
    lines.heading(f"{catalogue.title[language]} ({len(catalogue.instruments)})")
    lines.paragraph(say.typeset(catalogue.note[language]), colour=FAINT)
    groups = [(each, catalogue.of_function(each.id)) for each in catalogue.functions]
    groups += [
        (each, tuple(one for one in catalogue.of_pillar(each.id) if one.function is None)) for each in catalogue.pillars
    ]
    for group, instruments in groups:
        if not instruments:
            continue
        lines.blank()
        lines.paragraph(f"{group.title[language]} ({len(instruments)})", 2, colour=STRONG)
        lines.paragraph(say.typeset(group.description[language]), 2, colour=FAINT)
        for one in instruments:
            tags = f"{tag(f'approach-{one.approach}')}, {tag(f'rank-{one.rank}')}"
            lines.paragraph(f"• {one.title[language]} – {tags}", 4, hang=2)
            lines.paragraph(say.typeset(one.description[language]), 6, colour=FAINT)
    lines.blank()
    lines.paragraph(say.labelled(say("framework-source"), catalogue.source), colour=FAINT)
