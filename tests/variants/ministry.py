"""The federal ministry's strategic plan, put together again from its transcription."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from corpus.builders.pieces import Box, Heading, Item, PageBreak, Para, Piece, Table, Title, table

Gold = dict[str, Any]
SWOT = (
    ("forces", "Nos FORCES sont :"),
    ("faiblesses", "Nos FAIBLESSES sont :"),
    ("opportunites", "Nos OPPORTUNITÉS sont :"),
    ("menaces", "Les MENACES sont :"),
)
YEARS = ("2022", "2023", "2024")


TITLE = re.compile(r"\s*(Chapitre|Annexe)?\s*(\d(?:\.\d)?)\s*([.–]?)\s+(\S.*)")


def titles_of(lines: list[str]) -> dict[str, Heading]:
    """The headings of the chapters, their parts and the annexes as the source prints them: ``3``, ``3.1``, ``A3``."""
    found: dict[str, Heading] = {}
    for line, after in pairwise(lines):
        match = TITLE.fullmatch(line)
        if not match or ("\t" not in line and "." not in match.group(2)):
            continue
        word, number, mark, title = match.groups()
        title = " ".join(f"{title} {after if len(line) > 65 else ''}".replace("(document évolutif)", "").split())
        key = f"A{number}" if word == "Annexe" else number
        printed = f"{word} {number} {mark}".replace(" .", ".").strip() if word else f"{number}."
        found.setdefault(key, Heading(2 if "." in number else 1, title.rstrip(" :"), printed))
    return found


def pieces(lines: list[str], gold: Gold, split_titles: bool) -> Iterator[Piece]:
    """The whole plan; ``split_titles`` prints the number of an objective on a line and its title on the next."""
    titles = titles_of(lines)
    yield Title(gold["titre"])
    yield from _frame(gold["cadre_general"], titles)
    yield titles["2"]
    yield from _mission(gold["missions"])
    yield titles["3"]
    yield titles["3.1"]
    yield from _stakeholders(gold["parties_prenantes"])
    yield titles["3.2"]
    yield from (Item(row["texte"]) for row in gold["analyse_contextuelle"])
    yield titles["3.3"]
    yield Para("Cette analyse donne l’image suivante :")
    for side, lead in SWOT:
        numbered = [Item(row["texte"], f"{i}.") for i, row in enumerate(gold["swot"][side], 1)]
        yield Box((Para(lead), *numbered))
    yield titles["4"]
    yield from _vision(gold["vision"])
    yield titles["5"]
    yield from map(Para, gold["valeurs"]["fil_rouge"])
    for value in gold["valeurs"]["valeurs"]:
        yield Para(value["nom"], bold=True)
        yield from (Item(line, "-") for line in value["comportements"])
    yield PageBreak()
    yield from _strategy(gold, titles, split_titles)
    yield from _means(gold, titles)
    yield from _annexes(gold, titles)


def _frame(frame: Gold, titles: dict[str, Heading]) -> Iterator[Piece]:
    yield titles["1"]
    for key, paragraphs in frame.items():
        yield titles[key[:3]]
        yield from map(Para, paragraphs)


def _mission(mission: Gold) -> Iterator[Piece]:
    yield Para(mission["introduction"])
    yield from (Item(domain["titre"] + " ;", f"{domain['numero']}.") for domain in mission["domaines"])
    yield from map(Para, mission["presentation"])
    for domain in mission["domaines"]:
        yield Para(f"Dans le domaine {domain['numero']} :")
        yield from (Item(action + " ;") for action in domain["actions"])
    yield Para(mission["annonce_valeur_ajoutee"])
    yield from (Item(line + " ;", "-") for line in mission["valeur_ajoutee"])
    yield from map(Para, mission["participation_politique_federale"])


def _stakeholders(groups: Gold) -> Iterator[Piece]:
    yield Para("Nos principales parties prenantes sont :")
    for group in groups.values():
        yield Item(group["titre"], f"{group['lettre']}.")
        for key, lines in group.items():
            if isinstance(lines, list):
                names = [line if isinstance(line, str) else line.get("texte") or line["nom"] for line in lines]
                if len(group) > 4 and key != "repartition":
                    yield Para(key.replace("_", " ").capitalize() + " :")
                yield from (Item(name + " ;") for name in names)


def _vision(vision: Gold) -> Iterator[Piece]:
    yield from map(Para, vision["definition"])
    yield from map(Para, vision["enonces"])
    for axis in vision["axes"]:
        yield Para(axis["titre"], bold=True)
        if "introduction" in axis:
            yield Para(axis["introduction"])
        for line in axis.get("elements", []):
            if isinstance(line, str):
                yield Item(line)
            else:
                yield Item(line["nom"])
                yield from map(Para, line["texte"])


def _strategy(gold: Gold, titles: dict[str, Heading], split_titles: bool) -> Iterator[Piece]:
    frame = gold["cadre_strategique"]
    yield titles["6"]
    yield titles["6.1"]
    yield from map(Para, frame["introduction"])
    for priority in gold["priorites_strategiques"]:
        yield from _labelled(f"Priorité stratégique {priority['numero']}", priority["titre"], split_titles)
        yield Para(priority["texte"])
    yield from map(Para, frame["declinaison"])
    yield titles["6.2"]
    domain = None
    for goal in gold["objectifs_strategiques"]:
        if goal["domaine"] is not None and domain is None:
            yield titles["6.3"]
            yield from map(Para, frame["introduction_6_3"])
        if goal["domaine"] != domain:
            domain = goal["domaine"]
            yield Para(frame["titres_domaines"][int(domain) - 1], bold=True)
        yield from _labelled(f"Objectif stratégique {goal['numero']}", goal["titre"], split_titles)
        if goal["domaine"] is not None:
            yield Para(", ".join(goal["responsables"]))
        yield from map(Para, goal["description"])
        if goal["ambitions"]:
            yield Para("Nos ambitions sont :")
        for ambition in goal["ambitions"]:
            owners = " ".join(f"({owner})" for owner in ambition["responsables"])
            yield Item(f"{owners} {ambition['texte']} ;", "-")
    yield titles["6.4"]
    yield Para(gold["objectifs_transversaux_6_4"]["texte"])
    yield titles["6.5"]
    yield Para("Domaines retenus, dans le désordre :")
    yield from (Item(row["libelle"] + " ;") for row in gold["domaines_de_risques"]["elements"])


def _labelled(label: str, title: str, split: bool) -> Iterator[Piece]:
    if split:
        yield Heading(3, label)
        yield Para(title, bold=True)
    else:
        yield Heading(3, f"{label} : {title}")


def figure(value: float) -> str:
    """A figure as Belgian tables print it: 1.008,11."""
    whole, _, cents = f"{value:.2f}".partition(".")
    cents = cents.rstrip("0")
    return f"{int(whole):,}".replace(",", ".") + (f",{cents}" if cents else "")


def _means(gold: Gold, titles: dict[str, Heading]) -> Iterator[Piece]:
    yield PageBreak()
    yield titles["7"]
    yield titles["7.1"]
    yield from (Para(f"{letter} : {word}") for letter, word in gold["personnel"]["legende"].items())
    columns = ["M", "S", "C", "Total"]
    rows = [["Directions et services {r2}", *(f"{year} {{4}}" for year in YEARS)], columns * 3]
    lines = [*gold["personnel"]["lignes"], gold["personnel"]["total"] | {"direction": "Total"}]
    rows += [[line["direction"], *(figure(line[year][c]) for year in YEARS for c in columns)] for line in _years(lines)]
    yield table(rows, head=2)
    yield titles["7.2"]
    for name in ("tab_1", "tab_2"):
        yield Para(name.replace("tab_", "TAB "), bold=True)
        yield _budget(gold["budget"][name]["lignes"], gold["budget"]["unite"])
    yield from map(Para, gold["budget"]["texte"])
    yield titles["7.3"]
    yield Para("Ce plan de communication sera porté :")
    plan = gold["plan_de_communication"]
    yield from map(Item, plan["porteurs"])
    rows = [["Cible", "Groupe cible", "Date", "Messages", "Canal", "Matériel"]]
    keys = ("cible", "groupe_cible", "date", "message", "canal", "materiel")
    rows += [[str(row[key] or "") for key in keys] for row in plan["lignes"]]
    yield table(rows)


def _years(lines: list[Gold]) -> Iterator[Gold]:
    """The lines with their years as text: YAML reads a bare year as a number."""
    for line in lines:
        yield {str(key): value for key, value in line.items()}


def _budget(lines: list[Gold], unit: str) -> Table:
    kinds = [key for key in lines[0] if str(key)[:2] == "20"]
    heads = [key.replace("_", " ") for key in kinds]
    rows = [[f"en {unit} {{r2}}", *(f"{head} {{2}}" for head in heads)], ["CE", "CL"] * len(kinds)]
    rows += [[line["libelle"], *(figure(line[kind][c]) for kind in kinds for c in ("CE", "CL"))] for line in lines]
    return table(rows, head=2)


def _annexes(gold: Gold, titles: dict[str, Heading]) -> Iterator[Piece]:
    yield PageBreak()
    yield titles["A1"]
    organisation = gold["organisation"]
    yield from map(Para, organisation["introduction"])
    for unit in organisation["unites"]:
        yield Heading(2, unit["nom"].upper())
        yield from map(Para, unit.get("description") or [])
        yield from (Item(_name(line) + " ;", "-") for line in unit.get("missions") or [])
    yield PageBreak()
    yield titles["A2"]
    swot, goals = gold["swot"], {goal["numero"]: goal for goal in gold["objectifs_strategiques"]}
    for matrix in gold["annexe_2_matrices"]:
        yield Para(f"Domaine {matrix['domaine']} - {matrix['libelle']}", bold=True)
        sides = [
            [f"{n}. {swot['faiblesses'][n - 1]['texte']}" for n in matrix["faiblesses"]],
            [f"{n}. {swot['menaces'][n - 1]['texte']}" for n in matrix["menaces"]],
            [f"Objectif stratégique {n} : {goals[n]['titre']}" for n in matrix["objectifs"]],
        ]
        depth = max(map(len, sides))
        cells = [[side[i] if i < len(side) else "" for side in sides] for i in range(depth)]
        yield table([["Faiblesses", "Menaces", "Objectifs stratégiques"], *cells])
        if matrix.get("texte_libre"):
            yield Para(matrix["texte_libre"])


def _name(line: str | Gold) -> str:
    return line if isinstance(line, str) else str(line.get("nom") or line.get("titre") or line.get("texte"))
