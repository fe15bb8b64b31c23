"""Invented documents of many makes, each read as a careful person reads it.

The documents stand in ``corpus/``: a plain text as an extractor leaves it, or a script that is built as Word,
OpenDocument or PDF; beside each, in YAML, the reading that is expected of it.
"""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from corpus import cases
from corpus.score import Sheet, f1, fold, match, score

AT_LEAST = {
    "language": 1.0,
    "framework": 1.0,
    "facts": 1.0,
    "headings.f1": 0.9,
    "headings.number": 0.9,
    "headings.nesting": 0.9,
    "items.f1": 0.97,
    "items.exact": 0.97,
    "items.number": 0.95,
    "items.section": 0.95,
    "items.owners": 0.95,
    "items.parent": 0.95,
    "items.date": 1.0,
    "swot.strength.f1": 0.97,
    "swot.weakness.f1": 0.97,
    "swot.opportunity.f1": 0.97,
    "swot.threat.f1": 0.97,
    "domains.f1": 0.97,
    "domains.links": 0.97,
    "cells": 0.98,
    "communication": 0.95,
}


def short(sheet: Sheet, lost: tuple[str, ...] = ()) -> list[str]:
    """The figures that fall short, each with what was read wrongly, but for those that this form has lost."""
    lines = []
    for figure, least in AT_LEAST.items():
        if sheet.figures[figure] < least and not figure.startswith(lost):
            start = figure.removesuffix(".f1")
            lines.append(f"{figure} is {sheet.figures[figure]:.3f}, wanted {least}")
            lines += [f"    {miss}" for miss in sheet.misses if miss.startswith(start)]
    return lines


@pytest.mark.parametrize(("name", "form"), cases.cases())
def test_reads_as_a_careful_person(name: str, form: str, tmp_path: Path) -> None:
    sheet = score(cases.answer(cases.file(name, form, tmp_path)), cases.expected(name))
    falls_short = short(sheet, cases.lost(name, form))
    assert not falls_short, "\n".join(falls_short)


@pytest.mark.parametrize("name", cases.names())
def test_says_that_it_is_invented(name: str) -> None:
    assert any(word in cases.words(name).casefold() for word in ("inventé", "verzonnen", "erfunden"))


@pytest.mark.parametrize("name", cases.names())
def test_expects_only_words_of_the_document(name: str) -> None:
    known = cases.expected(name)
    text = fold(cases.words(name))
    wanted = [item["text"] for item in known["items"]] + [row[2] for row in known["sections"]]
    wanted += [line for lines in known.get("swot", {}).values() for line in lines]
    wanted += [row for table in known.get("tables", []) for row in table.get("cells", {})]
    assert [line for line in wanted if fold(line) not in text] == []


def test_there_are_at_least_six_documents_in_two_languages() -> None:
    languages = [cases.expected(name)["language"] for name in cases.names()]
    assert languages.count("fr") >= 4
    assert languages.count("nl") >= 2
    forms = {form.split("-")[0] for _, form in cases.cases()}
    assert forms == {"txt", "docx", "odt", "pdf"}


# --- the scorer itself ----------------------------------------------------------------------------------------------


def perfect(known: dict[str, Any]) -> dict[str, Any]:
    """An answer that says what is expected, and nothing else."""
    sections: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    open_: list[dict[str, Any]] = []
    end = len(known["sections"]) * 10
    for i, (level, number, title, *_) in enumerate(row for row in known["sections"] if row[0]):
        sections.append({"id": f"s{i}", "number": number, "title": title, "level": level, "start": i * 10, "end": end})
        for section in [s for s in open_ if s["level"] >= level]:
            section["end"] = i * 10
            open_.remove(section)
        open_.append(sections[-1])
    places = {section["title"]: section["id"] for section in sections}
    for i, item in enumerate(known["items"]):
        above = [p["id"] for p in items if p["number"] == item.get("parent", 0) and p["kind"] != item["kind"]]
        items.append({
            "id": f"i{i}", "kind": item["kind"], "number": item.get("number"), "text": item["text"],
            "section": item.get("section_id") or places.get(item.get("section")),
            "parent": above[-1] if above else None,
            "owners": item.get("owners", []), "deadline": {"date": str(item["date"])} if "date" in item else None,
        })  # fmt: skip
    parts = ("audience", "date", "message", "channel", "material")
    tables = [
        {
            "kind": table["kind"] if isinstance(table["kind"], str) else table["kind"][0],
            "unit": table.get("unit"),
            "cells": [
                {"row": row, "year": int(year), "column": column, "value": value}
                for row, years in table.get("cells", {}).items()
                for year, columns in years.items()
                for column, value in columns.items()
            ],
            "actions": [dict(zip(parts, row, strict=True)) for row in table.get("actions", [])],
        }
        for table in known.get("tables", [])
    ]
    facts = {
        k: [str(v) for v in value] if isinstance(value, list) else value if isinstance(value, int) else str(value)
        for k, value in known["facts"].items()
    }
    swot = [
        {"kind": kind, "number": str(i), "text": line}
        for kind, lines in known.get("swot", {}).items()
        for i, line in enumerate(lines, 1)
    ]
    return {"language": known["language"], "framework": known["framework"], "facts": facts, "sections": sections,
            "items": items, "swot": swot, "risk_domains": known.get("risk_domains", []), "tables": tables}  # fmt: skip


@pytest.mark.parametrize("name", cases.names())
def test_the_score_of_a_perfect_answer_is_perfect(name: str) -> None:
    known = cases.expected(name)
    sheet = score(perfect(known), known)
    assert sheet.misses == []
    assert set(sheet.figures.values()) == {1.0}


def test_the_score_sees_what_is_wrong() -> None:
    known = cases.expected("d-strategisch-plan")
    answer = copy.deepcopy(perfect(known))
    answer["items"][4]["owners"] = []
    answer["items"][5]["deadline"] = {"date": "2030-01-01"}
    answer["items"][6]["parent"] = answer["items"][0]["id"]
    answer["items"].pop()
    answer["items"].append(answer["items"][-1] | {"id": "x", "text": "een zin die er niet staat"})
    answer["swot"].pop()
    answer["risk_domains"] = [domain | {"threats": [9]} for domain in answer["risk_domains"]]
    answer["tables"][0]["cells"][0]["value"] = 13
    answer["sections"].pop()
    figures = score(answer, known).figures
    wrong = {name for name, value in figures.items() if value < 1}
    assert wrong == {
        "headings.f1", "items.ambition.f1", "items.f1", "items.owners", "items.date", "items.parent",
        "swot.threat.f1", "domains.links", "cells",
    }  # fmt: skip


def test_pairs_equal_words_before_alike_ones() -> None:
    assert match(["abcdefghij", "abcdefghik"], ["abcdefghik", "abcdefghij", "other"]) == {0: 1, 1: 0}
    assert match(["the same words here"], ["the same word here"]) == {0: 0}
    assert match(["one thing"], ["quite another"]) == {}


def test_f1_of_nothing_is_whole() -> None:
    assert f1(0, 0, 0) == 1.0
    assert f1(2, 0, 0) == 0.0
