"""The verdict for each letter: what a statement says for it, in its own words, and what it leaves open.

Nothing is guessed: no figure, date or name is proposed.
After the criteria of the mission letter's template (section 3.2.2) and the rules SMA101 to SMA108. Whether those who
must reach an objective accept it, and whether it is realistic, cannot be read in a text; what can be read is who
answers for it, and with which means.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from filrouge.domain.language.actors import WHOLE, answerable
from filrouge.domain.language.indicators import find_indicators
from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.quantities import find_quantities
from filrouge.domain.language.words import flat, fold, phrases, tokens
from filrouge.domain.model import Quantity
from filrouge.domain.reading.deadlines import find_deadlines
from filrouge.domain.smart.words import FoundVerb, smart_words

MET, PARTLY, NOT, UNKNOWN = VERDICTS = ("met", "partly", "not", "unknown")
LETTERS = ("S", "M", "A", "R", "T")
_FEWEST, _MOST = 3, 12  # words beside a verb that show what it is about
_SENTENCE_ENDS = re.compile(r"[.!?;:](?=\s|$)")
_NEAR = 40  # characters behind a verb within which means make it one of means
_MONEY_OR_PEOPLE = frozenset(
    "eur euro euros keur k€ € m€ etp vte vze vzä fte etp agents inspecteurs inspecteur inspecteurs agenten".split()
)


@dataclass(frozen=True)
class Statement:
    """What is known of an objective: its words in one language, its fields, and what stands around it.

    ``inherited_*`` are those of the objective above; ``indicators`` the words of indicators below it;
    ``measured_below`` a quantity of an objective below it; ``actions`` the words of what serves it, ``action_means``
    and ``action_owners`` what these name; ``shares`` the shares of budget or staff that are stated.
    """

    id: str
    text: str
    language: str
    details: str = ""
    owners: tuple[str, ...] = ()
    deadline: str = ""
    deadline_on: dt.date | None = None
    quantity: str = ""
    baseline: str = ""
    declared: str = ""
    period: tuple[dt.date, dt.date] | None = None
    inherited_owners: tuple[str, ...] = ()
    inherited_deadline: str = ""
    indicators: tuple[str, ...] = ()
    measured_below: str = ""
    actions: tuple[str, ...] = ()
    action_means: tuple[str, ...] = ()
    action_owners: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A verdict with the words that justify it, as they stand, and the codes of what is missing."""

    letter: str
    verdict: str
    words: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """All letters of one statement. ``proposed`` is the kind of commitment that its words speak for (empty when they
    speak for none), with these words; ``declared`` what its author says."""

    id: str
    letters: tuple[Letter, ...]
    proposed: str
    proposed_by: tuple[str, ...]
    declared: str

    def __getitem__(self, letter: str) -> Letter:
        return self.letters[LETTERS.index(letter)]


@dataclass(frozen=True)
class _Reading:
    """What the words of a statement hold."""

    statement: Statement
    verbs: tuple[FoundVerb, ...]
    quantities: tuple[Quantity, ...]
    content: tuple[str, ...] = field(default=())

    def quote(self, start: int, end: int) -> str:
        return " ".join(self.statement.text[start:end].split())


def assess(statement: Statement) -> Assessment:
    """The verdicts for a statement. Raises KeyError for a language other than fr, nl, de, en."""
    verbs = tuple(smart_words(statement.language).found(statement.text))
    quantities = find_quantities(statement.text, statement.language)
    reading = _Reading(statement, verbs, quantities, _content(statement, verbs))
    letters = (_specific(reading), _measurable(reading), _assigned(statement), _realistic(reading), _timed(statement))
    proposed, words = _commitment(reading)
    return Assessment(statement.id, letters, proposed, words, statement.declared)


def _content(statement: Statement, verbs: Sequence[FoundVerb]) -> tuple[str, ...]:
    """The words that name something: not the verb that decides, no figures, no empty words, no small ones."""
    words, known = smart_words(statement.language), lexicon(statement.language)
    plain = list(flat(statement.text))
    verb = next((one for one in verbs if one.verb.firm), verbs[0] if verbs else None)
    if verb is not None:
        plain[verb.start : verb.end] = " " * (verb.end - verb.start)
    rest = words.says_nothing().sub(" ", "".join(plain))
    rest = phrases(*known.vague_deadlines).sub(" ", rest)
    return tuple(word for word in tokens(rest) if len(word) > 2 and not word.isdigit() and word not in known.stop_words)


# --- the letters ----------------------------------------------------------------------------------------------------


def _specific(reading: _Reading) -> Letter:
    """A concrete object and a verb that says what is done to it. Verbs of mere care are few and listed; any other verb
    is taken to say something, so the object decides."""
    if not reading.statement.text.strip():
        return Letter("S", NOT, (), ("object",))
    firm = next((one for one in reading.verbs if one.verb.firm), None)
    vague = next((one for one in reading.verbs if not one.verb.firm), None)
    verb = firm or vague
    words = (_phrase(reading, verb) if verb is not None else _opening(reading),)
    concrete = bool(reading.content)
    if firm is None and vague is not None and vague.verb.aims and reading.quantities:
        return Letter("S", MET, (*words, reading.quantities[0].text))
    if firm is None and vague is not None:
        verdict, missing = (PARTLY, ("firm-verb",)) if concrete else (NOT, ("firm-verb", "object"))
        return Letter("S", verdict, words, missing)
    return Letter("S", MET, words) if concrete else Letter("S", PARTLY, words, ("object",))


def _opening(reading: _Reading) -> str:
    """The words with which a statement begins, to the end of a word group."""
    words = _SENTENCE_ENDS.split(reading.statement.text.strip(), maxsplit=1)[0].split()
    return " ".join(words[: _whole_groups(words, smart_words(reading.statement.language).opens)]).rstrip(" ,;:.")


def _phrase(reading: _Reading, verb: FoundVerb) -> str:
    """The verb with the words behind it, to the end of a word group; where it stands last, with those before it."""
    text, opens = reading.statement.text, smart_words(reading.statement.language).opens
    said = reading.quote(verb.start, verb.end)
    after = _SENTENCE_ENDS.split(text[verb.end :], maxsplit=1)[0].split()
    if after:
        return " ".join([said, *after[: _whole_groups(after, opens)]]).rstrip(" ,;:.")
    before = _SENTENCE_ENDS.split(text[: verb.start])[-1].split()
    return " ".join([*before[_last_groups(before, opens) :], said])


def _whole_groups(words: Sequence[str], opens: frozenset[str]) -> int:
    """How many of the words to quote: all of a few, else up to the last word group that begins within them."""
    if len(words) <= _MOST:
        return len(words)
    begins = _beginnings(words, opens)
    within = [at for at in begins if _FEWEST <= at <= _MOST]
    return within[-1] if within else next((at for at in begins if at > _MOST), len(words))


def _last_groups(words: Sequence[str], opens: frozenset[str]) -> int:
    """The rank of the first word to quote before a verb that stands last; a group is never cut."""
    longest = len(words) - _MOST
    begins = [0, *_beginnings(words, opens)] if longest > 0 else [0]
    before = max(at for at in begins if at <= max(longest, 0))
    return before if longest - before <= _MOST // 2 else next((at for at in begins if at > longest), before)


def _beginnings(words: Sequence[str], opens: frozenset[str]) -> list[int]:
    """The ranks of the words with which a word group begins: the first of its small words, or behind a comma."""
    small = [flat(word).strip("\u2019'(«“„\"") in opens for word in words]
    return [at for at in range(1, len(words)) if words[at - 1][-1] in ",;" or (small[at] and not small[at - 1])]


def _measurable(reading: _Reading) -> Letter:
    statement = reading.statement
    if statement.quantity:
        return Letter("M", MET, (statement.quantity,), _baseline(statement, statement.quantity))
    if reading.quantities:
        words = reading.quantities[0].text
        return Letter("M", MET, (words,), _baseline(statement, words))
    if statement.indicators:
        return Letter("M", MET, statement.indicators[:1])
    named = find_indicators(statement.text, statement.language)
    if named:
        return Letter("M", PARTLY, (named[0].text,), ("target",))
    if statement.measured_below:
        return Letter("M", PARTLY, (statement.measured_below,), ("own-quantity",))
    return _observable(reading)


def _observable(reading: _Reading) -> Letter:
    """Without a figure: how often, each of a set, or one product can be seen; a direction or things in the plural only
    in part; mere care not at all."""
    statement, plain = reading.statement, flat(reading.statement.text)
    words = smart_words(statement.language)
    often = phrases(*lexicon(statement.language).deadlines.periodic).search(plain) or words.each().search(plain)
    if often:
        return Letter("M", MET, (reading.quote(*often.span()),))
    counted = _counted(statement)
    if counted:
        return Letter("M", MET, (counted,))
    firm = [one for one in reading.verbs if one.verb.firm]
    vague = any(not one.verb.firm for one in reading.verbs)
    if vague and not firm:
        return Letter("M", NOT, (), ("quantity",))
    made = next((one for one in firm if one.verb.seen or one.verb.commitment == "resource"), None)
    single = words.single().search(plain)
    if single and reading.content and (made is not None or not firm):
        return Letter("M", MET, (_phrase(reading, made) if made else reading.quote(*single.span()),))
    if firm and (reading.content or firm[0].verb.commitment == "result"):
        return Letter("M", PARTLY, (_phrase(reading, firm[0]),), ("quantity",))
    if words.several().search(plain):
        return Letter("M", PARTLY, (), ("quantity",))
    return Letter("M", NOT, (), ("quantity",))


def _counted(statement: Statement) -> str:
    """A number word from two up, outside the words on when; empty without one."""
    known = lexicon(statement.language)
    many = [word for word, worth in known.numbers.items() if worth >= 2]
    plain = flat(statement.text)
    for due in find_deadlines(statement.text, statement.language, 0, statement.period):
        plain = plain[: due.place.start] + " " * (due.place.end - due.place.start) + plain[due.place.end :]
    found = phrases(*many).search(plain)
    return statement.text[slice(*found.span())] if found else ""


def _baseline(statement: Statement, words: str) -> tuple[str, ...]:
    """A share of change means nothing without what it is a share of."""
    return ("baseline",) if "%" in words and not statement.baseline else ()


def _assigned(statement: Statement) -> Letter:
    """Who answers: the owners given, or whom the words name; the whole organisation answers in part only."""
    if statement.owners:
        everyone = {fold(word) for word in lexicon(statement.language).everyone}
        if all(fold(owner).strip(" .") in everyone for owner in statement.owners):
            return Letter("A", PARTLY, statement.owners, ("one-owner",))
        return Letter("A", MET, statement.owners)
    named = answerable(statement.text, statement.language)
    if named is not None and named.role != WHOLE:
        return Letter("A", MET, (statement.text[named.start : named.end],))
    for owners in (statement.inherited_owners, statement.action_owners):
        if owners:
            return Letter("A", PARTLY, owners, ("own-owner",))
    if named is not None:
        return Letter("A", PARTLY, (statement.text[named.start : named.end],), ("one-owner",))
    return Letter("A", NOT, (), ("owner",))


def _realistic(reading: _Reading) -> Letter:
    statement = reading.statement
    if statement.action_means or statement.shares:
        return Letter("R", MET, (*statement.action_means[:2], *statement.shares[:2]))
    given = _given(reading)
    if given is not None:
        return given
    said = f"{statement.text}\n{statement.details}"
    named = phrases(*lexicon(statement.language).means).search(flat(said))
    if named:
        return Letter("R", PARTLY, (" ".join(said[slice(*named.span())].split()),), ("amount",))
    if statement.actions:
        return Letter("R", PARTLY, statement.actions[:1], ("means",))
    return Letter("R", NOT, (), ("means",))


def _given(reading: _Reading) -> Letter | None:
    """Means with an amount or a number; a statement that gives means says how much by its own figure or by "one"."""
    quantities = reading.quantities
    paid = next((one for one in quantities if fold(one.unit or "") in _MONEY_OR_PEOPLE), None)
    if paid is not None:
        return Letter("R", MET, (paid.text,))
    words = smart_words(reading.statement.language)
    verb = next((one for one in reading.verbs if one.verb.commitment == "resource"), None)
    if verb is None:
        return None
    said = _phrase(reading, verb)
    counted = quantities[0].text if quantities else _counted(reading.statement)
    if counted:
        return Letter("R", MET, (counted,))
    if words.single().search(flat(reading.statement.text)):
        return Letter("R", MET, (said,))
    return Letter("R", PARTLY, (said,), ("amount",))


def _timed(statement: Statement) -> Letter:
    said = f"{statement.text}\n{statement.details}"
    found = find_deadlines(said, statement.language, 0, statement.period)
    day, words = statement.deadline_on, statement.deadline
    if day is None:
        dated = next((one for one in found if one.date), None)
        day, words = (dated.date, dated.text) if dated else (None, words)
    if day is not None:
        shown = (words or day.isoformat(),)
        late = statement.period is not None and not statement.period[0] <= day <= statement.period[1]
        return Letter("T", PARTLY, shown, ("within-period",)) if late else Letter("T", MET, shown)
    undated = words or (found[0].text if found else "")
    if undated:
        return Letter("T", PARTLY, (undated,), ("date",))
    vague = phrases(*lexicon(statement.language).vague_deadlines).search(flat(said))
    if vague:
        return Letter("T", PARTLY, (said[slice(*vague.span())],), ("date",))
    often = phrases(*lexicon(statement.language).deadlines.periodic).search(flat(said))
    if often:
        return Letter("T", PARTLY, (said[slice(*often.span())],), ("deadline",))
    if statement.inherited_deadline:
        return Letter("T", PARTLY, (statement.inherited_deadline,), ("own-deadline",))
    return Letter("T", NOT, (), ("deadline",))


# --- the kind of commitment -----------------------------------------------------------------------------------------


def _commitment(reading: _Reading) -> tuple[str, tuple[str, ...]]:
    """What the first firm verb promises, else the first vague one; money and people make it one of means, an aim at a
    figure is one of result."""
    if not reading.verbs:
        return "", ()
    chosen = next((one for one in reading.verbs if one.verb.firm), reading.verbs[0])
    words = _phrase(reading, chosen)
    if chosen.verb.commitment == "result":
        behind = flat(reading.statement.text)[chosen.end : chosen.end + _NEAR]
        means = any(fold(one.unit or "") in _MONEY_OR_PEOPLE for one in reading.quantities)
        if not chosen.verb.seen and means and phrases(*lexicon(reading.statement.language).means).search(behind):
            return "resource", (words,)
    if chosen.verb.aims and reading.quantities:
        return "result", (words, reading.quantities[0].text)
    return chosen.verb.commitment, (words,)
