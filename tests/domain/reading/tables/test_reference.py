"""The tables of the reference documents against their transcription, and what reading them costs."""

from __future__ import annotations

import re
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from domain.reading.tables.support import NOWHERE, lines
from filrouge.domain.model import Item, SwotItem
from filrouge.domain.reading.blocks import Extract
from filrouge.domain.reading.tables import FoundTable, find_tables, read_matrices

PLAN = "004_5be65c44aead0beb.txt"
SIDES = (("forces", "strength"), ("faiblesses", "weakness"), ("opportunites", "opportunity"), ("menaces", "threat"))
FIELDS = {
    "cible": "target",
    "groupe_cible": "audience",
    "date": "date",
    "message": "message",
    "canal": "channel",
    "materiel": "material",
}


@cache
def source(folder: Path, name: str = PLAN) -> Extract:
    return lines((folder / "sources" / name).read_text(encoding="utf-8"))


@cache
def gold(folder: Path) -> dict[str, Any]:
    text = (folder / "gold" / "spf-interieur-2022-2024.yaml").read_text(encoding="utf-8")
    found = yaml.safe_load(text)
    assert isinstance(found, dict)
    return found


@cache
def tables(folder: Path) -> tuple[FoundTable, ...]:
    return find_tables(source(folder), "fr")


def norm(text: str) -> str:
    folded = re.sub(r"[’‘`´]", "'", re.sub(r"[‐‑–—]", "-", text.casefold()))
    return " ".join(folded.split()).strip(" .;:,-")


def cells_of(folder: Path, kind: str) -> dict[tuple[str, int | None, str], float]:
    found = (t.table for t in tables(folder) if t.table.kind == kind)
    return {(norm(c.row), c.year, c.column): float(c.value) for table in found for c in table.cells}


def test_every_figure_of_the_staff_table(reference_dir: Path) -> None:
    staff = gold(reference_dir)["personnel"]
    wanted = {
        (norm(row["direction"]), int(year), column): value
        for row in [*staff["lignes"], staff["total"] | {"direction": ""}]
        for year, figures in row.items()
        if str(year).isdigit()
        for column, value in figures.items()
    }
    assert cells_of(reference_dir, "staff") == wanted


def test_every_figure_of_the_budget_tables(reference_dir: Path) -> None:
    wanted = {
        (norm(row["libelle"]), int(key[:4]), column): value
        for name in ("tab_1", "tab_2")
        for row in gold(reference_dir)["budget"][name]["lignes"]
        for key, figures in row.items()
        if re.match(r"20\d\d_", str(key))
        for column, value in figures.items()
    }
    assert cells_of(reference_dir, "budget") == wanted


def test_units_and_totals(reference_dir: Path) -> None:
    staff, *budgets = (t.table for t in tables(reference_dir) if t.table.kind != "communication")
    assert [staff.unit, *(table.unit for table in budgets)] == ["FTE", "KEUR", "KEUR"]
    assert [row.label for row in staff.rows if row.total] == [""]
    assert all(row.total == norm(row.label).startswith(("total", "personnel total")) for t in budgets for row in t.rows)


def test_every_cell_of_the_communication_plan(reference_dir: Path) -> None:
    (plan,) = (t.table for t in tables(reference_dir) if t.table.kind == "communication")
    rows = gold(reference_dir)["plan_de_communication"]["lignes"]
    assert len(plan.actions) == len(rows)
    wrong = [
        (row["id"], field)
        for row, action in zip(rows, plan.actions, strict=True)
        for french, field in FIELDS.items()
        if norm(str(row[french]))[:60] != norm(getattr(action, field))[:60]
    ]
    assert wrong == []


def register(folder: Path) -> tuple[list[SwotItem], list[Item]]:
    known = gold(folder)
    swot = [
        SwotItem(kind, str(number), entry["texte"], NOWHERE)
        for french, kind in SIDES
        for number, entry in enumerate(known["swot"][french], 1)
    ]
    goals = [
        Item(f"goal-{g['numero']}", "strategic_objective", str(g["numero"]), g["titre"], None, None, NOWHERE)
        for g in known["objectifs_strategiques"]
    ]
    return swot, goals


@pytest.mark.parametrize("look", ["as it is", "without no-break spaces", "without blank lines"])
def test_every_link_of_the_matrices(reference_dir: Path, look: str) -> None:
    text = source(reference_dir).text
    if look != "as it is":
        text = "\n".join(line.replace("\u00a0", " ").rstrip(" ") for line in text.split("\n"))
    if look == "without blank lines":
        text = "\n".join(line for line in text.split("\n") if line.strip())
    found = [each.domain for each in read_matrices(lines(text), *register(reference_dir))]
    wanted = gold(reference_dir)["annexe_2_matrices"]
    assert [norm(domain.title) for domain in found] == [norm(row["libelle"]) for row in wanted]
    assert [domain.number for domain in found] == [str(row["domaine"]) for row in wanted]
    for domain, row in zip(found, wanted, strict=True):
        assert sorted(domain.weaknesses) == row["faiblesses"]
        assert sorted(domain.threats) == row["menaces"]
        assert sorted(domain.objectives) == row["objectifs"]
        assert domain.note == row["texte_libre"]


def test_prose_makes_no_tables(reference_dir: Path) -> None:
    for path in sorted((reference_dir / "sources").glob("*.txt")):
        if path.name != PLAN:
            assert find_tables(source(reference_dir, path.name), "fr") == ()


def test_ten_times_the_text_takes_about_ten_times_as_long(reference_dir: Path) -> None:
    def cost(extract: Extract) -> float:
        start = time.process_time()
        find_tables(extract, "fr")
        read_matrices(extract, *register(reference_dir))
        return time.process_time() - start

    once = source(reference_dir)
    cost(once)
    assert cost(lines(once.text * 10)) < 20 * max(cost(once), 0.05)


@pytest.mark.parametrize(
    "line",
    [
        "1 2 3 4",
        "12,5",
        "Foo 12 500 13 000 14 200",
        "2024 2025 2026",
        "CE CL CE CL",
        "a\t1\t2",
        "| a | 1 | 2 |",
        "Cible Groupe cible Date Message Canal",
        "Faiblesses Menaces Objectifs",
        "Poste 2024 2025\nFoo 12 13\nBar 1 2",
    ],
)
def test_hostile_lengths_stay_cheap(line: str) -> None:
    start = time.process_time()
    extract = lines("\n".join([line] * 3_000))
    find_tables(extract, "fr")
    read_matrices(extract, (), ())
    assert time.process_time() - start < 5
