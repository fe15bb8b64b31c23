"""Which of the four languages a text is written in."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from filrouge.domain.language.lexicon import lexicons, spaced
from filrouge.domain.language.words import flat

_SAMPLE = 4000  # characters, at the start, in the middle and at the end
_ENOUGH = 20  # stop words from which the text needs no help from its trigrams
_WORD = re.compile(r"[^\W\d_]+")
_TRIGRAMS = {
    "fr": spaced("""
        ion tio eme ite les que eau eur ons aux oir iqu ell ais ois ant
        uve ou_ et_ de_ es_ du_ la_ _au qui
    """),
    "nl": spaced("""
        ijk aar een oor eid eit bel sbe hei sch ver ing lij aan oek erk
        ede ge_ _ge en_ _va van _he het oed uit ijn uur eel
    """),
    "de": spaced("""
        sch ung ich ein und der die eit kei cht ach ver ste _zu gen ten
        eis _be auf uns ier lic hei ngs zei
    """),
    "en": spaced("""
        the ing and _of of_ ent ion for ity ous ght igh ly_ ed_ _th ver
        sta ess ate ure all ith ter ore ty_ oun
    """),
}


@lru_cache(maxsize=1)
def _marks() -> dict[str, tuple[tuple[str, float], ...]]:
    """The languages that have each stop word, each with its weight: one of several languages says little."""
    shared: dict[str, list[str]] = {}
    for words in lexicons():
        for word in words.stop_words:
            shared.setdefault(word, []).append(words.language)
    return {
        word: tuple((language, 1 / len(languages) ** 2) for language in languages) for word, languages in shared.items()
    }


def _sample(text: str) -> str:
    """At most three pieces of the text, from its start, its middle and its end."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = (len(text) - _SAMPLE) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _by_trigrams(words: list[str]) -> dict[str, float]:
    run = "_" + "_".join(words) + "_"
    seen = Counter(run[i : i + 3] for i in range(len(run) - 2))
    return {language: float(sum(seen[t] for t in trigrams)) for language, trigrams in _TRIGRAMS.items()}


def detect_language(text: str) -> tuple[str, float]:
    """The language (fr, nl, de or en) that most of the text is in, and how sure that is, 0..1.

    It counts stop words in a bounded sample, and frequent trigrams where these are few. A text in two languages gives
    the one with more words, less surely; one without words gives ``("fr", 0.0)``.
    """
    words = _WORD.findall(flat(_sample(text)))
    scores = dict.fromkeys(("fr", "nl", "de", "en"), 0.0)
    marks = _marks()
    for word, count in Counter(words).items():
        for language, weight in marks.get(word, ()):
            scores[language] += weight * count
    evidence = sum(scores.values())
    if evidence < _ENOUGH:
        for language, score in _by_trigrams(words).items():
            scores[language] += score / 4
    best, second, *_ = sorted(scores, key=scores.__getitem__, reverse=True)
    if not scores[best]:
        return "fr", 0.0
    margin = (scores[best] - scores[second]) / scores[best]
    return best, round(margin * min(1.0, sum(scores.values()) / _ENOUGH), 3)
