"""A document and its remarks made by hand, with every kind of thing in one place. All of it is invented."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from filrouge.cli.language import voice
from filrouge.domain.coherence.engine import Fact, Finding, Severity, Waiver
from filrouge.domain.coherence.report import Report, ranked
from filrouge.domain.model import (
    Cell,
    CommunicationAction,
    Deadline,
    Document,
    Facts,
    Indicator,
    Item,
    Note,
    Paragraph,
    Place,
    Quantity,
    Quoted,
    RiskDomain,
    Row,
    Section,
    SwotItem,
    Table,
)
from filrouge.domain.report.dossier import Batch, Dossier, dossier
from filrouge.domain.report.voice import Voice
from filrouge.library import framework, rule_texts

TODAY = dt.date(2031, 5, 4)
HOSTILE = "<script>alert(1)</script>\"'&=HYPERLINK(1)"
LINES = (
    "Plan d’essai 2031-2033",
    "1 Objectifs",
    "Objectif 1 : ouvrir deux\nguichets avant fin 2031 (DGX)",
    "Objectif 2 : mieux faire",
    "2 Moyens",
    "Guichets 1 200 1 300,5",
    "Total 1 200 1 301,5",
    f"Mot hostile {HOSTILE} fin",
    "Affiche **-**-2031 dépliant",
    "3 Analyse",
    "1. Une équipe soudée",
    "1. Des locaux vétustes",
    "Locaux : locaux vétustes, ouvrir deux guichets",
)
TEXT = "\n".join(LINES) + "\n"


def at(words: str, nth: int = 0) -> Place:
    """Where these words stand in the text, for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Place(start, start + len(words))


def _sections() -> tuple[Section, ...]:
    starts = [at("1 Objectifs").start, at("2 Moyens").start, at("3 Analyse").start, len(TEXT)]
    names = (("s1", "1", "Objectifs"), ("s2", "2", "Moyens"), ("s3", "3", "Analyse"))
    return tuple(
        Section(name, number, title, 1, Place(starts[n], starts[n + 1]), at(f"{number} {title}"))
        for n, (name, number, title) in enumerate(names)
    )


def _paragraphs() -> tuple[Paragraph, ...]:
    kinds = {"1 Objectifs": "heading", "2 Moyens": "heading", "3 Analyse": "heading"}
    shown = [line for line in LINES if not line.startswith(("Guichets", "Total", "Affiche", "Locaux"))]
    made = []
    for line in shown:
        text = " ".join(line.split())
        label = None
        if line in kinds:
            label, text = text.split(" ", 1)
        made.append(Paragraph(text, at(line), kinds.get(line, "text"), label))
    return tuple(made)


def _tables() -> tuple[Table, ...]:
    first = (
        Cell("Guichets", 2031, "A", Decimal(1200), at("1 200")),
        Cell("Guichets", 2031, "B", Decimal("1300.5"), at("1 300,5")),
    )
    last = (
        Cell("Total", 2031, "A", Decimal(1200), at("1 200", 1)),
        Cell("Total", 2031, "B", Decimal("1301.5"), at("1 301,5")),
    )
    rows = (Row("Guichets", first, at(LINES[5])), Row("Total", last, at(LINES[6]), total=True))
    figures = Table("t1", "budget", "Dépenses", "EUR", at(f"{LINES[5]}\n{LINES[6]}"), "s2", ("A", "B"), rows)
    action = CommunicationAction("Affiche", "", "**-**-2031", "dépliant", "", "", place=at(LINES[8]))
    return figures, Table("t2", "communication", "", None, at(LINES[8]), "s2", actions=(action,))


def document(**changes: Any) -> Document:
    """The document, with some of its fields changed."""
    deadline = Deadline("avant fin 2031", dt.date(2031, 12, 31), at("avant fin 2031"))
    items = (
        Item(
            "i1", "strategic_objective", "1", "ouvrir deux guichets avant fin 2031", "s1", None, at(LINES[2]),
            ("DGX",), deadline, Quantity("deux guichets", Decimal(2), "guichets", at("deux\nguichets")),
            0.9, ("doubt",),
        ),
        Item("i2", "action", "2", "mieux faire", "s1", "i1", at("Objectif 2 : mieux faire")),
    )  # fmt: skip
    quoted = (Quoted("weakness", 1, "locaux vétustes", at("locaux vétustes", 1)),)
    fields: dict[str, Any] = {
        "text": TEXT,
        "language": "fr",
        "framework": "urn:filrouge:framework:strategic-plan",
        "confidence": 0.75,
        "facts": Facts(
            "Plan d’essai", "Agence d’essai", dt.date(2031, 1, 2), "conseil", at("Plan"),
            (dt.date(2031, 1, 1), dt.date(2033, 12, 31)), at("2031-2033"), None, 3, None, ("loi du 1er mai 2030",),
        ),
        "sections": _sections(),
        "paragraphs": _paragraphs(),
        "items": items,
        "swot": (
            SwotItem("strength", "1", "Une équipe soudée", at(LINES[10])),
            SwotItem("weakness", "1", "Des locaux vétustes", at(LINES[11])),
        ),
        "risk_domains": (RiskDomain("1", "Locaux", (1,), (), (1,), None, at(LINES[12]), quoted),),
        "tables": _tables(),
        "indicators": (Indicator("deux guichets", at("deux\nguichets"), Decimal("2.50"), "guichets"),),
        "deadlines": (deadline,),
        "notes": (Note("table-rebuilt", "s2", at(LINES[5]), ()), Note("unknown-note", None, at("Plan"))),
    }  # fmt: skip
    return Document(**{**fields, **changes})


def findings() -> tuple[Finding, ...]:
    """One finding of each severity, one about the whole, one at several places, one waived."""
    waiver = Waiver("DOC107", "Sigle connu", "Conseillère", dt.date(2031, 4, 1), until=dt.date(2032, 4, 1))
    figures = {"printed": Decimal("1301.5"), "computed": Decimal("1300.5"), "difference": Decimal(1)}
    total = Fact(at("1 301,5"), section="s2", params={"row": "Total", "year": 2031, "axis": "column", **figures})
    hostile = Fact(at(HOSTILE), section="s2", params={"quote": HOSTILE, "title": "Moyens", "form": "one"})
    left = Fact(at("**-**-2031"), section="s2", params={"form": "one", "kind": "date", "words": "**-**-2031"})
    return (
        Finding("MAN102", Severity.ERROR, Fact()),
        Finding("RES102", Severity.WARNING, total),
        Finding("DOC106", Severity.WARNING, hostile),
        Finding("DOC104", Severity.WARNING, left),
        Finding(
            "RIS103",
            Severity.INFO,
            Fact(
                at(LINES[10]),
                section="s3",
                params={"kind": "strength", "count": 1, "total": 1, "numbers": [1]},
                places=(at(LINES[11]),),
            ),
        ),
        Finding(
            "DOC107",
            Severity.WARNING,
            Fact(at("DGX"), item="i1", section="s1", params={"form": "one", "abbreviation": "DGX", "count": 1}),
            waiver,
        ),
    )


def made_dossier(language: str = "fr", file: str = "dossier/plan d’essai.txt", **changes: Any) -> Dossier:
    """The document with its findings in the words of a language."""
    unused = (Waiver("DOC101", "Plus utile", "Juriste", dt.date(2030, 1, 1)),)
    found = findings()
    report = Report(found, ranked(found), unused)
    one = document(**changes)
    return dossier(file, one, framework("strategic-plan"), report, rule_texts(), language, TODAY)


def made_batch(language: str = "fr", **changes: Any) -> Batch:
    return Batch((made_dossier(language, **changes),))


def report_voice(language: str = "fr") -> Voice:
    return voice(language, "report")
