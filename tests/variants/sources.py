"""The five reference documents as scripts: the words of the source, the structure of its transcription."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from corpus.builders.pieces import Box, Heading, Item, Para, Piece, Script, Title, table

from variants import ministry

Gold = dict[str, Any]
FILES = {
    "letter": ("000_58254ff251d29407.txt", "lettre-mission-zone-2020.yaml"),
    "aig-letter": ("001_87e1146fde998479.txt", "modele-lettre-mission-aig.yaml"),
    "imf-policy": ("002_957fc90862012c0c.txt", "modele-politique-integrite-imf.yaml"),
    "pns": ("003_7fcbf49ae95bbf6e.txt", "pns-2016-2019.yaml"),
    "spf": ("004_5be65c44aead0beb.txt", "spf-interieur-2022-2024.yaml"),
}
NOTE = re.compile(r"\[(\d+):\s((?:[^\[\]]|\[[^\]]*\])*)\]")


def load(reference: Path, name: str) -> tuple[list[str], Gold]:
    """The lines of a source, with line 1 at index 1, and its transcription."""
    source, gold = FILES[name]
    lines = (reference / "sources" / source).read_text(encoding="utf-8").replace("\r", "").split("\n")
    return ["", *lines], yaml.safe_load((reference / "gold" / gold).read_text(encoding="utf-8"))


def script(reference: Path, name: str, split_titles: bool = False) -> Script:
    """The script of a reference document; ``split_titles`` prints a label and its title as two paragraphs."""
    lines, gold = load(reference, name)
    makers: dict[str, Callable[[], Iterator[Piece]]] = {
        "letter": lambda: letter(gold),
        "aig-letter": lambda: template(lines, gold),
        "imf-policy": lambda: policy(lines, gold),
        "pns": lambda: national(lines, gold),
        "spf": lambda: ministry.pieces(lines, gold, split_titles),
    }
    notes = notes_of(lines) if name in {"aig-letter", "imf-policy"} else {}
    made = tuple(makers[name]())
    used = set(re.findall(r"\[\^(\w+)\]", repr(made)))
    running = {"letter": "Lettre de mission", "pns": "Plan national de sécurité", "spf": "Plan stratégique"}.get(
        name, ""
    )
    return Script(made, {key: words for key, words in notes.items() if key in used}, running)


def notes_of(lines: list[str]) -> dict[str, str]:
    """The footnotes of a text that was taken out of Word, whose extraction left them in square brackets."""
    return {key: clean(words) for key, words in NOTE.findall("\n".join(lines[1:]))}


def clean(words: str) -> str:
    """A line of a source with single spaces, its footnotes taken out and their marks kept as ``[^1]``."""
    words = re.sub(r"\[footnoteRef:(\d+)\]", r"[^\1]", words)
    words = re.sub(r"\[bookmark: \w+\]|\*\*|\[Cliquez[^\]]*\]\(#\)", "", words)
    return re.sub(r"\s+", " ", words).strip()


def body(lines: list[str], first: int, last: int, headings: dict[int, Heading]) -> Iterator[Piece]:
    """The lines from ``first`` to ``last`` as paragraphs, list items and the headings that are known by their line."""
    text = "\n".join(lines[first : last + 1])
    text = NOTE.sub(lambda match: "\n" * match.group().count("\n"), text)
    for number, line in enumerate(text.split("\n"), first):
        words = clean(line)
        if number in headings:
            yield headings[number]
        elif match := re.match(r"([·•\-]|\d{1,2}[.)]) (.*)", words):
            yield Item(match.group(2), "•" if match.group(1) == "·" else match.group(1))
        elif words and not re.match(r"(Cliquez pour|Description générée)", words):
            yield Para(words)


def letter(gold: Gold) -> Iterator[Piece]:
    quotes = [f"« {quote['texte']} »" for quote in gold["citations_mises_en_exergue"]]
    axes = {axis["id"]: axis for axis in gold["axes"]}
    subs = {sub["id"]: sub for axis in gold["axes"] for sub in axis["sous_axes"]}
    for part in gold["texte_integral"]:
        name = part["section"]
        key = name.split()[0]
        if key in axes:
            yield Heading(1, axes[key]["titre"])
        elif key in subs:
            yield Heading(2, subs[key]["titre_source"])
        else:
            yield Heading(1, name)
        yield from map(Para, part["paragraphes"])
        if name in {"Avant-propos", "Notre défi", "A2.2", "Conclusions"}:
            yield Box((Para(quotes.pop(0)),))
        if name == "Notre défi":
            yield Heading(1, "Un rapide aperçu")
            for axis in gold["apercu"]["axes"]:
                yield Box((Para(axis["axe"]), *(Item(words) for words in axis["sous_axes"])))


def template(lines: list[str], gold: Gold) -> Iterator[Piece]:
    headings: dict[int, Heading] = {}

    def walk(nodes: list[Gold], level: int) -> None:
        for node in nodes:
            number = f"{node['numero']}." if node["numero"] else None
            headings[node["ligne"]] = Heading(level, node["titre"], number)
            walk(node.get("sections", []), level + 1)

    walk(gold["arborescence"], 1)
    yield from body(lines, 1, len(lines) - 1, headings)


def policy(lines: list[str], gold: Gold) -> Iterator[Piece]:
    headings: dict[int, Heading] = {}
    for function in gold["fonctions"]:
        headings[function["ligne"]] = Heading(3, f"{function['nom']}", f"Fonction {function['numero']} :")
        for i, category in enumerate(function["categories"], 1):
            headings[category["ligne"]] = Heading(4, category["nom"], f"{i}.")
    model = gold["modele_de_politique"]
    for section in model["sections"]:
        headings[section["ligne"]] = Heading(2, section["titre_source"], f"{section['numero']}.")
    chapters = ("introduction", "explication du modèle", "modèle d’une politique")
    parts = ("les instruments", "les processus", "les structures")
    grid_lines: list[int] = []
    for number, line in enumerate(lines):
        words = clean(re.sub(r"\[footnoteRef.*", "", line))
        if words.casefold() in parts or (len(words) < 60 and words.casefold().startswith(chapters)):
            headings[number] = Heading(2 if words.casefold() in parts else 1, words)
        if line.startswith("\t"):
            grid_lines.append(number)
    first, last = grid_lines[0], next(n for n in range(grid_lines[-2], len(lines)) if headings.get(n))
    yield from body(lines, 1, first - 1, headings)
    cells = [clean(cell) for cell in "\n".join(lines[first:last]).split("\t")[1:]]
    cells = [cell for cell in cells if cell][: 3 + 4 + 4]
    yield table([["", *cells[:3]], cells[3:7], cells[7:11]])
    yield from body(lines, last, len(lines) - 1, headings)


def national(lines: list[str], gold: Gold) -> Iterator[Piece]:
    yield Title(gold["titre"])
    yield Para(gold["sous_titre"])
    starts = {n: int(m.group(1)) for n, line in enumerate(lines) if (m := re.match(r"\W*Partie (\d):", line))}
    part = {number: n for n, number in starts.items()}
    programmes = [n for n, line in enumerate(lines) if line.count("\t") > 3]
    yield Heading(1, "Introduction", "Partie 1:")
    yield from body(lines, part[1] + 6, programmes[0] - 1, {})
    rows = [[clean(cell) for cell in lines[n].split("\t")][:4] for n in programmes]
    yield table(rows)
    yield Heading(1, clean(lines[part[2]]).split(": ")[1], "Partie 2:")
    letters = [n for n, line in enumerate(lines) if re.match(r"[AB]\. ", line)]
    yield from body(lines, part[2] + 1, letters[0] - 1, {})
    for at, themes in zip(letters, ("themes_transversaux", "phenomenes"), strict=True):
        mark, title = clean(lines[at]).split(" ", 1)
        yield Heading(2, title.rstrip("*"), mark)
        for theme in gold[themes]:
            yield from _theme(theme)
    for number in (3, 4, 5):
        last = part[number + 1] - 1 if number + 1 in part else len(lines) - 1
        words = clean(" ".join(lines[part[number] : part[number] + (2 if number == 3 else 1)])).strip("*")
        yield Heading(1, words.split(":", 1)[1].strip(), f"Partie {number}:")
        yield from body(lines, part[number] + (2 if number == 3 else 1), last, {})


def _theme(theme: Gold) -> Iterator[Piece]:
    number, title = theme["titre_source"].split(" ", 1)
    yield Heading(3, title, number)
    yield Para(theme["accroche"])
    yield from _objectives(theme)
    for heading in theme.get("rubriques", []):
        mark = heading.get("numero_rubrique")
        yield Heading(4, heading["titre"], f"{mark}." if mark else None)
        if heading.get("texte"):
            yield Para(heading["texte"])
        yield from _objectives(heading)
    for extra in theme.get("textes_complementaires", []):
        yield Heading(4, extra["titre"])
        yield Para(extra["texte"])


def _objectives(owner: Gold) -> Iterator[Piece]:
    for objective in owner.get("objectifs", []):
        yield Item(objective["texte"], f"{objective['numero']}.")
