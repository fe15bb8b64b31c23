"""A document held against a plan, for a terminal: its themes first, then each statement with what it answers to."""

from __future__ import annotations

from filrouge.domain.alignment import CLEAR, Alignment, Answer, Suggestion
from filrouge.domain.language.formatting import format_percent
from filrouge.domain.model import ReferencePlan
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers import Look
from filrouge.formats.writers.text.layout import FAINT, Lines

_SHOWN = 2  # suggestions a statement
_PERHAPS = 0.25  # below this score nothing is worth a reader's time


def write(file: str, found: Alignment, voice: Voice, look: Look) -> str:
    """What a document answers to in the plan, in the language of ``voice``."""
    lines = Lines(voice, look)
    titles = _titles(found.plan, voice.language)
    lines.title(voice("alignment-title", file=file, plan=found.plan.title[voice.language]))
    lines.heading(voice("alignment-themes"))
    if not found.themes:
        lines.paragraph(voice("alignment-no-theme"), 2)
    for theme in found.themes:
        title, score = titles[theme.code], _percent(theme.score, voice)
        lines.points([voice("alignment-theme", code=theme.code, title=title, score=score, items=len(theme.items))])
    if found.answers:
        lines.heading(voice("alignment-items"))
    for answer in found.answers:
        _answer(lines, answer, titles)
    return lines.text()


def _answer(lines: Lines, answer: Answer, titles: dict[str, str]) -> None:
    lines.blank()
    lines.paragraph(answer.item.text, 2, hang=2)
    if answer.refused:
        lines.paragraph(lines.voice("alignment-refused"), 4, colour=FAINT)
        return
    shown = [one for one in answer.suggestions if one.score >= CLEAR]
    shown = shown or [one for one in answer.suggestions[:1] if one.score >= _PERHAPS]
    if not shown:
        lines.paragraph(lines.voice("alignment-nothing"), 4, colour=FAINT)
    for one in shown[:_SHOWN]:
        lines.points([_sentence(one, titles, lines.voice)], 4, "→" if one.score >= CLEAR else "?")


def _sentence(one: Suggestion, titles: dict[str, str], voice: Voice) -> str:
    return voice(
        "alignment-suggestion",
        code=one.code,
        title=titles[one.code],
        score=_percent(one.score, voice),
        words=list(one.words or one.around),
        where="own" if one.words else "around" if one.around else "",
    )


def _percent(score: float, voice: Voice) -> str:
    return format_percent(round(score * 100), voice.language)


def _titles(plan: ReferencePlan, language: str) -> dict[str, str]:
    """What each code of the plan stands for."""
    titles = {theme.code: theme.title[language] for theme in plan.themes}
    return titles | {one.code: one.label[language] for theme in plan.themes for one in theme.objectives}
