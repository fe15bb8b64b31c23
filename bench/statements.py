"""How well statements, SMART verdicts and themes are found in documents labelled by a careful person.

``python bench/statements.py [--half tuned|kept] [--language fr] [--show] [--json]`` asks the command for its answer on
every document of ``tests/labelled`` and prints, per half and language, how it agrees with the labels, beside two simple
readers in the same run: every sentence with a verb of intent is a statement, and BM25 over the words of each theme.
Of the kept half only figures are printed, never a sentence: ``--show`` works on the tuned half alone.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.labelled.loading import (  # noqa: E402 - a script finds the tests only once the root is on its path
    COUNTED,
    CRITERIA,
    FIRM,
    HALVES,
    LANGUAGES,
    NEUTRAL,
    Indicator,
    Labelled,
    Statement,
    flat,
    load,
    paths,
)

PLAN = "pns-2016-2019"
COMMAND = (sys.executable, "-m", "filrouge")
NEAR = 0.6
KINDS = {"strategic_objective": "objective", "operational_objective": "objective", "ambition": "objective"}
INTENT = {
    "fr": r"voul\w+|souhait\w+|engage\w*|vis(?:e|ons|ent)|doi\w+|devr\w+|sera|seront|\w+(?:er|ir)(?:ons?|ont|a)"
    r"|objectif|renforcer|améliorer|réduire|diminuer|augmenter|organiser|développer|veiller\w*|garantir",
    "nl": r"wil|willen|zal|zullen|moet|moeten|streven|streeft|beogen|beoogt|doel|doelstelling|engage\w+|verbinden"
    r"|versterken|verbeteren|verminderen|verhogen|organiseren|ontwikkelen|waarborgen|terugdringen",
    "de": r"will|wollen|soll|sollen|wird|werden|muss|müssen|streben|strebt|ziel|ziele|verpflichte\w+|beabsichtig\w+"
    r"|stärken|verbessern|verringern|erhöhen|organisieren|entwickeln|gewährleisten|senken",
}
BULLET = re.compile(r"^\s*(?:[-–•*▪>]|->|\(?\w{1,3}[.)°])\s+")


def tokens(text: str) -> list[str]:
    """The words of a text, folded, so that only they count."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def overlap(one: str, other: str) -> float:
    """Token F1 of two texts, 0 to 1."""
    a, b = Counter(tokens(one)), Counter(tokens(other))
    both = sum((a & b).values())
    return 2 * both / (sum(a.values()) + sum(b.values())) if both else 0.0


def pair(gold: Sequence[Any], found: Sequence[Any], near: Callable[[Any, Any], float]) -> dict[int, int]:
    """Each label with at most one finding, the nearest pairs first; nothing under NEAR."""
    ranked = sorted(
        ((near(one, other), -i, -j) for i, one in enumerate(gold) for j, other in enumerate(found)), reverse=True
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in ranked:
        if score < NEAR:
            break
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


@dataclass
class Count:
    """Right among those sought and those found."""

    gold: int = 0
    found: int = 0
    both: int = 0

    def add(self, gold: int, found: int, both: int) -> None:
        self.gold, self.found, self.both = self.gold + gold, self.found + found, self.both + both

    def figures(self) -> dict[str, float | None]:
        precision = self.both / self.found if self.found else None
        recall = self.both / self.gold if self.gold else None
        whole = self.gold + self.found
        return {"P": precision, "R": recall, "F1": 2 * self.both / whole if whole else None}


def kappa(seen: Iterable[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two judges; 1 when both always say the same one thing, None when nothing was judged."""
    both = list(seen)
    if not both:
        return None
    left, right = Counter(one for one, _ in both), Counter(other for _, other in both)
    agree = sum(one == other for one, other in both) / len(both)
    chance = sum(left[name] * right[name] for name in left) / len(both) ** 2
    return 1.0 if chance == 1 else (agree - chance) / (1 - chance)


@dataclass
class Sheet:
    """All that is counted over some documents, for the program and for the simple readers."""

    documents: int = 0
    counts: dict[str, Count] = field(default_factory=dict)
    shares: dict[str, Count] = field(default_factory=dict)
    judged: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    said: list[tuple[float, bool]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def count(self, name: str, gold: int, found: int, both: int) -> None:
        self.counts.setdefault(name, Count()).add(gold, found, both)

    def share(self, name: str, right: int, of: int) -> None:
        self.shares.setdefault(name, Count()).add(of, of, right)

    def figures(self) -> dict[str, Any]:
        """Every figure by its name; None where there is nothing to tell."""
        bins: dict[int, list[bool]] = {}
        for confidence, right in self.said:
            bins.setdefault(min(int(confidence * 10 + 1e-9), 9), []).append(right)
        return {
            "documents": self.documents,
            **{name: one.figures() for name, one in self.counts.items()},
            **{name: one.both / one.gold if one.gold else None for name, one in self.shares.items()},
            "kappa": {name: {"kappa": kappa(seen), "n": len(seen)} for name, seen in self.judged.items()},
            "calibration": {
                f"{low / 10:.1f}": {"right": sum(seen) / len(seen), "n": len(seen)}
                for low, seen in sorted(bins.items())
            },
        }


def ask(verb: str, path: Path, *options: str) -> dict[str, Any]:
    """What the command answers in JSON; an empty answer when it has no such verb or cannot read the file."""
    run = subprocess.run(
        [*COMMAND, verb, str(path), *options, "--format", "json"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    answer = json.loads(run.stdout) if run.returncode in (0, 1) and run.stdout.strip() else {}
    return answer if isinstance(answer, dict) else {}


def sentences(text: str) -> list[str]:
    """The simple reader's sentences: at a blank line, a bullet, or a full stop before a capital."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if not line.strip() or BULLET.match(line):
            blocks.append([])
        blocks[-1].append(BULLET.sub("", line))
    joined = (flat("\n".join(block)) for block in blocks)
    return [one for block in joined for one in re.split(r"(?<=[.!?;])\s+(?=[«“A-ZÀ-Ý])", block) if len(tokens(one)) > 3]


def intents(text: str, language: str) -> list[str]:
    """Every sentence with a verb of intent."""
    return [one for one in sentences(text) if re.search(rf"\b(?:{INTENT[language]})\b", one.casefold())]


@cache
def theme_words(language: str) -> dict[str, list[str]]:
    """All that the library says of each theme in a language: titles, labels of objectives, search words."""

    def walk(node: Any) -> Iterable[str]:
        if isinstance(node, dict):
            said = node.get(language)
            yield from [said] if isinstance(said, str) else said if isinstance(said, list) else []
            for key, value in node.items():
                if key not in (*LANGUAGES, "en"):
                    yield from walk(value)
        elif isinstance(node, list):
            for one in node:
                yield from walk(one)

    plan = yaml.safe_load((ROOT / "filrouge/library/plans" / f"{PLAN}.yaml").read_text("utf-8"))
    return {theme["code"]: tokens(" ".join(map(str, walk(theme)))) for theme in plan["themes"]}


def bm25(query: str, language: str) -> list[tuple[float, str]]:
    """The themes by BM25 (k1 1.2, b 0.75) of their words for a text, the best first."""
    pages = theme_words(language)
    mean = sum(map(len, pages.values())) / len(pages)
    ranked = []
    for code, words in pages.items():
        seen, score = Counter(words), 0.0
        for word in set(tokens(query)):
            held = sum(word in page for page in pages.values())
            rare = math.log(1 + (len(pages) - held + 0.5) / (held + 0.5))
            score += rare * seen[word] * 2.2 / (seen[word] + 1.2 * (0.25 + 0.75 * len(words) / mean))
        ranked.append((score, code))
    return sorted(ranked, reverse=True)


@cache
def best_themes(document: Path, language: str) -> tuple[tuple[float, str], ...]:
    """The best theme of each sentence by BM25, with its score."""
    return tuple(bm25(one, language)[0] for one in sentences(document.read_text("utf-8")))


@cache
def threshold(language: str) -> float:
    """The score from which the simple reader takes a theme: the best one on the tuned half."""
    documents = [load(path) for path in paths("tuned", language)]

    def f1(least: float) -> float:
        count = Count()
        for one in documents:
            found = {code for score, code in best_themes(one.path, language) if score >= least}
            count.add(len(one.themes), len(found), len(found & set(one.themes)))
        return count.figures()["F1"] or 0.0

    return max((step / 2 for step in range(2, 40)), key=f1)


def measure(document: Labelled, sheet: Sheet) -> None:
    """Add to a sheet how the command and the simple readers do on a document."""
    sheet.documents += 1
    answer = ask("read", document.path)
    found = [{**one, "kind": KINDS.get(one["kind"], one["kind"])} for one in answer.get("items", [])]
    found = [one for one in found if one["kind"] in COUNTED]
    gold = [one for one in document.statements if one.kind in COUNTED]
    pairs = pair([one.words for one in gold], [one["text"] for one in found], overlap)
    aside = _neutral(document, [one["text"] for one in found]) - set(pairs.values())
    sheet.count("statements", len(gold), len(found) - len(aside), len(pairs))
    trapped = pair(document.no_statements, [one["text"] for one in found], overlap)
    sheet.share("traps avoided", len(document.no_statements) - len(trapped), len(document.no_statements))
    simple = intents(document.text, document.language)
    both = pair([one.words for one in gold], simple, overlap)
    sheet.count("statements: verb of intent", len(gold), len(simple) - len(_neutral(document, simple)), len(both))
    sheet.share("kind", sum(gold[i].kind == found[j]["kind"] for i, j in pairs.items()), len(pairs))
    sheet.said += [
        (float(one["confidence"]), j in pairs.values())
        for j, one in enumerate(found)
        if j not in aside and one.get("confidence") is not None
    ]
    _show(sheet, "missed", [one.words for i, one in enumerate(gold) if i not in pairs])
    taken = aside | set(pairs.values())
    _show(sheet, "invented", [f"{one['kind']}: {one['text']}" for j, one in enumerate(found) if j not in taken])
    for i, j in pairs.items():
        _judge(sheet, gold[i], found[j])
    _deadlines(sheet, document, answer)
    _indicators(sheet, document, answer)
    _themes(sheet, document, {i: found[j]["id"] for i, j in pairs.items()}, gold)


def _neutral(document: Labelled, texts: Sequence[str]) -> set[int]:
    """The findings that repeat the name of a priority or theme: neither right nor wrong."""
    names = [one.words for one in document.statements if one.kind in NEUTRAL]
    return set(pair(names, texts, overlap).values())


def _judge(sheet: Sheet, gold: Statement, found: dict[str, Any]) -> None:
    if gold.kind != found["kind"]:
        _show(sheet, "kind", [f"{gold.kind}, read as {found['kind']}: {gold.words}"])
    if gold.kind not in FIRM or gold.smart is None:
        return
    for name in CRITERIA:
        said = ((found.get("smart") or {}).get(name) or {}).get("verdict")
        if said is None:
            continue
        sheet.judged.setdefault(name, []).append((gold.smart[name], said))
        if said != gold.smart[name]:
            _show(sheet, name, [f"{gold.smart[name]}, said {said}: {gold.words}"])
    said = found.get("commitment")
    if said is not None:
        sheet.judged.setdefault("commitment", []).append((str(gold.commitment), said))
        if said != gold.commitment:
            _show(sheet, "commitment", [f"{gold.commitment}, said {said}: {gold.words}"])


def _once(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The findings with the same words once, as the labels have them."""
    return list({" ".join(tokens(one["text"])): one for one in rows}.values())


def _deadlines(sheet: Sheet, document: Labelled, answer: dict[str, Any]) -> None:
    found, gold = _once(answer.get("deadlines", [])), document.deadlines
    pairs = pair([one.words for one in gold], [one["text"] for one in found], overlap)
    sheet.count("deadlines", len(gold), len(found), len(pairs))
    dated = [(i, j) for i, j in pairs.items() if gold[i].date]
    sheet.share("dates", sum(found[j].get("date") == str(gold[i].date) for i, j in dated), len(dated))
    undated = [j for i, j in pairs.items() if not gold[i].date]
    sheet.share("undated left undated", sum(not found[j].get("date") for j in undated), len(undated))
    _show(sheet, "deadline missed", [one.words for i, one in enumerate(gold) if i not in pairs])
    _show(sheet, "deadline invented", [one["text"] for j, one in enumerate(found) if j not in pairs.values()])
    for i, j in pairs.items():
        if str(gold[i].date or None) != str(found[j].get("date")):
            _show(sheet, "date", [f"{gold[i].words}: {gold[i].date}, said {found[j].get('date')}"])


def _near_indicator(gold: Indicator, found: dict[str, Any]) -> float:
    """Words overlap, or the value is the same and one has the words of the other."""
    score = overlap(gold.words, found["text"])
    a, b = Counter(tokens(gold.words)), Counter(tokens(found["text"]))
    inside = sum((a & b).values()) / max(1, min(sum(a.values()), sum(b.values())))
    same = gold.value is not None and found.get("value") is not None and abs(gold.value - found["value"]) < 1e-6
    return max(score, NEAR) if same and inside >= NEAR else score


def _indicators(sheet: Sheet, document: Labelled, answer: dict[str, Any]) -> None:
    found, gold = _once(answer.get("indicators", [])), document.indicators
    pairs = pair(gold, found, _near_indicator)
    sheet.count("indicators", len(gold), len(found), len(pairs))
    _show(sheet, "indicator missed", [one.words for i, one in enumerate(gold) if i not in pairs])
    _show(sheet, "indicator invented", [one["text"] for j, one in enumerate(found) if j not in pairs.values()])


def _themes(sheet: Sheet, document: Labelled, ids: dict[int, str], gold: Sequence[Statement]) -> None:
    answer = ask("align", document.path, "--with", PLAN)
    wanted, found = set(document.themes), {one["code"] for one in answer.get("themes", [])}
    sheet.count("themes", len(wanted), len(found), len(wanted & found))
    least = threshold(document.language)
    simple = {code for score, code in best_themes(document.path, document.language) if score >= least}
    sheet.count("themes: BM25", len(wanted), len(simple), len(wanted & simple))
    _show(sheet, "themes", [f"missed {sorted(wanted - found)}, invented {sorted(found - wanted)}"])
    suggested = {one["id"]: one.get("suggestions", []) for one in answer.get("items", [])}
    for i, one in enumerate(gold):
        ranked = [str(each.get("theme") or each["code"].split(".")[0]) for each in suggested.get(ids.get(i, ""), [])]
        five = set(list(dict.fromkeys(ranked))[:5])
        by_words = {code for score, code in bm25(one.words, document.language)[:5] if score > 0}
        codes = set(one.themes)
        sheet.share("recall at 5", len(codes & five), len(codes))
        sheet.share("recall at 5: BM25", len(codes & by_words), len(codes))
        if i in ids:
            sheet.share("recall at 5, found ones", len(codes & five), len(codes))


def _show(sheet: Sheet, what: str, lines: Iterable[str]) -> None:
    sheet.lines += [f"  {what:>18}  {line}" for line in lines]


def _figure(value: float | None) -> str:
    return "    –" if value is None else f"{value:5.2f}"


def report(title: str, figures: dict[str, Any]) -> None:
    """Print the figures of a half and a language."""
    print(f"\n{title} · {figures['documents']} documents")
    for name, value in figures.items():
        if isinstance(value, dict) and "F1" in value:
            print(f"  {name:<28}" + "".join(f"  {key} {_figure(one)}" for key, one in value.items()))
        elif name not in ("documents", "kappa", "calibration"):
            print(f"  {name:<28}  {_figure(value)}")
    kappas = figures["kappa"]
    said = [f"{name} {_figure(kappas[name]['kappa']).strip()}" for name in (*CRITERIA, "commitment") if name in kappas]
    judged = max((one["n"] for one in kappas.values()), default=0)
    print(f"  kappa ({judged} judged)".ljust(30), " ".join(said) or "–")
    curve = [f"{low}: {one['right']:.2f} of {one['n']}" for low, one in figures["calibration"].items()]
    print("  right by confidence".ljust(30), " | ".join(curve) or "–")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 2 when the kept half is asked to be shown or there is no document."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--half", choices=HALVES)
    options.add_argument("--language", choices=LANGUAGES)
    options.add_argument("--show", action="store_true", help="print what was missed and invented; tuned half only")
    options.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = options.parse_args(arguments)
    if chosen.show and chosen.half != "tuned":
        print("The kept half is never shown: ask for --half tuned --show.", file=sys.stderr)
        return 2
    told: dict[str, Any] = {}
    for half in (chosen.half,) if chosen.half else HALVES:
        for language in (chosen.language,) if chosen.language else LANGUAGES:
            sheet = Sheet()
            for path in paths(half, language):
                sheet.lines.append(path.stem)
                measure(load(path), sheet)
            if not sheet.documents:
                continue
            told[f"{half} {language}"] = sheet.figures()
            if not chosen.json:
                report(f"{half} {language}", sheet.figures())
            if chosen.show:
                print("\n".join(sheet.lines))
    if chosen.json:
        print(json.dumps(told, indent=1, ensure_ascii=False))
    return 0 if told else 2


if __name__ == "__main__":
    sys.exit(main())
