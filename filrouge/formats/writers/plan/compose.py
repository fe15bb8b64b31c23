"""A plan laid out: what it is, its sections with what stands in them, what stands in none, the acts on record."""

from __future__ import annotations

from collections.abc import Sequence

from filrouge.domain.language.formatting import format_period
from filrouge.domain.model.plan import Plan, PlanSection
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers.plan.analysis import any_outside, say_acts, say_analysis
from filrouge.formats.writers.plan.composer import Composer
from filrouge.formats.writers.plan.departing import Departure, Names
from filrouge.formats.writers.plan.layout import Inline, Label, Layout
from filrouge.formats.writers.plan.statements import Trees, say_statements, trees

PLAN = ("", "")


def compose(plan: Plan, voice: Voice, names: Names, departure: Departure, languages: Sequence[str] = ()) -> Layout:
    """The layout of a plan, all of it. ``voice`` speaks the texts ``export`` of the library; ``languages`` are those
    in which the content is printed, that of the voice when none is named."""
    composer = Composer(plan, voice, tuple(dict.fromkeys(languages)) or (voice.language,), names, departure)
    found = trees(plan)
    _say_head(composer)
    sections = {one.id for one in plan.sections}
    children: dict[str | None, list[PlanSection]] = {}
    for one in plan.sections:
        children.setdefault(one.parent if one.parent in sections else None, []).append(one)
    waiting = [(one, 1) for one in reversed(children.get(None, ()))]
    while waiting:
        section, level = waiting.pop()
        _say_section(composer, section, level, found, sections)
        waiting += [(child, level + 1) for child in reversed(children.get(section.id, ()))]
    if found.roots.get(None) or found.loose.get(None) or any_outside(composer, sections):
        if sections:
            composer.say("heading", Label(composer.voice("unplaced")), level=1)
        say_statements(composer, None, found)
        say_analysis(composer, None, sections)
    say_acts(composer)
    return composer.layout


def _say_head(composer: Composer) -> None:
    """What the document is: its title in its other languages, its period, its legal basis, what it amends."""
    plan, voice = composer.plan, composer.voice
    over = plan.title.shown(composer.languages[0], plan.language)[1]  # in the title block
    for one in composer.words(PLAN, "title", plan.title):
        if one.lang != over:
            composer.translations([one, one])
    period = format_period(plan.period, voice.language) if plan.period else ""
    years = "" if plan.term_years is None else voice("years", count=plan.term_years)
    for fact in (
        composer.fact(PLAN, "period", period),
        composer.day(PLAN, "starts_on", plan.starts_on),
        composer.fact(PLAN, "term_years", years),
        *(
            composer.named("legal_basis", composer.field(PLAN, "legal_basis", words, arg=str(rank)))
            for rank, words in enumerate(plan.legal_basis)
        ),
    ):
        if fact:
            composer.say("fact", *fact)
    if plan.amends or plan.relation:
        name = voice(f"relation.{plan.relation}") if plan.relation else voice("field.amends")
        shown = composer.names.amends or plan.amends
        composer.say("fact", Label(voice.labelled(name, ""), strong=True), Label(shown))
    if plan.languages:
        shown = ", ".join(voice(f"language.{one}") for one in plan.languages)
        composer.say("fact", Label(voice.labelled(voice("field.languages"), ""), strong=True), Label(shown))


def _say_section(composer: Composer, one: PlanSection, level: int, found: Trees, sections: set[str]) -> None:
    at = ("sections", one.id)
    composer.part(*at, level)
    number: list[Inline] = []
    if one.number:
        number = [composer.field(at, "number", one.number), Label("\u2002")]
    titles = composer.words(at, "title", one.title) or [
        composer.field(at, "title", composer.voice("no-title"), arg=composer.languages[0], missing=True)
    ]
    composer.say("heading", *number, titles[0], level=level)
    composer.translations(titles)
    answered = composer.names.sections.get(one.framework_section, one.framework_section)
    if answered and answered.casefold() != titles[0].text.casefold():
        composer.say("answers", Label(composer.voice("answers-to", what=answered)))
    composer.bodies(at, "body", one.body)
    say_statements(composer, one.id, found)
    say_analysis(composer, one.id, sections)
    composer.rest(at, "body", one.body)
