"""Every code and every value that a plan's file may show has its words in the four languages."""

from __future__ import annotations

from filrouge.domain.model.analysis import SWOT_KINDS
from filrouge.domain.model.framework import LANGUAGES
from filrouge.domain.model.items import ITEM_KINDS
from filrouge.domain.model.plan import ACT_KINDS, ACTION_STATES, COMMITMENTS, DOCUMENT_STATES, RELATIONS
from filrouge.domain.model.tables import TABLE_KINDS
from filrouge.formats.readers.plan.coming import DOUBTS, REFUSALS, STRAY_KINDS
from filrouge.formats.writers.plan.word_template import REASONS
from filrouge.library.text_files import texts


def test_every_code_and_value_has_its_words() -> None:
    values = {
        "kind": ITEM_KINDS,
        "swot": SWOT_KINDS,
        "table": TABLE_KINDS,
        "act-kind": ACT_KINDS,
        "state": ACTION_STATES,
        "commitment": COMMITMENTS,
        "document-state": DOCUMENT_STATES,
        "relation": RELATIONS,
        "language": LANGUAGES,
        "refused": REFUSALS,
        "doubt": DOUBTS,
        "stray": STRAY_KINDS,
    }
    known = texts("export")
    wanted = {f"{name}.{value}" for name, several in values.items() for value in several}
    assert wanted - set(known) == set()
    assert {f"template-{reason}" for reason in REASONS} - set(texts("exchange")) == set()


def test_words_of_one_choice_are_told_apart() -> None:
    """A word that comes back must lead to one value."""
    for language in LANGUAGES:
        for name in ("kind", "state", "commitment"):
            words = [one[language].casefold() for key, one in texts("export").items() if key.startswith(f"{name}.")]
            assert len(words) == len(set(words)), (language, name)
