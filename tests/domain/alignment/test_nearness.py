"""Statements that say nearly the same."""

from __future__ import annotations

import random

from filrouge.domain.alignment import near_pairs, shared_text


def pairs(*texts: str, language: str = "fr") -> list[tuple[int, int]]:
    return [(one.first, one.second) for one in near_pairs(texts, language)]


def test_the_same_thing_in_another_order_is_near() -> None:
    found = pairs(
        "Réduire le nombre d’accidents avec blessés aux abords des écoles secondaires",
        "Recruter quatre assistants",
        "Aux abords des écoles secondaires, réduire le nombre d’accidents avec blessés",
    )
    assert found == [(0, 2)]


def test_one_word_or_figure_that_matters_sets_statements_apart() -> None:
    assert pairs("Réduire les vols de vélos près des gares", "Réduire les vols de sacs près des marchés") == []
    assert pairs("Ouvrir un bureau", "Ouvrir un bureau") == []


def test_the_cost_does_not_grow_with_the_square() -> None:
    chosen = random.Random(7)
    words = [f"mot{number}" for number in range(3000)]
    texts = [" ".join(chosen.sample(words, 12)) for _ in range(2000)]
    assert pairs(*texts, texts[3]) == [(3, 2000)]


def test_the_share_of_a_text_that_is_in_another() -> None:
    one = "le corps veille à ce que chacun soit reçu avec égard".split()
    assert shared_text(one, one) == 1
    assert shared_text(one, ["autre", *one[:6]]) < 0.5
    assert shared_text(one, []) == shared_text([], one) == 0
