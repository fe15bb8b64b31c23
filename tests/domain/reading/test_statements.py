"""Statements at the levels of a framework, by each of the forms it may give. All texts are invented."""

from __future__ import annotations

import pytest

from filrouge.domain.model import Document
from filrouge.domain.reading import read
from filrouge.domain.reading.blocks import Builder, CellRef
from filrouge.domain.reading.guidance import is_guidance
from filrouge.domain.reading.owners import leading_owners, owners_only, trailing_owners
from tests.domain.reading.support import NATIONAL, PLAN, lines_of

BODY = "Le service décrit ici ce qu’il compte faire, avec qui et dans quel délai, en quelques phrases."


def plan(text: str) -> Document:
    return read(lines_of(text), [PLAN], "test-plan")


def brief(document: Document) -> list[tuple[str, str | None, str, tuple[str, ...]]]:
    return [(i.kind, i.number, i.text, i.owners) for i in document.items]


def test_a_label_with_its_title_below_and_ambitions_under_it() -> None:
    text = f"""Objectif stratégique 1
Un accueil soigné

{BODY}

Nos ambitions sont :
- (DGA) (DGB) ouvrir un guichet unique ;
- (Tous) en particulier (DGC) répondre dans la semaine.

Objectif stratégique 2
DGA, DGB
Des outils modernes

{BODY}
"""
    document = plan(text)
    assert brief(document) == [
        ("strategic_objective", "1", "Un accueil soigné", ()),
        ("ambition", None, "ouvrir un guichet unique", ("DGA", "DGB")),
        ("ambition", None, "répondre dans la semaine.", ("Tous", "DGC")),
        ("strategic_objective", "2", "Des outils modernes", ("DGA", "DGB")),
    ]
    first = document.items[0]
    assert [i.parent for i in document.items] == [None, first.id, first.id, None]


def test_labels_in_a_list_are_statements_and_no_headings() -> None:
    text = f"""2. Objectifs stratégiques

{BODY}

Objectif stratégique 1.1 : Réduire de 10 % les délais d’ici fin 2029 (Direction Accueil)
Objectif stratégique 1.2 : Former tous les agents (Direction Personnel)
"""
    document = plan(text)
    assert [(i.number, i.owners) for i in document.items] == [
        ("1.1", ("Direction Accueil",)),
        ("1.2", ("Direction Personnel",)),
    ]
    assert [s.title for s in document.sections] == ["Objectifs stratégiques"]
    assert document.items[0].section == document.sections[0].id


def test_a_label_without_number_needs_a_colon() -> None:
    document = plan(
        f"Notre mission\n\n{BODY}\n\nObjectif stratégique : Ouvrir un guichet par commune.\n\n"
        "Objectif stratégique et moyens vont ensemble."
    )
    assert [i.text for i in document.items] == ["Ouvrir un guichet par commune."]


def test_lists_in_the_framework_s_section_count() -> None:
    document = plan(
        f"Notre mission\n\n{BODY}\n\n- écouter chacun.\n\n"
        "Objectifs stratégiques\n\n1. Ouvrir un guichet.\n2. Former chacun."
    )
    assert [(i.kind, i.number) for i in document.items] == [("strategic_objective", "1"), ("strategic_objective", "2")]


def test_lines_below_a_statement_name_its_owner_and_its_date() -> None:
    text = """Objectifs stratégiques

Objectif stratégique 1 : Ouvrir un guichet unique
Responsable : service Accueil
Échéance : 30 juin 2029

Objectif stratégique 2 : Former chacun
"""
    first, second = plan(text).items
    assert first.owners == ("service Accueil",)
    assert first.deadline is not None and str(first.deadline.date) == "2029-06-30"
    assert second.owners == () and second.deadline is None


def test_rows_of_a_table_with_an_owner_s_column_are_statements() -> None:
    builder = Builder("docx")
    builder.add("Plans d’action", heading=1)
    rows = [("N°", "Action", "Responsable", "Échéance"), ("1", "Ouvrir un guichet", "Service Accueil", "fin 2028")]
    for r, row in enumerate([*rows, ("2", "Former les agents", "Service RH; Direction", "")]):
        for c, words in enumerate(row):
            builder.add(words, cell=CellRef(0, r, c))
    document = read(builder.build(), [PLAN], "test-plan")
    assert brief(document) == [
        ("action", "1", "Ouvrir un guichet", ("Service Accueil",)),
        ("action", "2", "Former les agents", ("Service RH", "Direction")),
    ]
    deadline = document.items[0].deadline
    assert deadline is not None and str(deadline.date) == "2028-12-31"


def test_the_end_of_a_list_before_its_heading_is_put_back() -> None:
    text = f"""A. Thèmes transversaux

1. ÉCHANGE D’INFORMATIONS

Faire circuler ce qui est utile entre les services et leurs partenaires.

Premier volet

1. Définir les règles.
2. Ouvrir les accès.
2. Mesurer les délais.
3. Publier un bilan.

Second volet

1. Former les équipes.

B. Phénomènes de sécurité

1. VOLS

{BODY}

1. Informer les victimes.
"""
    document = read(lines_of(text), [NATIONAL], "test-national")
    placed = [(i.section, i.number, i.text) for i in document.items if i.kind == "objective"]
    assert placed == [
        ("T1.A", "1", "Définir les règles."),
        ("T1.A", "2", "Ouvrir les accès."),
        ("T1.B", "1", "Former les équipes."),
        ("T1.B", "2", "Mesurer les délais."),
        ("T1.B", "3", "Publier un bilan."),
        ("P1", "1", "Informer les victimes."),
    ]
    assert [(n.code, n.section) for n in document.notes if n.code == "columns-reordered"] == [
        ("columns-reordered", "T1.B")
    ]
    assert all("moved" in i.doubts for i in document.items if i.text.startswith(("Mesurer", "Publier")))
    assert [i.text for i in document.items if i.kind == "theme"] == ["ÉCHANGE D’INFORMATIONS", "VOLS"]


def test_priorities_may_be_the_headings_of_their_chapter() -> None:
    text = f"3. Priorités\n\n{BODY}\n\n3.1 Sauver les archives\n\n{BODY}\n\n3.2 Ouvrir les salles\n\n{BODY}"
    assert [(i.kind, i.number, i.text) for i in plan(text).items] == [
        ("priority", "3.1", "Sauver les archives"),
        ("priority", "3.2", "Ouvrir les salles"),
    ]


def test_owners_in_their_forms() -> None:
    assert leading_owners("(DGA, DGB) former les agents") == (("DGA", "DGB"), "former les agents")
    assert leading_owners("(voir la note) former les agents")[0] == ()
    assert trailing_owners("Former les agents (Direction RH)")[0] == ("Direction RH",)
    assert trailing_owners("Former les agents (2 jours par an)")[0] == ()
    assert owners_only("DGA, DE P&O") and not owners_only("Des outils modernes")


def test_attributes_on_one_line_or_in_the_statement_s_own_words() -> None:
    text = """Objectifs stratégiques

Objectif stratégique 1 : Ouvrir un guichet unique
Pilote : Service Accueil   Échéance : 30/06/2029

Objectif stratégique 2 : Former chacun. Responsable : DG A. Délai : fin 2029.

Objectif stratégique 3 : Publier un bilan (Service B ; échéance : 2030)
"""
    found = [(i.text, i.owners, i.deadline and str(i.deadline.date)) for i in plan(text).items]
    assert found == [
        ("Ouvrir un guichet unique", ("Service Accueil",), "2029-06-30"),
        ("Former chacun.", ("DG A",), "2029-12-31"),
        ("Publier un bilan", ("Service B",), "2030-12-31"),
    ]


CHECKLIST = """{heading}

{lead}
- {criterion} {mark} Le but est-il énoncé sans détour ?
- {criterion} {mark} chacun comprend de quoi il retourne.
- Peut-on le compter ?
- Ramener à douze jours le délai de réponse.
"""


@pytest.mark.parametrize(("criterion", "mark"), [("Mesurable", "-"), ("S : Spécifique", ":"), ("Temporel (T)", "–")])
@pytest.mark.parametrize("lead", ["Nos objectifs stratégiques sont :", "Un texte qui n’annonce rien du tout."])
def test_the_guidance_of_a_template_states_nothing(criterion: str, mark: str, lead: str) -> None:
    text = CHECKLIST.format(heading="2. Objectifs stratégiques", lead=lead, criterion=criterion, mark=mark)
    assert [item.text for item in plan(text).items] == ["Ramener à douze jours le délai de réponse."]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Wat willen wij bereiken?", True),
        ("Qui le fera ? »", True),
        ("Meetbaar: het resultaat is te tellen.", True),
        ("M - Messbar: Das Ergebnis lässt sich zählen.", True),
        ("Time-bound (T): there is a day.", True),
        ("Réaliste", False),
        ("Specific training for detectives: two days a year.", False),
        ("Réduire de 10 % les délais", False),
        ("Des objectifs mesurables pour chacun : le premier en mars.", False),
    ],
)
def test_a_line_that_asks_or_explains_a_criterion_is_guidance(line: str, expected: bool) -> None:
    assert is_guidance(line) is expected
