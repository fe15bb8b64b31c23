"""Finding words in four languages: inflection and accents do not matter, the last word may be cut short, a word is
found within the compounds of Dutch and German, and where nothing is found at all, misspelt words find what they look
like.

The index is written by triggers; whoever asks says in which documents may be searched.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.search import (
    SearchHeadline,
    SearchQuery,
    SearchRank,
    TrigramStrictWordSimilarity,
)
from django.db import OperationalError, connection, transaction
from django.db.models import Case, F, FloatField, Func, IntegerField, Q, QuerySet, Subquery, TextField, Value, When

from filrouge.apps.common.models import SearchEntry
from filrouge.domain.language.lexicon import lexicon
from filrouge.domain.language.words import fold, similarity
from filrouge.domain.model import LANGUAGES

LONGEST = 200  # characters of a question
_START, _STOP, _GAP = "\ue000", "\ue001", "\ue002"
_OPERATORS = re.compile(r'["\-]|(?<!\w)or(?!\w)', re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W_]+")
_SHORTEST = 3
_ALIKE = 0.75
_CLOSE = 0.4  # of the trigrams of two words, those in common; two letters changed places in a word of ten leave 0.45
_MOST_NEAR = 200
_LONGEST_LOOK = "2s"
_SET = "SELECT set_config(%s, %s, true)"
_AROUND = 12  # words shown around one that is only alike
_COMPOUNDS = {"nl": "dutch_stem", "de": "german_stem"}  # languages that write them as one word, with their stemmers
_TAIL, _INSIDE = 4, 5  # letters that a word needs to be looked for at the end of others, and anywhere in them

_Looks = Callable[[str, Sequence[str]], bool]
_Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A part in which the words stand. ``title`` and ``snippet`` are pieces of text, each with whether it is what was
    looked for; ``cut`` pieces stand for words left out."""

    document: uuid.UUID
    part: uuid.UUID
    kind: str
    language: str
    title: _Pieces
    snippet: _Pieces


@dataclass(frozen=True)
class Found:
    """What was found, best first: ``entries`` to be paged, ``hits`` of a page. ``is_alike`` says that nothing has the
    words themselves, and that these are the closest."""

    question: str
    entries: QuerySet[SearchEntry]
    is_alike: bool = False

    def hits(self, page: Iterable[SearchEntry]) -> list[Hit]:
        """The entries of one page with their marks, in their order; one query."""
        order = [entry.pk for entry in page]
        if not order:
            return []
        shown = SearchEntry.objects.filter(pk__in=order)
        if not self.is_alike:
            shown = shown.annotate(marked_title=_headline(self.question, "title"), marked=_headline(self.question))
        by_id = {entry.pk: entry for entry in shown}
        return [self._hit(by_id[pk]) for pk in order if pk in by_id]

    def _hit(self, entry: Any) -> Hit:
        words = [fold(word) for word in _WORD.findall(self.question)]
        if self.is_alike:
            title, snippet = _alike(entry.title, words, _looks_like), _around(entry.text, words, _looks_like)
        elif _START not in entry.marked_title + entry.marked:
            title, snippet = _alike(entry.title, words, _holds), _around(entry.text, words, _holds)
        else:
            title, snippet = _pieces(entry.marked_title), _pieces(entry.marked)
            if entry.language in _COMPOUNDS and not _OPERATORS.search(self.question):
                return self._with_compounds(entry, tuple(title), tuple(snippet), words)
        return Hit(entry.document_id, entry.part_id, entry.kind, entry.language, tuple(title), tuple(snippet))

    def _with_compounds(self, entry: Any, title: _Pieces, snippet: _Pieces, words: Sequence[str]) -> Hit:
        """A hit in which those of the words that stand only within compounds are marked too."""
        marked = [fold(text) for text, is_hit in (*title, *snippet) if is_hit]
        left = [one for one in words if not any(one in has or _looks_like(has, [one]) for has in marked)]
        left = [one for one in left if one not in lexicon(entry.language).stop_words]
        more = [tuple(_marked_too(pieces, left)) if left else pieces for pieces in (title, snippet)]
        return Hit(entry.document_id, entry.part_id, entry.kind, entry.language, *more)


def find(
    question: str,
    documents: QuerySet[Any],
    *,
    reader: str,
    kinds: Sequence[str] = (),
    languages: Sequence[str] = (),
) -> Found:
    """The parts of these documents in which the words stand; each part once, in the reader's language when it is found
    there too.

    ``question`` is what one types into a search box: words (all of them), "a phrase", ``-not``, ``or``. ``kinds`` are
    those of parts, ``languages`` those of the text; empty for all.
    """
    question = " ".join(question.replace("\0", " ").split())[:LONGEST]
    entries = SearchEntry.objects.filter(document_id__in=documents.order_by().values("pk"))
    if kinds:
        entries = entries.filter(kind__in=kinds)
    asked = [language for language in languages or LANGUAGES if language in LANGUAGES]
    if not _WORD.search(question) or not asked:
        return Found(question, entries.none())
    matching = reduce(or_, (_matching(question, one) for one in asked))
    rank = Case(
        *(When(language=one, found=_whole(question, one), then=_rank(question, one) + 1.0) for one in asked),
        *(When(language=one, found=_query(question, one), then=_rank(question, one)) for one in asked),
        default=Value(-1.0),
        output_field=FloatField(),
    )
    # Whole words first, then words that begin so, then those within which they stand.
    exact = Found(question, _ordered(entries.filter(matching), rank, reader))
    if exact.entries.exists():
        return exact
    words = [word for word in _WORD.findall(fold(question)) if len(word) >= _SHORTEST]
    if not words or _OPERATORS.search(question):
        return exact
    return Found(question, _near(entries.filter(language__in=asked), words, reader), is_alike=True)


def _matching(question: str, language: str) -> Q:
    """What has the words in this language; in one that writes compounds together, also where one of them is the tail
    of a longer word, or stands within it. Those have no rank, so that they come behind."""
    exact = Q(language=language, found=_query(question, language))
    dropped = lexicon(language).stop_words
    words = [word for word in _LETTERS.findall(fold(question)) if word not in dropped]
    if language not in _COMPOUNDS or _OPERATORS.search(question) or not any(len(word) >= _TAIL for word in words):
        return exact
    return exact | Q(Q(language=language), *(_within(word, language) for word in words))


def _within(word: str, language: str) -> Q:
    """One word as such, at the end of a longer one in whatever inflection, or as it is written within one."""
    found = Q(found=SearchQuery(word, config=f"filrouge_{language}"))
    if len(word) >= _TAIL:
        found |= Q(stems__contains=_Tail(Value(word), dictionary=_COMPOUNDS[language]))
    return found | Q(plain__contains=word) if len(word) >= _INSIDE else found


class _Tail(Func):
    """The stem of a word as it ends a word of ``stems``; null for a word of the dictionary's that says nothing."""

    template = "((ts_lexize('%(dictionary)s', %(expressions)s))[1] || ' ')"
    output_field = TextField()


def _near(entries: QuerySet[SearchEntry], words: Sequence[str], reader: str) -> QuerySet[SearchEntry]:
    """The entries that have a word like each of these; at most so many as one may look through, and none when looking
    takes too long."""
    for word in words:
        entries = entries.filter(plain__trigram_strict_word_similar=word)
    likeness: Any = Value(0.0)
    for word in words:
        likeness = likeness + TrigramStrictWordSimilarity(word, "plain")
    closest = entries.annotate(likeness=likeness).order_by("-likeness", "pk").values_list("pk", flat=True)
    try:
        with transaction.atomic(), _patience():
            found = list(closest[:_MOST_NEAR])
    except OperationalError:
        found = []
    return _ordered(SearchEntry.objects.filter(pk__in=found), likeness, reader)


@contextmanager
def _patience() -> Iterator[None]:
    """Within a transaction: how alike two words have to be, and how long the database may look for such."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('statement_timeout')")
        ((before,),) = cursor.fetchall()
        cursor.execute(_SET, ["pg_trgm.strict_word_similarity_threshold", str(_CLOSE)])
        cursor.execute(_SET, ["statement_timeout", _LONGEST_LOOK])
        yield
        cursor.execute(_SET, ["statement_timeout", before])


def _ordered(entries: QuerySet[SearchEntry], rank: Any, reader: str) -> QuerySet[SearchEntry]:
    """Each part once, best first."""
    own = Case(When(language=reader, then=Value(0)), default=Value(1), output_field=IntegerField())
    one_each = entries.annotate(own=own, rank=rank).order_by("part_id", "own", "-rank").distinct("part_id")
    chosen = SearchEntry.objects.filter(pk__in=Subquery(one_each.values("pk")))
    return chosen.annotate(rank=rank).order_by("-rank", "document_id", "part_id")


def _rank(question: str, language: str) -> Any:
    return SearchRank(F("found"), _query(question, language))


def _whole(question: str, language: str) -> Any:
    """The question in one language as it is typed."""
    return SearchQuery(question, config=f"filrouge_{language}", search_type="websearch")


def _query(question: str, language: str) -> Any:
    """The question in one language: as it is typed, or with its last word as the beginning of one."""
    config = f"filrouge_{language}"
    whole = _whole(question, language)
    last = _WORD.findall(question)[-1]
    if _OPERATORS.search(question) or len(last) < _SHORTEST or not question.endswith(last):
        return whole
    begun = SearchQuery(f"'{last}':*", config=config, search_type="raw")
    head = question[: -len(last)].strip()
    return whole | (SearchQuery(head, config=config, search_type="websearch") & begun if head else begun)


def _headline(question: str, field: str = "text") -> Any:
    """The words of a field with marks: all of a title, of a text the pieces in which something was found."""
    more: dict[str, Any] = {"highlight_all": True}
    if field == "text":
        more = {"max_fragments": 2, "max_words": 28, "min_words": 12, "fragment_delimiter": _GAP}
    return Case(
        *(
            When(
                language=one,
                then=SearchHeadline(
                    field,
                    _query(question, one),
                    config=f"filrouge_{one}",
                    start_sel=_START,
                    stop_sel=_STOP,
                    **more,
                ),
            )
            for one in LANGUAGES
        ),
        output_field=TextField(),
    )


def _pieces(marked: str) -> Iterator[tuple[str, bool]]:
    """Text with marks as pieces."""
    for rank, piece in enumerate(marked.replace(_GAP, " … ").split(_START)):
        hit, stop, rest = piece.partition(_STOP)
        if rank and stop:
            yield hit, True
            piece = rest
        if piece:
            yield piece, False


def _looks_like(word: str, asked: Sequence[str]) -> bool:
    """A word of a text that is close to one of those that are looked for."""
    return any(similarity(word, other) >= _ALIKE for other in asked)


def _holds(word: str, asked: Sequence[str]) -> bool:
    """A word of a text that has one of those that are looked for within it, or a form of it at its end."""
    for other in asked:
        if len(other) >= _INSIDE and other in word:
            return True
        tails = (word[-size:] for size in range(len(other) - 1, len(other) + 4) if _TAIL <= size <= len(word))
        if len(other) >= _TAIL and any(similarity(tail, other) >= _ALIKE for tail in tails):
            return True
    return False


def _alike(text: str, words: Sequence[str], looks: _Looks) -> Iterator[tuple[str, bool]]:
    """A text as pieces, of which those that look like one of the words are marked."""
    at = 0
    for match in _WORD.finditer(text):
        word = fold(match[0])
        if len(word) >= _SHORTEST and looks(word, words):
            if match.start() > at:
                yield text[at : match.start()], False
            yield match[0], True
            at = match.end()
    if at < len(text):
        yield text[at:], False


def _marked_too(pieces: _Pieces, words: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The pieces, with the words marked that have one of these within them."""
    for text, is_hit in pieces:
        if is_hit:
            yield text, True
        else:
            yield from _alike(text, words, _holds)


def _around(text: str, words: Sequence[str], looks: _Looks) -> Iterator[tuple[str, bool]]:
    """The stretch of a long text around the first word that looks like one of these, marked."""
    tokens = text.split()
    known = (looks(fold(token).strip(".,;:!?()«»"), words) for token in tokens[:2000])
    first = next((rank for rank, one in enumerate(known) if one), 0)
    start, end = max(0, first - _AROUND), first + 2 * _AROUND
    shown = " ".join(tokens[start:end])
    yield from _alike(f"{'… ' if start else ''}{shown}{' …' if end < len(tokens) else ''}", words, looks)
