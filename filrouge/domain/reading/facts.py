"""What a document says of itself: title, entity, adoption, period, term, legal basis. What it does not say is None."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from filrouge.domain.language.dates import FoundDate, find_dates
from filrouge.domain.language.law import LegalReference, distinct, find_references
from filrouge.domain.language.lexicon import FactWords, lexicon
from filrouge.domain.language.words import any_of, flat, phrases
from filrouge.domain.model import Facts, Paragraph, Place

Period = tuple[dt.date, dt.date]
_FIRST_PAGES = 2500  # characters in which a document presents itself
_TITLE_PARTS = 12
_LONGEST_TITLE = 160
_LONGEST_PERIOD = 12  # years
_RANGE = re.compile(
    r"\s*(?:-|/|\s(?:a|au|tot|tot en met|t/m|bis|bis zum|to|until|jusqu'au|jusqu'en)\s(?:le |het |zum )?)\s*"
)
_BETWEEN = re.compile(r"\s*(?:et|en|und|and)(?: le)?\s*")
_OPENS = re.compile(r"(?:door|in|op|tijdens|par|en|lors|vom|von|durch|bei|am|by|at|on|during)\s")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[^\W\d_a-z])|(?<=[.;!?])\s+(?=[A-ZÀ-Ý«\"“])")
_SPELLED = re.compile(
    r"\s+((?:[dl][’'])?[A-ZÀ-Ý0-9][\w’'&/.-]*|(?:d[eu]|des|la|les?|van|den?|het|der|ter|op|und|et|en|and|of|the|in|am|-|–|/)(?=\s+(?:[a-z’']+\s+){0,2}[A-ZÀ-Ý(])|\(\d{4}\))"
)


@dataclass(frozen=True)
class _Source:
    """A text with what all facts are read from."""

    text: str
    plain: str
    paragraphs: Sequence[Paragraph]
    dates: tuple[FoundDate, ...]
    acts: tuple[LegalReference, ...]
    words: FactWords
    language: str

    def sentence(self, start: int, end: int) -> tuple[str, int, Place]:
        """The mended sentence around a span, where the span's words begin in it, and the place of its paragraph."""
        rank = bisect_right(self.paragraphs, start, key=lambda p: p.place.start) - 1
        if rank >= 0 and start < self.paragraphs[rank].place.end:
            whole, place = self.paragraphs[rank].text, self.paragraphs[rank].place
        else:
            place = Place(max(0, start - 300), min(len(self.text), end + 200))
            whole = " ".join(self.text[place.start : place.end].split())
        printed = " ".join(self.text[start:end].split())
        at = max(0, whole.find(printed))
        first = max((stop.end() for stop in _SENTENCE.finditer(whole, 0, at)), default=0)
        stop = _SENTENCE.search(whole, at + len(printed))
        return whole[first : stop.start() if stop else len(whole)], at - first, place


def read_facts(text: str, paragraphs: Sequence[Paragraph], language: str) -> Facts:
    """The facts that the document states of itself, with the places of the adoption, the period and the term.

    ``paragraphs`` are the mended paragraphs of the text in its order. Raises KeyError for a language other than fr, nl,
    de, en.
    """
    words, dates = lexicon(language).facts, find_dates(text)
    source = _Source(text, flat(text), paragraphs, dates, find_references(text, language, dates), words, language)
    title = _title(source)
    own = _family(source, title)
    validated = _validation(source, own)
    period = _period(source, title, own)
    term = _term(source)
    return Facts(
        title=title,
        entity=_entity(source, title),
        validated_on=validated[0] if validated else None,
        validated_by=validated[1] if validated else None,
        validation=validated[2] if validated else None,
        period=period[0] if period else None,
        period_place=period[1] if period else None,
        starts_on=_start(source),
        term_years=term[0] if term else None,
        term_place=term[1] if term else None,
        legal_basis=distinct(source.acts),
    )


@lru_cache(maxsize=4)
def _plan_families(language: str) -> dict[str, str]:
    """The family of each name of a plan or a letter, flat."""
    families = lexicon(language).facts.plans
    return {flat(name): family for family, names in families.items() for name in names}


def _plan_pattern(language: str) -> re.Pattern[str]:
    return phrases(*_plan_families(language))


def _plans(plain: str, language: str) -> list[str]:
    """The families of the plans and letters that a flat text names, in its order."""
    families = _plan_families(language)
    return [families[" ".join(match[0].split())] for match in _plan_pattern(language).finditer(plain)]


def _opening(source: _Source) -> list[Paragraph]:
    """The short paragraphs before the first long one: a cover, a title, a subtitle."""
    opening: list[Paragraph] = []
    for paragraph in source.paragraphs[:_TITLE_PARTS]:
        if len(paragraph.text) > _LONGEST_TITLE or paragraph.text.count(". ") > 1:
            break
        opening.append(paragraph)
    return opening


def _title(source: _Source) -> str | None:
    """The first line of the opening that begins with the name of a plan; or such a name broken over several lines."""
    opening = _opening(source)
    pattern = _plan_pattern(source.language)
    for rank, paragraph in enumerate(opening):
        match = pattern.search(flat(paragraph.text))
        if match and match.start() < 30 and paragraph.kind != "table":
            first = _first_line(opening, rank, match.start(), pattern)
            title = " ".join(each.text for each in opening[first : rank + 1])
            return _with_years(title, opening[rank + 1 : rank + 2])
    joined = " ".join(paragraph.text for paragraph in opening)
    match = re.search(rf"(?:{pattern.pattern})(?:\s+\(?\d{{4}}\s?-\s?\d{{4}}\)?)?", flat(joined))
    return joined[match.start() : match.end()] if match else None


def _first_line(opening: Sequence[Paragraph], rank: int, at: int, pattern: re.Pattern[str]) -> int:
    """The rank of the line where the name of a plan found at an offset of a line begins: an earlier one when the lines
    joined make a longer name ("Nationaal / Veiligheidsplan")."""
    for first in range(rank):
        before = " ".join(paragraph.text for paragraph in opening[first:rank]) + " "
        match = pattern.search(flat(before + opening[rank].text))
        if match and match.start() < len(opening[first].text) and match.end() > len(before) + at:
            return first
    return rank


def _with_years(title: str, rest: Sequence[Paragraph]) -> str:
    """The title with the years of the next line, when it holds nothing else."""
    years = rest and not re.search(r"\d{4}", title) and re.fullmatch(r"\(?\d{4}\s?[-–/]\s?\d{4}\)?", rest[0].text)
    return f"{title} {rest[0].text}" if years else title


def _entity(source: _Source, title: str | None) -> str | None:
    """The name of a body that the title or the cover gives, or that the first pages repeat, else the one that the text
    names most: the kind of body, then words that begin with a capital or a number of four digits in brackets."""
    pattern = phrases(*source.words.entities)
    plans = _plan_pattern(source.language)
    opening = "\n".join(re.sub(r"[:–-]\s\S.*", "", paragraph.text) for paragraph in _opening(source))
    for part, least in ((title or "", 1), (opening, 1), (source.text[:_FIRST_PAGES], 2), (source.text, 3)):
        names = Counter(
            name for match in pattern.finditer(flat(part)) if (name := _before_plan(_named(part, match), plans))
        )
        if names:
            name, count = max(names.items(), key=lambda each: (each[1], len(each[0])))
            if count >= least:
                return _in_full(source, name)
    return None


def _before_plan(name: str | None, plans: re.Pattern[str]) -> str | None:
    """The name without the name of the plan that a running head sets after it; None when nothing else is a name."""
    plan = plans.search(flat(name)) if name else None
    if name is None or plan is None:
        return name
    cut = name[: plan.start()].rstrip(" -–|:,")
    return cut if " " in cut else None


def _in_full(source: _Source, name: str) -> str:
    """The name with its kind of body written out, when the text names the same body so ("PZ X" and "Politiezone X")."""
    kind, _, rest = name.partition(" ")
    if not (kind.isupper() and rest):
        return name
    long = any_of(word for word in source.words.entities if len(word) > 4)
    match = re.search(rf"{long}\s+{re.escape(flat(rest))}(?![^\W_])", source.plain)
    return " ".join(source.text[match.start() : match.end()].split()) if match else name


def _named(text: str, kind: re.Match[str]) -> str | None:
    end, named = kind.end(), False
    while (part := _SPELLED.match(text, end)) and part.end() - kind.start() < 90 and "\n" not in part[0].strip(" "):
        end, named = part.end(), named or part[1][0].isupper() or part[1][0] == "("
    return " ".join(text[kind.start() : end].split()).rstrip(".") if named else None


Validation = tuple[dt.date | None, str | None, Place]


def _validation(source: _Source, own: str | None) -> Validation | None:
    """The act of adoption: the sentence with a date and a verb of adoption that speaks most surely of this document."""
    best: tuple[int, Validation] | None = None
    ranged = {at for span in _ranges(source) for at in span.starts}
    for date in source.dates:
        if date.precision not in ("day", "month") or _of_act(source, date) or date.start in ranged:
            continue
        sentence, at, place = source.sentence(date.start, date.end)
        score, body = _adopts(source, sentence, at, own)
        if score >= (2 if body else 3) and (best is None or score > best[0]):
            best = score, (date.date if date.precision == "day" else None, body, place)
    return best[1] if best else None


def _of_act(source: _Source, date: FoundDate) -> bool:
    return any(act.start <= date.start < act.end for act in source.acts)


def _adopts(source: _Source, sentence: str, at: int, own: str | None) -> tuple[int, str | None]:
    """How surely a sentence with a date at an offset adopts this document (from 2: surely enough), and the body.

    Its own words must say what was adopted: this text, a plan of its family, or nothing at all ("Adopted by … on …").
    """
    words, plain = source.words, flat(sentence)
    verbs = [match.start() for match in phrases(*words.adopted).finditer(plain)]
    if not verbs or phrases(*words.drafts).search(plain):
        return 0, None
    body, plans = _body(words, sentence, plain, at), _plans(plain, source.language)
    score = 2 if body else 0
    score += min(abs(verb - at) for verb in verbs) < 90
    if own in plans or phrases(*words.itself).search(_plan_pattern(source.language).sub(" - ", plain)):
        score += 2
    elif not plans and (verbs[0] < 30 or _only_adopts(source, sentence)):
        score += 2 if verbs[0] < 2 or _only_adopts(source, sentence) or re.search(r":\s*$", plain[verbs[0] : at]) else 1
    else:
        score -= 2
    if plans and own not in plans:
        score -= 3
    return score - 2 * bool(phrases(*words.other_plans).search(plain)), body


def _only_adopts(source: _Source, sentence: str) -> bool:
    """Whether a sentence without a subject tells the adoption and nothing else: "By the council, at its meeting of …,
    adopted". Of its words at most one is neither the body, the meeting, the date, the verb nor a small word."""
    words, plain = source.words, flat(sentence)
    if not _OPENS.match(plain):
        return False
    for date in reversed(find_dates(sentence)):
        plain = plain[: date.start] + " " + plain[date.end :]
    rest = phrases(*words.bodies, *words.sessions, *words.adopted).sub(" ", plain)
    stop = lexicon(source.language).stop_words
    return len([word for word in re.findall(r"[^\W\d_]{3,}", rest) if word not in stop]) <= 1


def _body(words: FactWords, sentence: str, plain: str, at: int) -> str | None:
    """The adopting body nearest to the date, with the name that follows it ("conseil communal de X"), no article."""
    bodies = list(phrases(*words.bodies).finditer(plain))
    if not bodies:
        return None
    nearest = min(bodies, key=lambda match: min(abs(match.start() - at), abs(match.end() - at)))
    whose = re.match(r"\s+(?:d[eu'’]|des|van|der|of)(?![^\W_])", sentence[nearest.end() :])
    return (_named(sentence, nearest) if whose else None) or sentence[nearest.start() : nearest.end()]


@dataclass(frozen=True)
class _Span:
    """A period that the text names; ``starts`` are the offsets of its two dates."""

    period: Period
    place: Place
    starts: tuple[int, int]


def _ranges(source: _Source) -> Iterator[_Span]:
    """Two dates that a dash or a "to" joins, or "between … and …"."""
    for one, other in zip(source.dates, source.dates[1:], strict=False):
        between = source.plain[one.end : other.start]
        if len(between) > 20 or other.last <= one.first:
            continue
        joined = _RANGE.fullmatch(between) or (
            _BETWEEN.fullmatch(between)
            and re.search(r"(?:entre|tussen|zwischen|between)\s+$", source.plain[max(0, one.start - 12) : one.start])
        )
        if joined and (other.last - one.first).days < 366 * _LONGEST_PERIOD:
            yield _Span((one.first, other.last), Place(one.start, other.end), (one.start, other.start))


def _family(source: _Source, title: str | None) -> str | None:
    """Which family of plans the document is itself: that of its title, else the one that it names most."""
    of_title = _plans(flat(title or ""), source.language)
    named = of_title[:1] or _plans(source.plain, source.language)
    return Counter(named).most_common(1)[0][0] if named else None


def _period(source: _Source, title: str | None, own: str | None) -> tuple[Period, Place] | None:
    """The plan's own period: each mention counts by what stands around it, and the best total wins if it is enough."""
    totals: Counter[Period] = Counter()
    best: dict[Period, tuple[int, Place]] = {}
    for span in _ranges(source):
        score = _speaks_of_own(source, span, own)
        totals[span.period] += score
        if span.period not in best or score > best[span.period][0]:
            best[span.period] = score, span.place
    if title:
        titled = next(_ranges(_alone(title, source)), None)
        if titled:
            totals[titled.period] += 20
    if totals and totals.most_common(1)[0][1] >= 3:
        period = totals.most_common(1)[0][0]
        return period, best[period][1] if period in best else Place(0, 0)
    return _year_of_title(source, title)


def _alone(text: str, source: _Source) -> _Source:
    return _Source(text, flat(text), (), find_dates(text), (), source.words, source.language)


def _speaks_of_own(source: _Source, span: _Span, own: str | None) -> int:
    """How much a mention of a period says that it is this document's: more than 0 for, less against."""
    start, end = span.place.start, span.place.end
    head = re.split(r"[.;]\s", source.plain[max(0, start - 70) : start])[-1]
    tail = re.split(r"[.;]\s", source.plain[end : end + 40])[0]
    plans = _plans(head, source.language)
    score = 0
    if plans:
        score += 3 if plans[-1] == own else -3
    else:
        score += 3 * any(p.place.start <= start < p.place.end for p in _opening(source))
        score += 2 * bool(_spell_pattern(source.language).search(head))
    score += start < _FIRST_PAGES
    return score - 4 * bool(phrases(*source.words.other_plans).search(head[-45:] + " " + tail))


@lru_cache(maxsize=4)
def _spell_pattern(language: str) -> re.Pattern[str]:
    """Words that introduce a period: the telling ones anywhere near, the small ones right before it."""
    spell = lexicon(language).facts.spell
    near = any_of(phrase for phrase in spell if len(phrase) > 5)
    return re.compile(rf"{near}[^.;]{{0,40}}$|{any_of(spell)}\s*(?:le|la|het|der|the|du|van|vom|from)?\s*\(?$")


def _year_of_title(source: _Source, title: str | None) -> tuple[Period, Place] | None:
    """A plan whose title names one year covers that year ("Plan opérationnel 2025")."""
    years = [date for date in find_dates(title or "") if date.precision == "year"]
    if len(years) != 1 or not title:
        return None
    date = next((d for d in source.dates if d.precision == "year" and d.first == years[0].first), None)
    return (years[0].first, years[0].last), Place(date.start, date.end) if date else Place(0, 0)


def _start(source: _Source) -> dt.date | None:
    """The day on which the mandate begins: a date right after words of beginning, in a sentence about the mandate."""
    begins = re.compile(rf"{any_of(source.words.starts)}\s*:?\s*(?:le|op|am|on|der|the|du|van|vom)?\s*$")
    for date in source.dates:
        if date.precision != "day" or not begins.search(source.plain[max(0, date.start - 60) : date.start]):
            continue
        sentence, _, _ = source.sentence(date.start, date.end)
        if phrases(*source.words.terms).search(flat(sentence)):
            return date.date
    about = re.compile(rf"{any_of(source.words.terms)}[^.;\n]{{0,25}}$")
    for span in _ranges(source):  # "Mandate from 1 October 2026 to 30 September 2031"
        days = {date.start for date in source.dates if date.precision == "day"}
        if days.issuperset(span.starts) and about.search(
            source.plain[max(0, span.place.start - 60) : span.place.start]
        ):
            return span.period[0]
    return None


def _term(source: _Source) -> tuple[int, Place] | None:
    """The length of the mandate in years: a number of years in a sentence about it, not far after the word."""
    numbers = {flat(word): value for word, value in lexicon(source.language).numbers.items()}
    years = re.compile(
        rf"(?<![\w.,])(?P<number>\d{{1,2}}|{any_of(numbers)})(?:\s*\(\d+\)|\s*\([^\W\d_]+\))?[\s-]+{any_of(source.words.years)}"
    )
    about = phrases(*source.words.terms)
    for match in years.finditer(source.plain):
        value = numbers.get(match["number"]) or int(match["number"] if match["number"].isdigit() else 0)
        if not 1 <= value <= 15:
            continue
        sentence, at, _ = source.sentence(match.start(), match.end())
        plain = flat(sentence)
        if about.search(plain, max(0, at - 130), at) or about.match(plain, at + len(match[0]) + 1):
            return value, Place(match.start(), match.end())
    return None
