"""The pages of what the library holds: the rules in four languages, the frameworks, the notes and the errors."""

from __future__ import annotations

from collections.abc import Iterable

from filrouge.domain.coherence.engine import Rule, rules
from filrouge.domain.model import LANGUAGES, Catalogue, Framework, FrameworkSection, Names, ReferencePlan, Text
from filrouge.library import RuleText, frameworks, plan, plans, rule_texts
from filrouge.library.text_files import texts
from tools.words import NAMES

# The fixed words of the pages of rules, per language.
RULE_WORDS = {
    "title": Text("Les règles", "De regels", "Die Regeln", "The rules"),
    "intro": Text(
        "Chaque remarque porte le code de sa règle. `filrouge rules CODE` en dit autant que cette page.",
        "Elke opmerking draagt de code van haar regel. `filrouge rules CODE` zegt hetzelfde als deze bladzijde.",
        "Jede Anmerkung trägt den Code ihrer Regel. `filrouge rules CODE` sagt dasselbe wie diese Seite.",
        "Every remark carries the code of its rule. `filrouge rules CODE` says the same as this page.",
    ),
    "severity": Text("Gravité", "Ernst", "Schweregrad", "Severity"),
}

# The labels that `filrouge rules CODE` shows too.
RULE_LABELS = ("why", "mend", "breaks", "keeps", "source", "for", "for-all")

FRAMEWORK_HEAD = """# The frameworks

A framework says what a kind of document is made of. Each one is a YAML file under `filrouge/library/frameworks/`;
[how to add one](../how-to/add-a-framework.md) tells what it holds. `filrouge frameworks` lists them.

*Required* sections are those whose absence [DOC101](rules.en.md#doc101) remarks.
"""

CODE_HEAD = """# Notes and errors

**Notes** say what reading repaired or had to guess, so that a person can verify it; they stand under `notes` in the
[answer of `filrouge read`](json.md). **Doubts** are the same codes on one item. **Errors** say why a file could not be
read (exit status 2).
"""


def pages() -> dict[str, str]:
    """The pages by file name: one of rules per language, the frameworks, and the codes of notes and errors."""
    found = {f"rules.{language}.md": rules_page(language) for language in LANGUAGES}
    return found | {"frameworks.md": frameworks_page(), "codes.md": codes_page()}


def rules_page(language: str) -> str:
    """Every rule with its explanation, in one language."""
    words = {name: text[language] for name, text in RULE_WORDS.items()}
    words |= {name: texts("cli")[f"rule-{name}"][language] for name in RULE_LABELS}
    words["colon"] = " : " if language == "fr" else ": "
    others = " · ".join(
        f"**{NAMES[one]}**" if one == language else f"[{NAMES[one]}](rules.{one}.md)" for one in LANGUAGES
    )
    known = rule_texts()
    body = [_rule(one, known[one.code], words, language) for one in rules()]
    return "\n".join([f"# {words['title']}\n", f"{others}\n", f"{words['intro']}\n", *body])


def _rule(rule: Rule, text: RuleText, words: dict[str, str], language: str) -> str:
    severity = texts("report")[rule.severity.value][language]
    kinds = ", ".join(_kind_title(kind, language) for kind in rule.frameworks) or words["for-all"]
    return "\n".join(
        [
            f"## {rule.code}\n",
            f"**{text.title[language]}**\n",
            f"- {words['severity']}{words['colon']}{severity}",
            f"- {words['for']}{words['colon']}{kinds}",
            f"- {words['source']}{words['colon']}{rule.source}\n",
            f"{words['why']}{words['colon']}{_inline(text.why[language])}\n",
            f"{words['mend']}{words['colon']}{_inline(text.mend[language])}\n",
            f"{words['breaks']}{words['colon'].rstrip()}\n\n{_quoted(text.breaks[language])}\n",
            f"{words['keeps']}{words['colon'].rstrip()}\n\n{_quoted(text.keeps[language])}\n",
        ]
    )


def _kind_title(kind: str, language: str) -> str:
    return next((one.title[language] for one in frameworks() if one.kind == kind), kind)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in _escaped(text.strip()).splitlines())


def _inline(text: str) -> str:
    return " ".join(_escaped(text).split())


def _escaped(text: str) -> str:
    for sign in ("<", "*", "_", "|"):
        text = text.replace(sign, "\\" + sign)
    return text


def frameworks_page() -> str:
    """Every framework with its sections and levels, and the reference plans."""
    parts = [FRAMEWORK_HEAD, *(_framework(one) for one in frameworks())]
    rows = [_plan(plan(slug)) for slug in plans()]
    head = ["| name | plan | period | themes and headings | objectives |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*parts, "## Reference plans\n", *head, *rows])


def _plan(one: ReferencePlan) -> str:
    objectives = sum(len(theme.objectives) for theme in one.themes)
    return f"| `{one.slug}` | {one.title.en} | {one.period[0]}-{one.period[1]} | {len(one.themes)} | {objectives} |"


def _framework(framework: Framework) -> str:
    rows = [_section(one) for one in framework.sections]
    called = {one.kind: one.names for one in reversed(framework.levels)}
    levels = [f"| `{kind}` | {' | '.join(_first(names))} |" for kind, names in reversed(called.items())]
    return "\n".join(
        [
            f"## {framework.title.en}\n",
            " · ".join((framework.title.fr, framework.title.nl, framework.title.de)) + "\n",
            f"`{framework.urn}`, version {framework.version}. Source: {framework.source}\n",
            framework.description.en + "\n",
            "| section | title | in French | in Dutch | required |",
            "| --- | --- | --- | --- | --- |",
            *rows,
            "\n| level | in English | in French | in Dutch | in German |",
            "| --- | --- | --- | --- | --- |",
            *levels,
            "",
            *(_catalogue(framework.catalogue) if framework.catalogue else ()),
        ]
    )


def _catalogue(one: Catalogue) -> Iterable[str]:
    """The instruments of a kind of document, with their tags."""
    yield f"### {one.title.en}\n"
    yield f"{one.note.en} Source: {one.source}\n"
    yield "| instrument | in French | in Dutch | in German | approach | function | pillar | rank | in the model |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for each in one.instruments:
        titles = " | ".join(_escaped(title) for title in (each.title.en, each.title.fr, each.title.nl, each.title.de))
        function = one.functions_by_id[each.function].title.en if each.function else ""
        pillar = one.pillars_by_id[each.pillar].title.en
        yield f"| {titles} | {each.approach} | {function} | {pillar} | {each.rank} | {each.pointer or ''} |"
    yield ""


def _first(names: Names) -> list[str]:
    return [next(iter(words), "") for words in (names.en, names.fr, names.nl, names.de)]


def _section(section: FrameworkSection) -> str:
    required = "yes" if section.required else ""
    titles = " | ".join(_escaped(one) for one in (section.title.en, section.title.fr, section.title.nl))
    return f"| {section.number or ''} | {titles} | {required} |"


def codes_page() -> str:
    """The codes of notes and errors, with their sentences in four languages."""
    return "\n".join([CODE_HEAD, *_codes("Notes", "notes"), "", *_codes("Errors", "errors")])


def _codes(title: str, name: str) -> Iterable[str]:
    yield f"## {title}\n"
    for code, text in texts(name).items():
        yield f"### `{code}`\n"
        yield from (f"- {NAMES[language]}: {_inline(text[language])}" for language in LANGUAGES)
        yield ""
