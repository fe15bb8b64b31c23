"""From lines to paragraphs: what the page broke is mended, what the author parted stays apart. Texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.reading.labels import parse_label, roman, split_label
from filrouge.domain.reading.lines import read_lines
from filrouge.domain.reading.mending import join, mend, vocabulary
from tests.domain.reading.support import lines_of, paras_of, texts_of

WRAPPED = """La zone de police imaginaire veut rester proche de chaque habitant et elle organise
donc une permanence dans chacune de ses quatre communes, du lundi au vendredi, ainsi
que le samedi matin pendant la saison touristique qui va de mai à septembre.
Les équipes de quartier tiennent un carnet de contacts que leur chef relit chaque mois
afin de repérer les rues où personne ne les a vues depuis longtemps.

Le deuxième paragraphe commence après une ligne blanche et il est assez long pour que
la page le coupe lui aussi en deux ou trois morceaux."""


def test_sentences_broken_by_the_page_are_joined_and_paragraphs_stay_apart() -> None:
    texts = texts_of(WRAPPED)
    assert [t.split()[0] for t in texts] == ["La", "Les", "Le"]
    assert "elle organise donc une permanence" in texts[0]


def test_double_spaced_lines_are_one_paragraph() -> None:
    spaced = WRAPPED.replace("\n\n", "\n \n").replace("\n", "\n\n")
    assert [t.split()[0] for t in texts_of(spaced)] == ["La", "Les", "Le"]


def test_blank_lines_between_single_lines_part_paragraphs() -> None:
    text = "Une phrase courte qui se termine ici.\n\nUne autre phrase, elle aussi complète.\n\nEt une troisième."
    assert len(texts_of(text)) == 3


def test_a_sentence_goes_on_over_a_page_break() -> None:
    text = (
        WRAPPED + "\n\nLe plan prévoit que les services de la zone se parlent avant chaque\n\x0cgrande manifestation."
    )
    assert texts_of(text)[-1].endswith("avant chaque grande manifestation.")


@pytest.mark.parametrize(
    ("first", "second", "others", "expected"),
    [
        ("la répar-", "tition des tâches", "une répartition claire", "la répartition des tâches"),
        ("le bien-", "être du personnel", "le bien-être au travail", "le bien-être du personnel"),
        ("le savoir-", "faire", "faire valoir son savoir", "le savoir-faire"),
        ("een samen-", "werking met", "", "een samenwerking met"),
        ("doel-", "en sleutelgroepen", "", "doel- en sleutelgroepen"),
        ("les accords non-", "écrits", "", "les accords non-écrits"),
        ("la zone Nord-", "Est", "", "la zone Nord-Est"),
        ("de 2020 -", "2025", "", "de 2020 - 2025"),
    ],
)
def test_words_broken_at_the_end_of_a_line(first: str, second: str, others: str, expected: str) -> None:
    assert join(first, second, vocabulary([others, first, second])) == expected


def test_odd_spaces_marks_and_emphasis_are_mended() -> None:
    assert mend("Le\u00a0plan  est\u2009prêt\u00ad.") == "Le plan est prêt."
    assert (
        mend("le **cadre légal** est [fixé](https://example.org) par la loi¹.", markup=True)
        == "le cadre légal est fixé par la loi."
    )
    assert mend("une \ufb01n d\u2019ann\u00e9e") == "une fin d’année"


@pytest.mark.parametrize(
    ("text", "kind", "value", "rest"),
    [
        ("3.2.1 Objectifs", "number", "3.2.1", "Objectifs"),
        ("3.2.1. Objectifs", "number", "3.2.1", "Objectifs"),
        ("1) former les équipes", "number", "1", "former les équipes"),
        ("(2) former", "number", "2", "former"),
        ("8.Statut", "number", "8", "Statut"),
        ("b) écouter", "letter", "b", "écouter"),
        ("a.1 écouter", "mixed", "a.1", "écouter"),
        ("IV. Moyens", "roman", "IV", "Moyens"),
        ("A. Thèmes", "capital", "A", "Thèmes"),
        ("Chapitre 2. Notre mission", "word", "2", "Notre mission"),
        ("Bijlage 1: Organigram", "word", "1", "Organigram"),
        ("• accueillir", "bullet", "", "accueillir"),
        ("– accueillir", "bullet", "", "accueillir"),
        ("\uf0b7 accueillir", "bullet", "", "accueillir"),
        ("o accueillir", "bullet", "", "accueillir"),
    ],
)
def test_labels(text: str, kind: str, value: str, rest: str) -> None:
    label, words = split_label(text)
    assert label is not None
    assert (label.kind, label.value, words) == (kind, value, rest)


@pytest.mark.parametrize(
    "text", ["1.816.852 EUR de crédits", "2020 - 2025", "12.5 % des faits", "Le plan", "2026 sera décisif", "orange"]
)
def test_figures_and_words_are_no_labels(text: str) -> None:
    label, words = split_label(text)
    assert label is None
    assert words == text


def test_automatic_labels_from_a_file() -> None:
    assert parse_label("3.2.1").value == "3.2.1"
    assert parse_label("iv.").kind == "roman"
    assert parse_label("▪").kind == "bullet"


@given(st.integers(1, 39))
def test_roman_numerals_are_read_back(value: int) -> None:
    written = "X" * (value // 10) + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][value % 10]
    assert roman(written) == value


@given(st.text(max_size=200))
def test_splitting_a_label_loses_no_letter(text: str) -> None:
    mended = mend(text)
    label, rest = split_label(mended)
    assert mended.endswith(rest)
    if label is None:
        assert rest == mended


@given(st.lists(st.text(max_size=120), max_size=40))
def test_any_lines_become_paragraphs_with_places_in_the_text(lines: list[str]) -> None:
    extract = lines_of("\n".join(lines))
    paras = paras_of("\n".join(lines))
    for para in paras:
        assert 0 <= para.place.start < para.place.end <= len(extract.text)


PAGES = """\x0cPlan imaginaire 2031
Le service écoute chaque habitant et note ce qu’il demande dans un registre unique1 qui
est relu toutes les semaines par le chef de service.

1 Registre tenu depuis 2029.
\x0cPlan imaginaire 2031
Le registre sert aussi à préparer les réunions avec les communes partenaires de la zone.

- 2 -
\x0cPlan imaginaire 2031
Un bilan public est présenté chaque année au conseil, avec les chiffres et leurs limites.

- 3 -
"""


def test_running_titles_page_numbers_and_footnotes_are_told_apart() -> None:
    lines = read_lines(lines_of(PAGES), frozenset())
    body = [line.text for line in lines.lines if not line.footnote]
    assert [line.text for line in lines.lines if line.footnote] == ["Registre tenu depuis 2029."]
    assert not any("Plan imaginaire" in text or text.startswith("- ") for text in body)
    assert any("registre unique qui" in text for text in body)
    assert {note.code for note in lines.notes} == {"running-title-dropped", "footnote-moved"}


def test_notes_left_inside_a_paragraph_move_out_of_it() -> None:
    text = "La charte[footnoteRef:1] lie chacun. [1:  Texte inventé de la charte. ] Elle est courte."
    paras = paras_of(text)
    assert paras[0].text == "La charte lie chacun. Elle est courte."
    assert paras[1].footnote
    assert paras[1].text == "Texte inventé de la charte."


def test_rows_laid_flat_with_tabs_are_a_grid() -> None:
    text = "Avant le tableau, une phrase.\n\nA\tB\tC\nun\tdeux\ttrois\nquatre\tcinq\tsix\n\nAprès."
    grids = [para.look.grid for para in paras_of(text)]
    assert grids == [False, True, True, True, False]


def test_lost_bullets_are_found_again() -> None:
    text = "Nos partenaires sont :\n les communes ;\n les écoles ;\n les associations.\n\nNous les réunissons."
    labels = [para.label.kind if para.label else None for para in paras_of(text)]
    assert labels == [None, "bullet", "bullet", "bullet", None]


@pytest.mark.parametrize(
    "described",
    [
        "[Une image contenant texte, logo Description générée automatiquement]",
        "Une image contenant carte\n\nDescription générée automatiquement",
        "[Une image contenant\n\ncarte\n\nDescription générée automatiquement]\t\t",
        "Description générée automatiquement]",
        "Afbeelding met tekst Automatisch gegenereerde beschrijving",
        "(Ein Bild, das Text enthält. Automatisch generierte Beschreibung)",
        "Logo, company name Description automatically generated.",
        "[Diagram AI-generated content may be incorrect.]",
    ],
)
def test_what_a_word_processor_says_of_a_picture_is_left_out(described: str) -> None:
    lines = read_lines(lines_of(f"{described}\n\nLe service ouvre deux guichets.\n"), frozenset())
    assert [line.text for line in lines.lines if "image" not in line.text] == ["Le service ouvre deux guichets."]
    assert [note.code for note in lines.notes] == ["picture-text-dropped"]


@pytest.mark.parametrize(
    "said",
    [
        "Vérifier toute description générée automatiquement",
        "Le plan est prêt. Il a son index. Description générée automatiquement",
        "Description générée automatiquement par le service",
    ],
)
def test_a_sentence_about_descriptions_stays(said: str) -> None:
    assert [line.text for line in read_lines(lines_of(said), frozenset()).lines] == [said]
