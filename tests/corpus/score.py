"""Scores what ``filrouge read`` answers (its JSON, as a dictionary) against the reading that a careful person expects.

Every figure is a share from 0 to 1. ``misses`` says in a line each what was expected and what was found instead, so
that a failing test tells which words were read wrongly.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from rapidfuzz.fuzz import ratio

Json = dict[str, Any]
ALIKE = 90.0
DASHES_AND_QUOTES = dict.fromkeys("‐‑–—", "-") | dict.fromkeys("’‘´`", "'") | dict.fromkeys('«»“”"\u00ad', "")
SIGNS = str.maketrans(DASHES_AND_QUOTES)


def fold(words: object) -> str:
    """Words without what does not count: case, kind of quote, dash or space, and the punctuation around them."""
    plain = unicodedata.normalize("NFKC", str(words)).casefold().translate(SIGNS)
    return re.sub(r"\s+", " ", plain).strip(" .,;:-•")


def match(expected: Sequence[str], found: Sequence[str]) -> dict[int, int]:
    """Pair texts one to one: equal ones in their order, then what is left by likeness, the closest first."""
    pairs: dict[int, int] = {}
    free = list(range(len(found)))
    for i, words in enumerate(expected):
        for j in free:
            if found[j] == words:
                pairs[i] = j
                free.remove(j)
                break
    alike = sorted(
        ((ratio(expected[i], found[j]), -i, -j) for i in range(len(expected)) if i not in pairs for j in free),
        reverse=True,
    )
    taken: set[int] = set()
    for likeness, i, j in alike:
        if likeness >= ALIKE and -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return dict(sorted(pairs.items()))


def f1(expected: int, found: int, both: int) -> float:
    """The harmonic mean of precision and recall; 1 where nothing was expected and nothing found."""
    return 2 * both / (expected + found) if expected + found else 1.0


@dataclass
class Sheet:
    figures: dict[str, float] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def share(self, figure: str, rights: Iterable[tuple[bool, str]]) -> None:
        """The share of rights among all; each wrong one leaves its line."""
        judged = list(rights)
        self.misses += [f"{figure}: {why}" for right, why in judged if not right]
        self.figures[figure] = sum(right for right, _ in judged) / len(judged) if judged else 1.0

    def texts(
        self, figure: str, expected: Sequence[str], found: Sequence[str], allowed: Iterable[str] = ()
    ) -> dict[int, int]:  # fmt: skip
        """Pair and give the f1; what is found without being expected counts against it, unless it is allowed."""
        wanted, got = [fold(words) for words in expected], [fold(words) for words in found]
        pairs = match(wanted, got)
        extra = [j for j in range(len(got)) if j not in pairs.values()]
        free = set(match([fold(words) for words in allowed], [got[j] for j in extra]).values())
        extra = [j for place, j in enumerate(extra) if place not in free]
        self.misses += [f"{figure}: missing «{expected[i]}»" for i in range(len(wanted)) if i not in pairs]
        self.misses += [f"{figure}: should not be there «{found[j]}»" for j in extra]
        self.figures[f"{figure}.f1"] = f1(len(wanted), len(pairs) + len(extra), len(pairs))
        return pairs


def score(found: Json, expected: Json) -> Sheet:
    """Score one answer; ``expected`` is the YAML that stands beside the document."""
    sheet = Sheet()
    for name in ("language", "framework"):
        sheet.share(name, [(found.get(name) == expected[name], f"{found.get(name)} for {expected[name]}")])
    _facts(sheet, found.get("facts") or {}, expected.get("facts", {}))
    _headings(sheet, found.get("sections", []), expected.get("sections", []))
    _items(sheet, found, expected)
    _swot(sheet, found.get("swot", []), expected.get("swot", {}))
    _domains(sheet, found.get("risk_domains", []), expected.get("risk_domains", []))
    _cells(sheet, found.get("tables", []), expected.get("tables", []))
    _actions(sheet, found.get("tables", []), expected.get("tables", []))
    return sheet


def _facts(sheet: Sheet, found: Json, expected: Json) -> None:
    def right(name: str, value: object) -> bool:
        got = found.get(name)
        if name == "validated_by":
            return fold(value) in fold(got or "")
        return got == (
            [str(day) for day in value] if isinstance(value, list) else value if isinstance(value, int) else str(value)
        )

    sheet.share(
        "facts", [(right(name, value), f"{name} is {found.get(name)}, not {value}") for name, value in expected.items()]
    )


def _headings(sheet: Sheet, found: list[Json], expected: list[list[Any]]) -> None:
    firm = [row for row in expected if row[0]]
    pairs = sheet.texts(
        "headings", [row[2] for row in firm], [s["title"] for s in found], [row[2] for row in expected if not row[0]]
    )
    numbers, nesting = [], []
    above: list[int] = []
    for i, row in enumerate(firm):
        above = [k for k in above if firm[k][0] < row[0]]
        if i in pairs:
            section = found[pairs[i]]
            numbers.append(
                (
                    row[1] == "-" or fold(section.get("number") or "") == fold(row[1] or ""),
                    f"{section.get('number')} for {row[1]} {row[2]}",
                )
            )
            wanted = fold(firm[above[-1]][2]) if above else ""
            around = [fold(s["title"]) for s in found if s is not section and _covers(s, section)]
            nesting.append(((not wanted) or wanted in around, f"«{row[2]}» is not under «{wanted}» but under {around}"))
        above.append(i)
    sheet.share("headings.number", numbers)
    sheet.share("headings.nesting", nesting)


def _covers(outer: Json, inner: Json) -> bool:
    return bool(outer["start"] <= inner["start"] and inner["end"] <= outer["end"] and outer["level"] < inner["level"])


def _items(sheet: Sheet, answer: Json, expected: Json) -> None:
    wanted: list[Json] = expected.get("items", [])
    # What running text states is not transcribed here: it is measured on documents labelled for it.
    found: list[Json] = [item for item in answer.get("items", []) if not item.get("running")]
    allowed: list[str] = expected.get("optional", [])
    paired: list[tuple[Json, Json]] = []
    sums = [0, 0, 0]
    for kind in dict.fromkeys(item["kind"] for item in wanted):
        ours = [item for item in wanted if item["kind"] == kind]
        theirs = [item for item in found if item["kind"] == kind]
        pairs = sheet.texts(f"items.{kind}", [i["text"] for i in ours], [i["text"] for i in theirs], allowed)
        paired += [(ours[i], theirs[j]) for i, j in pairs.items()]
        free = len(match([fold(words) for words in allowed], [fold(i["text"]) for i in theirs]))
        sums = [sums[0] + len(ours), sums[1] + len(theirs) - free, sums[2] + len(pairs)]
        order = list(pairs.values())
        sheet.share(
            f"items.{kind}.order",
            [(a < b, f"«{theirs[b]['text']}» stands before") for a, b in pairwise(order)],
        )
    sheet.figures["items.f1"] = f1(*sums)
    _attributes(sheet, answer, wanted, paired)


def _parent_kind(expected: list[Json], item: Json) -> str:
    """The kind of the expected item, last before this one and of another kind, that bears the number of its parent."""
    before = expected[: expected.index(item)]
    return next(
        str(i["kind"]) for i in reversed(before) if i.get("number") == item["parent"] and i["kind"] != item["kind"]
    )


def _attributes(sheet: Sheet, answer: Json, expected: list[Json], paired: list[tuple[Json, Json]]) -> None:
    by_id = {item["id"]: item for item in answer.get("items", [])}
    rights: dict[str, list[tuple[bool, str]]] = {
        name: [] for name in ("exact", "number", "section", "owners", "parent", "date")
    }

    def judge(name: str, right: bool, got: object, want: object, item: Json) -> None:
        rights[name].append((right, f"{got!r} for {want!r} of «{item['text'][:60]}»"))

    for want, got in paired:
        judge("exact", fold(got["text"]) == fold(want["text"]), got["text"], want["text"], want)
        number = want.get("number")
        judge("number", fold(got.get("number") or "") == fold(number or ""), got.get("number"), number, want)
        if "section_id" in want:
            judge("section", got.get("section") == want["section_id"], got.get("section"), want["section_id"], want)
        elif "section" in want:
            titles = _section_titles(answer, got, by_id)
            judge("section", fold(want["section"]) in map(fold, titles), titles, want["section"], want)
        if "owners" in want:
            same = sorted(map(fold, got.get("owners", []))) == sorted(map(fold, want["owners"]))
            judge("owners", same, got.get("owners"), want["owners"], want)
        if "parent" in want:
            above = by_id.get(got.get("parent") or "")
            named = f"{above['kind']} {above['number']}" if above else "none"
            wanted = f"{_parent_kind(expected, want)} {want['parent']}" if want["parent"] else "none"
            judge("parent", fold(named) == fold(wanted), named, wanted, want)
        date = (got.get("deadline") or {}).get("date")
        judge("date", str(date or "") == str(want.get("date") or ""), date, want.get("date"), want)
    for name, judged in rights.items():
        sheet.share(f"items.{name}", judged)


def _section_titles(answer: Json, item: Json, by_id: dict[str, Json]) -> list[str]:
    """The title of the item's section; where that is the heading of the item itself or of what it hangs under, the
    titles around it too: an objective printed as a heading may be a section or stand in the one above."""
    sections: list[Json] = answer.get("sections", [])
    here = next((s for s in sections if s["id"] == item.get("section")), None)
    own: list[str] = []
    above: Json | None = item
    while above is not None:
        own.append(fold(above["text"]))
        above = by_id.get(above.get("parent") or "")
    titles: list[str] = []
    while here is not None:
        titles.append(str(here["title"]))
        if fold(here["title"]) not in own:
            break
        around = [s for s in sections if s is not here and _covers(s, here)]
        here = max(around, key=lambda s: int(s["level"]), default=None)
    return titles


def _swot(sheet: Sheet, found: list[Json], expected: dict[str, list[str]]) -> None:
    for kind in ("strength", "weakness", "opportunity", "threat"):
        wanted = expected.get(kind, [])
        got = [line for line in found if line["kind"] == kind]
        pairs = sheet.texts(f"swot.{kind}", wanted, [line["text"] for line in got])
        sheet.share(f"swot.{kind}.number", [
            (str(got[j]["number"]) == str(i + 1), f"{got[j]['number']} for {i + 1}") for i, j in pairs.items()
        ])  # fmt: skip


def _domains(sheet: Sheet, found: list[Json], expected: list[Json]) -> None:
    pairs = sheet.texts("domains", [d["title"] for d in expected], [d["title"] for d in found])
    links = [
        (sorted(found[j].get(side, [])) == sorted(expected[i][side]),
         f"{side} of {expected[i]['title']}: {found[j].get(side)} for {expected[i][side]}")
        for i, j in pairs.items()
        for side in ("weaknesses", "threats", "objectives")
    ]  # fmt: skip
    sheet.share("domains.links", links)


def _cells(sheet: Sheet, found: list[Json], expected: list[Json]) -> None:
    judged: list[tuple[bool, str]] = []
    for table in expected:
        if "cells" not in table:
            continue
        kinds = table["kind"] if isinstance(table["kind"], list) else [table["kind"]]
        got = [t for t in found if t["kind"] in kinds]
        values = {
            (fold(c["row"]), c.get("year"), fold(c.get("column") or "")): float(c["value"])
            for t in got
            for c in t["cells"]
        }
        any_column = {(row, year): value for (row, year, _), value in values.items()}
        wanted = [
            (row, int(year), str(column), float(value))
            for row, years in table["cells"].items()
            for year, columns in years.items()
            for column, value in columns.items()
        ]
        for row, year, column, value in wanted:
            key = (fold(row), year)
            cell = any_column.get(key) if column == "-" else values.get((*key, fold(column)))
            judged.append((cell == value, f"{row} {year} {column}: {cell} for {value}"))
        extra = max(0, len(values) - len(wanted)) if set(kinds) <= {"staff", "budget"} else 0
        judged += [(False, f"{extra} cells too many in the {kinds[0]} table")] * extra
        if "unit" in table:
            judged.append(
                (table["unit"] in {t.get("unit") for t in got}, f"unit {table['unit']} of the {kinds[0]} table")
            )
    sheet.share("cells", judged)


def _actions(sheet: Sheet, found: list[Json], expected: list[Json]) -> None:
    wanted = [row for table in expected for row in table.get("actions", [])]
    got = [row for table in found if table["kind"] == "communication" for row in table.get("actions", [])]
    parts = ("audience", "date", "message", "channel", "material")
    judged: list[tuple[bool, str]] = [(len(got) <= len(wanted), f"{len(got)} communication rows for {len(wanted)}")]
    for i, row in enumerate(wanted):
        answer = got[i] if i < len(got) else {}
        judged += [
            (fold(answer.get(part, "")) == fold(words), f"{part} of row {i + 1}: {answer.get(part)!r} for {words!r}")
            for part, words in zip(parts, row, strict=True)
        ]
    sheet.share("communication", judged)
