"""Plans made at random: trees of sections and objectives, rich bodies, tables, in one to four languages."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from filrouge.domain.model.analysis import SWOT_KINDS
from filrouge.domain.model.framework import LANGUAGES
from filrouge.domain.model.items import ITEM_KINDS
from filrouge.domain.model.plan import (
    ACTION_STATES,
    COMMITMENTS,
    Act,
    Action,
    Contribution,
    Objective,
    Plan,
    PlanRiskDomain,
    PlanRow,
    PlanSection,
    PlanSwotItem,
    PlanTable,
    Words,
)

_LETTERS = "abc éßŒ&<>\"'{}%=+-@.,;:()1 2\u00a0\u202f–’«»€\U0001f600"
texts = st.one_of(
    st.sampled_from(["", "Responsable", "fin 2028", "12", "=1+1", "a, b", "OS 1", "Texte"]),
    st.text(_LETTERS, max_size=14).map(str.strip),
    st.text(max_size=6).map(str.strip),
)
days = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2070, 1, 1))
figures = st.none() | st.decimals(-(10**7), 10**7, places=3)


@st.composite
def words(draw: st.DrawFn, least: int = 0) -> Words:
    chosen = draw(st.lists(st.sampled_from(LANGUAGES), min_size=least, max_size=3, unique=True))
    return Words.of({language: draw(texts) for language in chosen})


@st.composite
def html(draw: st.DrawFn, depth: int = 0) -> str:
    """HTML of the restricted kind, also careless."""
    inline = st.builds(
        lambda tag, text: f"<{tag}>{text}</{tag}>" if tag else text,
        st.sampled_from(["", "strong", "em", "u", "sub", "sup", 'a href="https://example.org/a?b=1"']),
        st.text("ab é.&;", max_size=8).map(lambda text: text.replace("&", "&amp;")),
    ).map(lambda text: text.replace('</a href="https://example.org/a?b=1">', "</a>"))
    runs = st.lists(inline, min_size=1, max_size=3).map(lambda parts: "<br>".join(parts[:2]) + "".join(parts[2:]))
    kind = draw(st.sampled_from(["p", "p", "ul", "ol", "blockquote", "table", "h3", "h4", "hr", "bare"]))
    if kind == "hr":
        return "<hr>"
    if kind in ("ul", "ol"):
        inner = html(depth + 1) if depth < 2 else st.just("")
        items = draw(st.lists(st.tuples(runs, inner), min_size=1, max_size=3))
        start = draw(st.sampled_from(["", ' start="4"', ' type="a"'])) if kind == "ol" else ""
        return f"<{kind}{start}>" + "".join(f"<li>{text}{more}</li>" for text, more in items) + f"</{kind}>"
    if kind == "table":
        rows = draw(
            st.lists(st.lists(st.tuples(st.sampled_from(["td", "th"]), runs), min_size=1, max_size=3), max_size=3)
        )
        cells = ("".join(f"<{tag}>{text}</{tag}>" for tag, text in row) for row in rows)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    text = draw(runs)
    return text if kind == "bare" else f"<{kind}>{text}</{kind}>"


@st.composite
def rich_words(draw: st.DrawFn) -> Words:
    chosen = draw(st.lists(st.sampled_from(LANGUAGES), max_size=2, unique=True))
    return Words.of({language: "".join(draw(st.lists(html(), max_size=4))) for language in chosen})


def _names(draw: st.DrawFn) -> tuple[str, ...]:
    return tuple(draw(st.lists(texts.filter(lambda text: text and ";" not in text), max_size=3)))


def _facts(draw: st.DrawFn) -> dict[str, object]:
    return {
        "number": draw(texts),
        "details": draw(rich_words()),
        "owners": _names(draw),
        "starts_on": draw(days),
        "deadline": draw(texts),
        "deadline_on": draw(days),
        "quantity": draw(texts),
        "quantity_value": draw(figures),
        "quantity_unit": draw(texts),
    }


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan that holds together: every reference leads to a part."""
    sections: list[PlanSection] = []
    for rank in range(draw(st.integers(0, 4))):
        parent = draw(st.sampled_from([None, *(one.id for one in sections)]))
        sections.append(PlanSection(f"s{rank}", draw(words()), parent, draw(texts), draw(rich_words()), draw(texts)))
    places = st.sampled_from([None, *(one.id for one in sections)])
    objectives: list[Objective] = []
    kinds = st.sampled_from([kind for kind in ITEM_KINDS if kind != "action"])
    for rank in range(draw(st.integers(0, 5))):
        parent = draw(st.sampled_from([None, *(one.id for one in objectives)]))
        commitment = draw(st.sampled_from(["", *COMMITMENTS]))
        more = {"baseline": draw(texts), "commitment": commitment, "stakeholders": _names(draw)}
        objectives.append(
            Objective(f"o{rank}", draw(kinds), draw(words()), parent, draw(places), **_facts(draw), **more)
        )  # type: ignore[arg-type]
    actions = tuple(_action(draw, rank, objectives, places) for rank in range(draw(st.integers(0, 3))))
    return Plan(
        "p1",
        draw(words()),
        draw(st.sampled_from(LANGUAGES)),
        languages=tuple(draw(st.lists(st.sampled_from(LANGUAGES), unique=True))),
        period=(dt.date(2026, 1, 1), dt.date(2031, 12, 31)) if draw(st.booleans()) else None,
        starts_on=draw(days),
        term_years=draw(st.none() | st.integers(1, 30)),
        legal_basis=tuple(draw(st.lists(texts, max_size=2))),
        sections=tuple(sections),
        objectives=tuple(objectives),
        actions=actions,
        swot=tuple(
            PlanSwotItem(f"w{rank}", draw(st.sampled_from(SWOT_KINDS)), draw(texts), draw(words()), draw(places))
            for rank in range(draw(st.integers(0, 4)))
        ),
        risk_domains=tuple(_risk(draw, rank, places) for rank in range(draw(st.integers(0, 2)))),
        tables=tuple(_table(draw, rank, places) for rank in range(draw(st.integers(0, 2)))),
        acts=tuple(Act(f"c{rank}", "approval", draw(days), draw(texts)) for rank in range(draw(st.integers(0, 2)))),
    )


def _action(draw: st.DrawFn, rank: int, objectives: list[Objective], places: st.SearchStrategy[str | None]) -> Action:
    served = draw(st.lists(st.sampled_from(objectives), max_size=2, unique_by=lambda one: one.id)) if objectives else []
    shares = st.none() | st.decimals(0, 100, places=2)
    return Action(
        f"a{rank}",
        draw(words()),
        tuple(Contribution(one.id, draw(shares), draw(shares)) for one in served),
        draw(places),
        means=draw(texts),
        state=draw(st.sampled_from(ACTION_STATES)),
        progress=draw(st.none() | st.integers(0, 100)),
        **_facts(draw),  # type: ignore[arg-type]
    )


def _risk(draw: st.DrawFn, rank: int, places: st.SearchStrategy[str | None]) -> PlanRiskDomain:
    numbers = st.lists(st.integers(1, 40), max_size=3).map(tuple)
    return PlanRiskDomain(
        f"r{rank}",
        draw(texts),
        draw(words()),
        draw(numbers),
        draw(numbers),
        draw(numbers),
        draw(texts),
        tuple(draw(st.lists(st.tuples(st.sampled_from(["threat", "other"]), st.integers(0, 9), texts), max_size=2))),
        draw(places),
    )


def _table(draw: st.DrawFn, rank: int, places: st.SearchStrategy[str | None]) -> PlanTable:
    columns = tuple(draw(st.lists(texts, max_size=2, unique=True)))
    cell = st.tuples(
        st.sampled_from([*columns, "Montant"]), st.none() | st.integers(2020, 2031), st.decimals(-9999, 10**9, places=2)
    )
    rows = tuple(
        PlanRow(draw(texts), tuple(draw(st.lists(cell, max_size=3))), draw(st.booleans()))
        for _ in range(draw(st.integers(0, 3)))
    )
    lines = tuple(draw(st.lists(st.lists(texts, max_size=6).map(tuple), max_size=3)))
    kind = draw(st.sampled_from(["staff", "budget", "communication", "other"]))
    return PlanTable(f"t{rank}", kind, draw(words()), draw(texts), columns, rows, lines, draw(places))
