"""Acts and articles as printed. The documents cited are public law or invented."""

from __future__ import annotations

import pytest

from filrouge.domain.language.law import distinct, find_references


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Comme le prévoit l’article VII.III.39 du PJPol, la lettre", ["article VII.III.39 du PJPol"]),
        ("fr", "Art. 72 EXODUS : le mandat", ["Art. 72 EXODUS"]),
        ("fr", "Art. VII.III.88, § 2, PJPol", ["Art. VII.III.88, § 2, PJPol"]),
        ("fr", "articles 44 et 45 LPI", ["articles 44 et 45 LPI"]),
        (
            "fr",
            "Vu la loi du 7 décembre 1998 organisant un service de police intégré (LPI) ; vu le reste",
            ["loi du 7 décembre 1998 organisant un service de police intégré"],
        ),
        (
            "fr",
            "l'article 36 de la loi du 7 décembre 1998.",
            ["article 36 de la loi du 7 décembre 1998"],
        ),
        ("fr", "la circulaire CP3 du 29 mars 2011", ["circulaire CP3 du 29 mars 2011"]),
        ("fr", "circulaire ministérielle GPI 72", ["circulaire ministérielle GPI 72"]),
        (
            "fr",
            "l’Arrêté royal du 29 octobre 2001 relatif aux fonctions de management et l'Arrêté royal du 2 octobre 2002",
            ["Arrêté royal du 29 octobre 2001 relatif aux fonctions de management", "Arrêté royal du 2 octobre 2002"],
        ),
        (
            "nl",
            "artikel 37bis van de wet van 7 december 1998 tot organisatie van een politiedienst, enz.",
            ["artikel 37bis van de wet van 7 december 1998 tot organisatie van een politiedienst, enz"],
        ),
        ("nl", "het koninklijk besluit van 30 maart 2001", ["koninklijk besluit van 30 maart 2001"]),
        (
            "de",
            "Artikel 36 des Gesetzes vom 7. Dezember 1998 zur Organisation eines Polizeidienstes",
            ["Artikel 36 des Gesetzes vom 7. Dezember 1998 zur Organisation eines Polizeidienstes"],
        ),
        ("en", "Article 12 of the Act of 7 December 1998", ["Article 12 of the Act of 7 December 1998"]),
    ],
)
def test_references(language: str, text: str, found: list[str]) -> None:
    assert [reference.text for reference in find_references(text, language)] == found


@pytest.mark.parametrize(
    "text", ["Article 5 de la présente politique", "Le 7 décembre 1998", "une loi nouvelle", "art. 3"]
)
def test_what_is_no_reference(text: str) -> None:
    assert find_references(text, "fr") == ()


def test_places_are_those_of_the_words() -> None:
    text = "Vu la loi du\n5  août 1992 sur la fonction de police ;"
    [reference] = find_references(text, "fr")
    assert " ".join(text[reference.start : reference.end].split()) == reference.text


def test_repeats_count_once_and_the_fullest_is_kept() -> None:
    text = (
        "La loi du 5 août 1992. Voir la loi du 5 août 1992 sur la fonction de police. L’art. 1 LPI et l’article 1 LPI."
    )
    assert distinct(find_references(text, "fr")) == ("loi du 5 août 1992 sur la fonction de police", "article 1 LPI")
    assert len(distinct(find_references(text, "fr"), most=1)) == 1
