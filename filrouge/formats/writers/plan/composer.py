"""What the parts of a layout have in common: labels, fields, words in several languages, facts in a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal

from filrouge.domain.language.dates import find_dates
from filrouge.domain.language.formatting import format_date, format_number
from filrouge.domain.model.plan import Plan, Words
from filrouge.domain.planning.richtext import parse
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers.plan.departing import Departure, Names
from filrouge.formats.writers.plan.layout import Body, Field, Inline, Label, Layout, Line

_EXACT = Context(prec=500)
BETWEEN = "\u2002·\u2002"


@dataclass(slots=True)
class Composer:
    """Lays out the parts of one plan. ``languages`` are those printed, the first one before the others."""

    plan: Plan
    voice: Voice
    languages: tuple[str, ...]
    names: Names
    departure: Departure
    layout: Layout = field(default_factory=Layout)

    def say(self, style: str, *inlines: Inline, level: int = 0, depth: int = -1) -> None:
        """Add a line."""
        self.layout.pieces.append(Line(style, inlines, level, depth))

    def part(self, list: str, id: str, depth: int = 0) -> None:
        """Note that a part begins here."""
        self.layout.parts.append((list, id, depth))

    def field(
        self,
        at: tuple[str, str],
        name: str,
        text: str,
        *,
        arg: str = "",
        lang: str = "",
        missing: bool = False,
        choices: tuple[tuple[str, str], ...] = (),
    ) -> Field:
        """A field of the part ``at`` (its list and id; two empty strings for the plan itself)."""
        key = self.layout.key(at[0], at[1], name, arg)
        return Field(key, text, lang or self.plan.language, self.voice(f"field.{name}"), missing, choices)

    def words(self, at: tuple[str, str], name: str, words: Words) -> list[Field]:
        """A field for each language printed, and for any other when the words stand in none of these."""
        if not words:
            return []
        found = []
        for language in self.languages:
            text = words[language]
            shown = text or self.voice("missing", language=self.voice(f"language.{language}"))
            found.append(self.field(at, name, shown, arg=language, lang=language, missing=not text))
        if all(one.missing for one in found):
            text, language = words.shown(self.languages[0], self.plan.language)
            found.append(self.field(at, name, text, arg=language, lang=language))
        return found

    def translations(self, fields: Sequence[Field], depth: int = -1) -> None:
        """The words of the first field in its other languages, a line each."""
        for one in fields[1:]:
            self.say("translation", Label(f"{one.lang.upper()}\u2002"), one, depth=depth)

    def bodies(self, at: tuple[str, str], name: str, words: Words, depth: int | None = None) -> None:
        """Rich text in each language printed; a section's stops at its divider, ``rest`` follows it."""
        for one in self.words(at, name, words):
            if len(self.languages) > 1 or one.lang != self.languages[0]:
                self.say("label", Label(self.voice(f"language.{one.lang}")), depth=-1 if depth is None else depth)
            rich = parse("" if one.missing else words[one.lang])
            head = rich.parted()[0] if depth is None else rich
            if head.blocks or one.missing:
                missing = one.text if one.missing else ""
                self.layout.pieces.append(Body(one.key, one.lang, one.name, head, missing, depth))

    def rest(self, at: tuple[str, str], name: str, words: Words) -> None:
        """What a section says after its divider."""
        languages = [one for one in self.languages if words[one]]
        for language in languages or words.languages()[:1]:
            rest = parse(words[language]).parted()[1]
            if rest.blocks:
                key = self.layout.key(*at, f"{name}_after", language)
                self.layout.pieces.append(Body(key, language, self.voice(f"field.{name}"), rest))

    def facts(self, facts: Iterable[Sequence[Inline]], depth: int) -> None:
        """Facts in one line, a mark between each two."""
        inlines: list[Inline] = []
        for fact in facts:
            if fact:
                inlines += [Label(BETWEEN), *fact] if inlines else fact
        if inlines:
            self.say("facts", *inlines, depth=depth)

    def named(self, name: str, *inlines: Inline) -> list[Inline]:
        """What a fact is called, and the fact."""
        return [Label(self.voice.labelled(self.voice(f"field.{name}"), ""), strong=True), *inlines]

    def fact(self, at: tuple[str, str], name: str, text: str) -> list[Inline]:
        """A fact in words; nothing when there is none."""
        return self.named(name, self.field(at, name, text)) if text else []

    def listed(self, at: tuple[str, str], name: str, values: Sequence[str]) -> list[Inline]:
        """Names in a row, parted so that they can be told apart when they come back."""
        mark = "; " if any("," in value for value in values) else ", "
        return self.fact(at, name, mark.join(values))

    def day(self, at: tuple[str, str], name: str, day: dt.date | None) -> list[Inline]:
        return self.fact(at, name, format_date(day, self.voice.language) if day else "")

    def number(self, value: Decimal | int, places: int = 0) -> str:
        """A figure as the language writes it, exact; with at least so many decimals."""
        exact = Decimal(value).normalize(_EXACT)
        decimals = max(places, -min(0, int(exact.as_tuple().exponent)))
        return format_number(exact, self.voice.language, decimals or None)

    def choice(self, at: tuple[str, str], name: str, value: str, values: Iterable[str]) -> Field:
        """One of few values, in words."""
        words = tuple((one, self.voice(f"{name}.{one}")) for one in values)
        return self.field(at, name, dict(words)[value], choices=words)

    def chosen(self, at: tuple[str, str], name: str, value: str, values: Iterable[str]) -> list[Inline]:
        return self.named(name, self.choice(at, name, value, values)) if value else []

    def blank(self, at: tuple[str, str], name: str, facts: list[Inline]) -> list[Inline]:
        """The fact, or a place to fill it in when the departure asks for such places."""
        if facts or not self.departure.blanks:
            return facts
        return self.named(name, self.field(at, name, self.voice("to-fill"), missing=True))

    def deadline(self, at: tuple[str, str], words: str, day: dt.date | None) -> list[Inline]:
        """The words of a deadline and the day that they come to, unless they name that very day."""
        if not words:
            return self.named("deadline", *self.day(at, "deadline_on", day)[1:]) if day else []
        found = self.fact(at, "deadline", words)
        if day and not says_day(words, day):
            shown = self.field(at, "deadline_on", format_date(day, self.voice.language))
            found += [Label(" ("), shown, Label(")")]
        return found

    def quantity(self, at: tuple[str, str], words: str, value: Decimal | None, unit: str) -> list[Inline]:
        """The words of a quantity, its exact value and its unit, each unless the words hold it already."""
        inlines: list[Inline] = [self.field(at, "quantity", words)] if words else []
        exact: list[Inline] = []
        if value is not None and self.number(value) not in words:
            exact.append(self.field(at, "quantity_value", self.number(value)))
        if unit and unit not in words:
            exact += [*([Label("\u00a0")] if exact else []), self.field(at, "quantity_unit", unit)]
        if inlines and exact:
            exact = [Label(" ("), *exact, Label(")")]
        return self.named("quantity", *inlines, *exact) if inlines or exact else []


def says_day(words: str, day: dt.date) -> bool:
    """Whether the words name this very day, so that it need not be said again."""
    found = find_dates(words)
    return len(found) == 1 and found[0].precision == "day" and found[0].date == day
