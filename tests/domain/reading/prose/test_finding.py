"""Which sentences of a document bind: lists with what announces them, headings that name a kind, rows, places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.model import Item
from filrouge.domain.reading import read
from filrouge.domain.reading.prose import with_running
from tests.domain.reading.support import lines_of


def running(text: str) -> list[Item]:
    """What the running text of a document states."""
    document = with_running(read(lines_of(text), ()), None)
    items = [item for item in document.items if item.running]
    for item in items:
        said = " ".join(document.text[item.place.start : item.place.end].split())
        assert said.replace("- ", "").startswith(item.text.split()[0])
        assert item.text.split()[-1].rstrip(".") in said
    return items


LETTER = """Mesdames, Messieurs,

La zone compte huit communes et emploie deux cents personnes au service de la population.

{lead}

- rappeler chaque plaignant dans les dix jours ;
- publier les chiffres de la zone sur le site.

Le poste de police est ouvert tous les jours de la semaine de 8 à 17 heures.
"""


@pytest.mark.parametrize(
    ("lead", "kinds"),
    [
        ("Nous nous engageons à :", ["commitment", "commitment"]),
        ("Nous poursuivons les objectifs suivants :", ["objective", "objective"]),
        ("Nous prenons les mesures suivantes :", ["action", "action"]),
        ("Durant l'année 2026, nous avons réalisé ce qui suit :", []),
    ],
)
def test_a_lead_in_gives_its_list_a_kind_or_tells_what_was_done(lead: str, kinds: list[str]) -> None:
    found = [item for item in running(LETTER.format(lead=lead)) if "rappeler" in item.text or "publier" in item.text]
    assert [item.kind for item in found] == kinds


def test_a_few_words_alone_name_the_kind_of_what_follows() -> None:
    text = "Nos valeurs\n\nLe respect guide chacun de nos gestes.\n\nLa franchise entre collègues.\n"
    assert [(item.kind, item.text) for item in running(text)] == [
        ("value", "Le respect guide chacun de nos gestes."),
        ("value", "La franchise entre collègues."),
    ]


def test_only_the_sentences_that_bind_are_taken_from_a_paragraph() -> None:
    text = (
        "Notre zone existe depuis 2002. La direction des opérations renforcera la présence\nau marché d'ici fin 2028. "
        "Le marché a lieu le mardi matin depuis toujours.\n"
    )
    (item,) = running(text)
    assert item.text == "La direction des opérations renforcera la présence au marché d'ici fin 2028."
    assert item.deadline is not None
    assert str(item.deadline.date) == "2028-12-31"


def test_a_row_with_bars_gives_its_measure_with_who_and_when() -> None:
    text = "Mesure | Responsable | Échéance\nFormer vingt agents à l'accueil | Direction RH | fin 2028\n"
    (item,) = running(text)
    assert (item.text, item.owners) == ("Former vingt agents à l'accueil", ("Direction RH",))
    assert item.deadline is not None
    assert str(item.deadline.date) == "2028-12-31"


def test_the_number_of_an_article_is_left_out() -> None:
    (item,) = running("Article 4. Les parties s'engagent à échanger leurs données chaque mois.\n")
    assert item.text.startswith("Les parties")


def test_a_table_of_contents_and_a_menu_state_nothing() -> None:
    assert running("Améliorer l'accueil ............ 4\nRenforcer les équipes ............ 7\n") == []
    assert running("Accueil\n\nNous trouver\n\nPorter plainte\n\nContact\n") == []


@given(st.text(alphabet="Nous voulons ouvrir.\n-|:1«»é ", max_size=300))
def test_any_text_keeps_its_places_within_itself(text: str) -> None:
    document = with_running(read(lines_of(text), ()), None)
    for item in document.items:
        assert 0 <= item.place.start < item.place.end <= len(document.text)
