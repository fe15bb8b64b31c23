"""``filrouge rules``: the rules that a check applies, and what each of them asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from filrouge.cli.files import deliver
from filrouge.cli.help import speak
from filrouge.cli.language import chosen, voice
from filrouge.cli.options import one_of
from filrouge.cli.problems import Problem
from filrouge.cli.terminal import look
from filrouge.domain.coherence.engine import Rule, rules
from filrouge.domain.model.canonical import dumps
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers.text.layout import FAINT, Lines

if TYPE_CHECKING:
    from filrouge.library import RuleText

FORMATS = ("text", "json")


def run(code: str | None, format: str, lang: str | None) -> int:
    """List the rules, or explain the one of this code; answer the exit status."""
    from filrouge.library import rule_texts

    language = chosen(lang)
    speak(language)
    one_of("--format", format, FORMATS)
    words = rule_texts()
    found = [rule for rule in rules() if rule.code in words]
    if code is not None:
        found = [rule for rule in found if rule.code == code.upper()]
        if not found:
            near = ", ".join(one for one in words if one[:3] == code[:3].upper())
            raise Problem("unknown-rule", given=code, near=near)
    if format == "json":
        objects = [_object(rule, words[rule.code], language) for rule in found]
        deliver(dumps(objects[0] if code is not None else objects, pretty=True) + "\n", None)
        return 0
    lines = Lines(voice(language, "report"), look(None))
    if code is not None:
        _explained(lines, found[0], words[found[0].code], voice(language))
    else:
        _listed(lines, found, words, voice(language))
    deliver(lines.text(), None)
    return 0


def _object(rule: Rule, words: RuleText, language: str) -> dict[str, Any]:
    parts = ("title", "why", "mend", "breaks", "keeps")
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "frameworks": list(rule.frameworks),
        "source": rule.source,
        **{part: getattr(words, part)[language] for part in parts},
    }


def _listed(lines: Lines, found: list[Rule], words: dict[str, RuleText], say: Voice) -> None:
    lines.title(say("rules-title", count=len(found)))
    family = ""
    for rule in found:
        if rule.code[:3] != family:
            family = rule.code[:3]
            lines.blank()
        lines.raw(f"  {rule.code}  {lines.severity(rule.severity)}")
        lines.paragraph(say.typeset(words[rule.code].title[say.language]), 10)


def _explained(lines: Lines, rule: Rule, words: RuleText, say: Voice) -> None:
    language = say.language
    lines.title(f"{rule.code}  {say.typeset(words.title[language])}")
    lines.raw(lines.severity(rule.severity))
    for label, text in (
        ("rule-why", words.why),
        ("rule-mend", words.mend),
        ("rule-breaks", words.breaks),
        ("rule-keeps", words.keeps),
    ):
        lines.subheading(say(label))
        lines.paragraph(say.typeset(text[language]), 2)
    lines.blank()
    lines.paragraph(say.labelled(say("rule-for"), _scope(rule, say)), colour=FAINT)
    lines.paragraph(say.labelled(say("rule-source"), rule.source), colour=FAINT)


def _scope(rule: Rule, say: Voice) -> str:
    if not rule.frameworks:
        return say("rule-for-all")
    from filrouge.library import framework

    return ", ".join(framework(kind).title[say.language] for kind in rule.frameworks)
