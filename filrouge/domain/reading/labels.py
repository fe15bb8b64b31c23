"""The mark that stands before a paragraph: a bullet, a number, a letter, or a word with a number (``Chapter 3``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from filrouge.domain.language.words import fold

BULLETS = "•·▪▫■□◦‣∙●○►▶➢➤➔→✓✔✗❖◆◇¤\u2043\u2219"
_PRIVATE = "\ue000-\uf8ff"
_BULLET = re.compile(rf"(?:[{BULLETS}{_PRIVATE}]\s*|[-–—‐‑−*+]\s+|o\s+(?=[^\W\d_]))")
_NUMBER = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3}){0,5})(?:(?:[.)]|\.\)|°|º)\s+|[.)](?=[^\W\d_])|\s*[-–—]\s+)")
_BARE_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,5})\s+(?=\S)")
_LONE_NUMBER = re.compile(r"(\d{1,2})\s+(?=[^\W\d_a-zà-ÿ])")
_MIXED = re.compile(
    r"\(?((?:[IVX]{1,5}|[A-Za-z])(?:\.\d{1,2}){1,3}|[IVX]{2,5}\.[A-Z]|\d{1,2}\.[A-Za-z])(?:[.)]\s+|\s+[-–—]\s+|\s+)(?=\S)"
    r"|([A-Za-z]\d{1,2})(?:[.):]\s+|\s+[-–—]\s+)(?=\S)"
)
_LETTER = re.compile(r"\(?([a-z])[.)/]\s+(?=\S)")
_CAPITAL = re.compile(r"([A-Z])[.)/]\s+(?=\S)|([A-Z])\s+[-–—]\s+(?=\S)")
_ROMAN = re.compile(
    r"\(?((?:x{0,3})(?:ix|iv|v?i{0,3}))[.)]\s+(?=\S)|((?:X{0,3})(?:IX|IV|V?I{0,3}))(?:[.)]|\s+[-–—])\s+(?=\S)"
)
_WORD_NUMBER = re.compile(
    r"(?i:(chapitre|partie|titre|annexe|section|axe|volet|domaine|hoofdstuk|deel|titel|bijlage|afdeling|as|luik|domein|"
    r"kapitel|teil|abschnitt|anlage|anhang|bereich|chapter|part|title|annex|appendix|axis|domain))"
    r"\s+(\d{1,2}|[IVX]{1,5}|[A-Z]|(?i:[a-zà-ÿ]{2,9}))\b\s*(?:[.:)–—‐-]+\s*|\s|$)"
)
_ORDINALS = {
    word: str(rank)
    for words in (
        "un deux trois quatre cinq six sept huit neuf dix",
        "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme",
        "premiere seconde",
        "een twee drie vier vijf zes zeven acht negen tien",
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
        "eins zwei drei vier funf sechs sieben acht neun zehn",
        "erster zweiter dritter vierter funfter sechster siebter achter neunter zehnter",
        "one two three four five six seven eight nine ten",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
    )
    for rank, word in enumerate(words.split(), 1)
}
_NAMED = re.compile(r"([^\W\d_]{2,}(?:\s[^\W\d_]+){0,3})\s*(\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})\W*")

ANNEXES = frozenset({"annexe", "bijlage", "anlage", "anhang", "annex", "appendix"})


@dataclass(frozen=True, slots=True)
class Label:
    """``kind`` is ``bullet``, ``number``, ``letter``, ``capital``, ``roman``, ``mixed`` (``a.1``) or ``word``;
    ``value`` the
    number or letter without its punctuation (``3.2.1``, ``b``, ``IV``), for a word the number; ``word`` in lower
    case."""

    kind: str
    value: str
    text: str
    word: str = ""

    @property
    def depth(self) -> int:
        """How many parts a decimal number has; 1 for any other label."""
        return self.value.count(".") + 1 if self.kind in {"number", "mixed"} else 1

    @property
    def ordinal(self) -> int | None:
        """The rank that the label's last part says, or None for a bullet."""
        if self.kind in {"number", "word", "mixed"} and self.value.rsplit(".", 1)[-1].isdigit():
            return int(self.value.rsplit(".", 1)[-1])
        if self.kind == "mixed" and self.value[1:].isdigit():
            return int(self.value[1:])
        if self.kind in {"letter", "capital"}:
            return ord(self.value.lower()) - 96
        if self.kind in {"roman", "word"}:
            return roman(self.value)
        return None


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to 39, or None."""
    values = {"i": 1, "v": 5, "x": 10}
    total, last = 0, 0
    for letter in reversed(text.lower()):
        value = values.get(letter)
        if value is None:
            return None
        total += -value if value < last else value
        last = max(last, value)
    return total or None


def split_label(text: str, *, bare: bool = False) -> tuple[Label | None, str]:
    """Split the mark from the words of a mended paragraph: ``"3.2. Aims"`` gives ``(number 3.2, "Aims")``. With
    ``bare``, a
    lone number without punctuation is one too (``"3 Aims"``), as in a heading known by its look."""
    if not text:
        return None, text
    if match := _BULLET.match(text):
        return Label("bullet", "", match.group().strip()), text[match.end() :]
    if match := _MIXED.match(text):
        return Label("mixed", match.group(1) or match.group(2), match.group().strip()), text[match.end() :]
    if text[0].isdigit() or text[0] == "(":
        match = _NUMBER.match(text) or _BARE_NUMBER.match(text) or (_LONE_NUMBER.match(text) if bare else None)
        if match and not _is_figure(text, match):
            return Label("number", match.group(1), match.group().strip()), text[match.end() :]
    if (match := _WORD_NUMBER.match(text)) and text[0].isupper():
        number = _ORDINALS.get(fold(match.group(2)), match.group(2))
        if len(number) <= 5 and (number.isdigit() or number.isupper()):
            return Label("word", number, match.group().strip(), match.group(1).lower()), text[match.end() :]
    if match := _ROMAN.match(text):
        value = match.group(1) or match.group(2)
        if value and (len(value) > 1 or value in "IVXivx"):
            return Label("roman", value, match.group().strip()), text[match.end() :]
    if match := _CAPITAL.match(text):
        return Label("capital", match.group(1) or match.group(2), match.group().strip()), text[match.end() :]
    if match := _LETTER.match(text):
        return Label("letter", match.group(1), match.group().strip()), text[match.end() :]
    return None, text


def _is_figure(text: str, match: re.Match[str]) -> bool:
    """A figure that only looks like a number of section: ``1.816.852 EUR``, ``2020 - 2025``, ``12.5 %``."""
    value = match.group(1)
    parts = value.split(".")
    if any(len(part) == 3 for part in parts[1:]):
        return True
    rest = text[match.end() :].lstrip()
    return rest[:1] in "%€‰" or (match.group().rstrip()[-1:] in "-–—" and rest[:1].isdigit())


def parse_label(label: str) -> Label:
    """The label that a file gives apart from the words (automatic numbering), as one of ours."""
    found, rest = split_label(f"{label.strip()} x")
    if found is not None and rest == "x":
        return found
    if named := _NAMED.fullmatch(label.strip()):
        return Label("word", named.group(2), label.strip(), named.group(1).lower())
    bare = label.strip().strip("().")
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){0,5}", bare):
        return Label("number", bare, label.strip())
    return Label("bullet", "", label.strip())
