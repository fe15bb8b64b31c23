"""The words that rules look for, one set per language: fr, nl, de, en.

Written as :mod:`filrouge.domain.language.lexicon` writes its phrases: a star at the end stands for any ending; they are
looked for in flat text, as whole words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from filrouge.domain.language.lexicon import Phrases


@dataclass(frozen=True)
class RuleWords:
    """The words of one language, by the rules that use them.

    *Tables*: ``total`` begins the label of a sum, ``of_which`` that of a part already counted, ``rate`` is in
    the head of a column that nothing adds up. *Amounts*: ``money``, ``people``, ``percent`` are units, ``of``
    may stand before a unit, ``about`` before a figure that is not exact; ``total_budget`` names the whole,
    ``budget`` anything of it; ``such_as`` begins a list of examples. *Analyses*: ``analysis`` names one,
    ``made`` says when. *Mandates*: ``decided`` says that a body adopted, ``copy``, ``inspector``, ``law``,
    ``zone``, ``national_plan``, ``zonal_plan``, ``integrity``, ``other_integrity`` (not that of a person in
    office), ``integrity_policy``, ``means_units`` after a figure and ``means_headings``. *Templates*:
    ``guidance`` begins an instruction to the writer, ``example`` an example, ``fill_in`` says that something is
    still to be written. *References*: ``annex``, ``section``, ``table`` name parts, ``refers`` sends the reader
    there, ``acts`` are other texts that have parts; ``addendum``, ``added``, ``later``, ``will`` announce;
    ``contents``, ``list_of_annexes`` head lists of titles. *Names*: ``titles`` stand before persons, ``alias``
    introduces another name. *Cascade*: ``priority``, ``objective``, ``broken_down``, ``unit``. *Time*:
    ``frequency``, ``reports`` (progress is told or judged), ``relative``, ``adoption``, ``operational_plan``,
    ``runs``, ``begins``, ``plan`` and ``plan_codes`` (regular expressions).
    """

    total: Phrases
    of_which: Phrases
    rate: Phrases
    money: Phrases
    people: Phrases
    percent: Phrases
    of: Phrases
    about: Phrases
    total_budget: Phrases
    budget: Phrases
    such_as: Phrases
    analysis: Phrases
    made: Phrases
    decided: Phrases
    copy: Phrases
    inspector: Phrases
    law: Phrases
    zone: Phrases
    national_plan: Phrases
    zonal_plan: Phrases
    integrity: Phrases
    other_integrity: Phrases
    integrity_policy: Phrases
    means_units: Phrases
    means_headings: Phrases
    guidance: Phrases
    example: Phrases
    fill_in: Phrases
    annex: Phrases
    section: Phrases
    table: Phrases
    refers: Phrases
    acts: Phrases
    addendum: Phrases
    added: Phrases
    later: Phrases
    will: Phrases
    contents: Phrases
    list_of_annexes: Phrases
    titles: Phrases
    alias: Phrases
    priority: Phrases
    objective: Phrases
    broken_down: Phrases
    unit: Phrases
    frequency: Phrases
    reports: Phrases
    relative: Phrases
    adoption: Phrases
    operational_plan: Phrases
    runs: Phrases
    begins: Phrases
    plan: Phrases
    plan_codes: Phrases


@lru_cache(maxsize=4)
def rule_words(language: str) -> RuleWords:
    """The words for fr, nl, de or en. Raises KeyError for another language."""
    if language not in ("fr", "nl", "de", "en"):
        raise KeyError(language)
    found: RuleWords = import_module(f"{__name__}.{language}").WORDS
    return found
