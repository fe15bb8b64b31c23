"""What the tests of reading share: extracts of lines and of paragraphs, and small frameworks."""

from __future__ import annotations

from filrouge.domain.model import Framework, FrameworkSection, Level, Names, Part, Text
from filrouge.domain.reading.blocks import Builder, Extract
from filrouge.domain.reading.lines import read_lines
from filrouge.domain.reading.paragraphs import Para, build_paragraphs


def lines_of(text: str) -> Extract:
    """Plain text as the text reader gives it: a block a line, blank lines included."""
    builder = Builder("text")
    for line in text.split("\n"):
        builder.add(line, flow="line")
    return builder.build()


def paras_of(text: str) -> tuple[Para, ...]:
    return build_paragraphs(read_lines(lines_of(text), frozenset()).lines)


def texts_of(text: str) -> list[str]:
    return [para.text for para in paras_of(text)]


def same(words: str) -> Text:
    return Text(words, words, words, words)


def section(id: str, number: str | None, title: str, level: int = 1, parent: str | None = None) -> FrameworkSection:
    return FrameworkSection(id, number, same(title), same(""), level, parent, False)


PLAN = Framework(
    urn="urn:filrouge:framework:test-plan",
    kind="test-plan",
    version=1,
    title=same("Plan"),
    description=same("Un plan d’essai"),
    source="inventé",
    marks=Names(),
    sections=(
        section("mission", "1", "Notre mission"),
        section("objectives", "2", "Objectifs stratégiques"),
        section("priorities", "3", "Priorités"),
        section("actions", "4", "Plans d’action"),
    ),
    levels=(
        Level("priority", Names(fr=("priorité", "priorités")), ("heading",), sections=("priorities",)),
        Level("strategic_objective", Names(fr=("objectif stratégique", "objectifs stratégiques")), ("label",)),
        Level(
            "strategic_objective",
            Names(fr=("objectif stratégique", "objectifs stratégiques")),
            ("bulleted", "numbered"),
            sections=("objectives",),
        ),
        Level("ambition", Names(fr=("ambition", "ambitions")), ("lead_in",), "strategic_objective"),
        Level("action", Names(fr=("action", "actions")), ("label", "lead_in"), "strategic_objective", ("actions",)),
    ),
)
NATIONAL = Framework(
    urn="urn:filrouge:framework:test-national",
    kind="test-national",
    version=1,
    title=same("Plan national"),
    description=same("Un plan national d’essai"),
    source="inventé",
    marks=Names(),
    sections=(),
    levels=(
        Level("theme", Names(fr=("thème", "thèmes")), ("heading",)),
        Level("objective", Names(fr=("objectif", "objectifs")), ("numbered",), "theme"),
    ),
    parts=(
        Part("T", Names(fr=("thèmes transversaux",))),
        Part("P", Names(fr=("phénomènes de sécurité",))),
    ),
)
