"""The labelled documents, read strictly: what is malformed, unknown or not in the text is refused."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
HALVES = ("tuned", "kept")
LANGUAGES = ("fr", "nl", "de")
SORTS = ("letter", "zonal-plan", "yearly-results", "council-agreement", "policy", "press", "page", "minutes", "note")
FIRM = ("objective", "commitment", "action")
COUNTED = (*FIRM, "value")
NEUTRAL = ("priority", "theme")
CRITERIA = ("specific", "measurable", "owned", "resourced", "time_bound")
VERDICTS = ("met", "partly", "not", "unknown")
COMMITMENTS = ("effort", "resource", "result")
CODES = (*(f"T{number}" for number in range(1, 8)), *(f"P{number}" for number in range(1, 11)))


class LabelError(ValueError):
    """A labelled document that breaks the rules of the README; says where and what."""


@dataclass(frozen=True)
class Quantity:
    """How much is to be reached or done; both ends only where the text gives them."""

    words: str
    value: float
    unit: str
    baseline: float | None = None
    target: float | None = None


@dataclass(frozen=True)
class Deadline:
    """Words that bound when something must be done, and the date they fix, if any."""

    words: str
    date: datetime.date | None


@dataclass(frozen=True)
class Indicator:
    """A measured quantity, with its value where it is given."""

    words: str
    value: float | None


@dataclass(frozen=True)
class Statement:
    """One statement; ``smart`` and ``commitment`` are None for a value, a priority and a theme."""

    words: str
    kind: str
    owner: str | None
    quantity: Quantity | None
    deadline: Deadline | None
    smart: Mapping[str, str] | None
    commitment: str | None
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Labelled:
    """A document and all that a careful person reads in it."""

    half: str
    path: Path
    language: str
    sort: str
    text: str
    statements: tuple[Statement, ...]
    no_statements: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    deadlines: tuple[Deadline, ...]
    themes: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.path.stem


def paths(half: str | None = None, language: str | None = None) -> list[Path]:
    """The texts of the corpus, all or those of a half and a language."""
    return [
        path
        for one in HALVES
        for tongue in LANGUAGES
        if half in (None, one) and language in (None, tongue)
        for path in sorted((HERE / one / tongue).glob("*.txt"))
    ]


def load(path: Path) -> Labelled:
    """A labelled document from its text; raises LabelError when text or labels break the rules."""
    beside = path.with_suffix(".yaml")
    if not beside.is_file():
        raise LabelError(f"{path.name}: no labels beside it")
    text = path.read_bytes().decode("utf-8")
    return parse(yaml.safe_load(beside.read_text(encoding="utf-8")), text, path)


def parse(raw: Any, text: str, path: Path) -> Labelled:
    """Labels as YAML gives them, held against the text; raises LabelError."""
    try:
        return _labelled(raw, text, path)
    except LabelError as error:
        raise LabelError(f"{path.parent.name}/{path.stem}: {error}") from error


def flat(text: str) -> str:
    """Text on one line: white space collapsed, a word broken with a hyphen at the end of a line joined."""
    joined = re.sub(r"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?=[a-zà-öø-ÿß])", "", text)
    return _spaced(joined)


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _labelled(raw: Any, text: str, path: Path) -> Labelled:
    top = _table(raw, "the file", "language sort statements not indicators deadlines themes")
    whole = f"{flat(text)}\n{_spaced(text)}"
    statements = tuple(_statement(one, whole) for one in _list(top["statements"], "statements"))
    made = Labelled(
        half=path.parent.parent.name,
        path=path,
        language=_of(top["language"], LANGUAGES, "language"),
        sort=_of(top["sort"], SORTS, "sort"),
        text=text,
        statements=statements,
        no_statements=tuple(_quote(one, whole, "not") for one in _list(top["not"], "not")),
        indicators=tuple(_indicator(one, whole) for one in _list(top["indicators"], "indicators")),
        deadlines=tuple(_deadline(one, whole) for one in _list(top["deadlines"], "deadlines")),
        themes=_codes(top["themes"]),
    )
    _check(made)
    return made


def _statement(raw: Any, whole: str) -> Statement:
    keys = "words kind owner quantity deadline smart commitment themes"
    one = _table(raw, "a statement", keys)
    words = _quote(one["words"], whole, "a statement")
    kind = _of(one["kind"], (*COUNTED, *NEUTRAL), "kind", words)
    smart = commitment = None
    if kind in FIRM:
        table = _table(one["smart"], f"smart of {words!r}", " ".join(CRITERIA))
        smart = {name: _of(table[name], VERDICTS, name, words) for name in CRITERIA}
        commitment = _of(one["commitment"], COMMITMENTS, "commitment", words)
    elif one["smart"] is not None or one["commitment"] is not None:
        raise LabelError(f"a {kind} is not judged: {words!r}")
    made = Statement(
        words=words,
        kind=kind,
        owner=None if one["owner"] is None else _quote(one["owner"], whole, f"owner of {words!r}"),
        quantity=None if one["quantity"] is None else _quantity(one["quantity"], whole),
        deadline=None if one["deadline"] is None else _deadline(one["deadline"], whole),
        smart=smart,
        commitment=commitment,
        themes=_codes(one["themes"]),
    )
    if smart:
        _agree(made, smart)
    return made


def _agree(made: Statement, smart: Mapping[str, str]) -> None:
    """What the verdicts must follow from, whatever the statement says."""
    wrong = (
        (made.owner and smart["owned"] != "met", "it has an owner and is not owned"),
        (made.quantity and smart["measurable"] != "met", "it has a quantity and is not measurable"),
        (made.deadline and made.deadline.date and smart["time_bound"] != "met", "it has a date and is not time-bound"),
        (made.deadline and smart["time_bound"] not in ("met", "partly"), "it has a deadline and is not time-bound"),
        (not made.deadline and smart["time_bound"] == "met", "it is time-bound without a deadline"),
    )
    for broken, why in wrong:
        if broken:
            raise LabelError(f"{why}: {made.words!r}")


def _check(made: Labelled) -> None:
    """What the parts of a file must have in common."""
    for name, words in (
        ("statements", [one.words for one in made.statements]),
        ("not", list(made.no_statements)),
        ("indicators", [one.words for one in made.indicators]),
        ("deadlines", [one.words for one in made.deadlines]),
    ):
        twice = {one for one in words if words.count(one) > 1}
        if twice:
            raise LabelError(f"twice in {name}: {sorted(twice)}")
    both = {one.words for one in made.statements} & set(made.no_statements)
    if both:
        raise LabelError(f"a statement and none: {sorted(both)}")
    missing = {one.deadline for one in made.statements if one.deadline} - set(made.deadlines)
    if missing:
        raise LabelError(f"deadlines lack {sorted(one.words for one in missing)}")
    if {code for one in made.statements for code in one.themes} != set(made.themes):
        raise LabelError("the themes of the document are not those of its statements")
    if made.half in HALVES and made.language != made.path.parent.name:
        raise LabelError(f"language {made.language} in the folder {made.path.parent.name}")


def _quantity(raw: Any, whole: str) -> Quantity:
    one = _table(raw, "a quantity", "words value unit", "baseline target")
    numbers = {name: _number(one[name], name) for name in ("baseline", "target") if name in one}
    words = _quote(one["words"], whole, "a quantity")
    return Quantity(words, _number(one["value"], "value"), _text(one["unit"], "unit"), **numbers)


def _deadline(raw: Any, whole: str) -> Deadline:
    one = _table(raw, "a deadline", "words date")
    date = one["date"]
    if date is not None and type(date) is not datetime.date:
        raise LabelError(f"no date: {date!r}")
    return Deadline(_quote(one["words"], whole, "a deadline"), date)


def _indicator(raw: Any, whole: str) -> Indicator:
    one = _table(raw, "an indicator", "words value")
    value = None if one["value"] is None else _number(one["value"], "value")
    return Indicator(_quote(one["words"], whole, "an indicator"), value)


def _table(raw: Any, where: str, keys: str, optional: str = "") -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise LabelError(f"{where} is no table: {raw!r}")
    unknown = set(map(str, raw)) - set(keys.split()) - set(optional.split())
    lacking = set(keys.split()) - set(map(str, raw))
    if unknown or lacking:
        raise LabelError(f"{where} has {sorted(unknown)} too many and lacks {sorted(lacking)}: {raw!r}")
    return raw


def _list(raw: Any, where: str) -> list[Any]:
    if not isinstance(raw, list):
        raise LabelError(f"{where} is no list: {raw!r}")
    return raw


def _text(raw: Any, where: str) -> str:
    if not isinstance(raw, str) or not raw.strip() or raw != _spaced(raw):
        raise LabelError(f"{where} is no clean text: {raw!r}")
    return raw


def _quote(raw: Any, whole: str, where: str) -> str:
    words = _text(raw, where)
    if words not in whole:
        raise LabelError(f"{where} is not in the text: {words!r}")
    return words


def _number(raw: Any, where: str) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise LabelError(f"{where} is no number: {raw!r}")
    return float(raw)


def _of(raw: Any, known: tuple[str, ...], where: str, words: str = "") -> str:
    if raw not in known:
        raise LabelError(f"{where} {raw!r} is none of {', '.join(known)} {words!r}")
    return str(raw)


def _codes(raw: Any) -> tuple[str, ...]:
    found = tuple(_of(one, CODES, "theme") for one in _list(raw, "themes"))
    if len(set(found)) != len(found):
        raise LabelError(f"a theme twice: {found}")
    return found
