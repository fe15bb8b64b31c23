"""INT101-109: what an integrity policy leaves open. Each rule has a policy that breaks it and one that keeps it."""

from __future__ import annotations

import pytest

from filrouge.domain.coherence import Finding
from filrouge.domain.coherence.engine import Context
from filrouge.domain.coherence.rules.instruments import spoken_of
from filrouge.domain.language.words import flat
from filrouge.domain.model import Document
from filrouge.library import framework, rule_texts
from tests.domain.coherence.factory import TODAY, Draft, findings, prose

POLICY = framework("integrity-policy")
MATTERS = {"actors": "INT101", "monitoring": "INT102", "evaluation": "INT103", "communication": "INT104"}
WHOLE = {
    "actors": "Le chef de corps décide des suites ; la coordinatrice conseille chacun.",
    "monitoring": "Les plaintes arrivent par le canal interne ; trente consultations sont contrôlées chaque mois.",
    "evaluation": "Chaque année, la coordinatrice compare les indicateurs de chaque objectif dans un rapport.",
    "communication": "Le texte est présenté à chaque équipe et publié sur le site de la zone.",
}
TITLES = {"actors": "Acteurs", "monitoring": "Monitoring", "evaluation": "Évaluation", "communication": "Communication"}


def policy(says: dict[str, str] | None = None, objectives: int = 3, language: str = "fr") -> Document:
    """A policy with so many strategic objectives, and under each heading the paragraph given (none: no heading)."""
    draft = Draft(language)
    draft.heading("Ambition et vision", "2", answers="ambition")
    draft.heading("Objectifs stratégiques", "2.1", level=2, answers="strategic-objectives")
    for number, words in enumerate(
        ("Sécuriser la chaîne des objets saisis", "Parler ouvertement des doutes", "Refuser tout avantage indu"), 1
    ):
        if number <= objectives:
            draft.item("strategic_objective", words, str(number))
    for name, words in (WHOLE if says is None else says).items():
        draft.heading(TITLES[name], answers=name)
        for part in words.split("\n"):
            draft.says(part)
    return draft.done()


def found(code: str, document: Document) -> list[Finding]:
    return findings(code, document, POLICY)


def listed(finding: Finding, name: str) -> list[object]:
    value = finding.fact.params[name]
    assert isinstance(value, list)
    return value


@pytest.mark.parametrize(("name", "code"), MATTERS.items())
def test_a_matter_said_for_all_objectives_is_kept(name: str, code: str) -> None:
    assert found(code, policy()) == []


@pytest.mark.parametrize(("name", "code"), MATTERS.items())
def test_a_matter_never_said_is_one_remark_for_all(name: str, code: str) -> None:
    without = {matter: words for matter, words in WHOLE.items() if matter != name and matter != "actors"}
    (finding,) = found(code, policy(without if name != "communication" else {"monitoring": "Chaque mois."}))
    assert finding.fact.params["form"] == "all"
    assert finding.fact.params["total"] == 3
    assert len(finding.fact.places) == 2


@pytest.mark.parametrize(
    ("code", "name", "words", "missing"),
    [
        ("INT101", "actors", "Le chef de corps et la coordinatrice de l’intégrité.", ["role"]),
        ("INT102", "monitoring", "Les plaintes arrivent par le canal interne.", ["active"]),
        ("INT102", "monitoring", "Trente consultations tirées au hasard sont vérifiées.", ["passive"]),
        ("INT103", "evaluation", "La politique est revue chaque année.", ["how", "who"]),
        ("INT104", "communication", "Le texte est expliqué à chaque équipe.", ["outside"]),
    ],
)
def test_a_part_left_out_is_named(code: str, name: str, words: str, missing: list[str]) -> None:
    (finding,) = found(code, policy({name: words}))
    assert finding.fact.params["missing"] == missing


def test_an_evaluation_with_a_year_says_when() -> None:
    words = "En novembre 2028, la coordinatrice remet un rapport sur les résultats."
    assert found("INT103", policy({"evaluation": words})) == []


def test_objectives_told_apart_are_judged_apart() -> None:
    says = {
        "actors": "Objectif stratégique 1 : le chef de corps décide.\nObjectif stratégique 2 : la direction veille."
    }
    (finding,) = found("INT101", policy(says))
    assert finding.fact.params["form"] == "one"
    assert finding.fact.params["objective"] == "3. Refuser tout avantage indu"


def test_an_objective_named_by_its_words_is_told_apart() -> None:
    says = {
        "actors": "Sécuriser la chaîne des objets saisis : le chef de corps décide.\n"
        "Parler ouvertement des doutes : la direction veille.\nRefuser tout avantage indu : chaque chef contrôle."
    }
    assert found("INT101", policy(says)) == []


def test_one_objective_named_is_no_way_to_tell_them_apart() -> None:
    assert found("INT101", policy({"actors": "Pour l’objectif stratégique 1 surtout, la direction veille."})) == []


def test_what_stands_beside_an_objective_is_its_own() -> None:
    draft = Draft()
    draft.heading("Objectif 1", answers=None)
    draft.item("strategic_objective", "Refuser tout avantage indu", "1")
    draft.says("La coordinatrice conseille et enregistre.")
    draft.heading("Objectif 2")
    draft.item("strategic_objective", "Parler ouvertement des doutes", "2")
    draft.says("Rien n’est encore prévu.")
    (finding,) = found("INT101", draft.done())
    assert finding.fact.params["objective"] == "2. Parler ouvertement des doutes"


def test_whoever_carries_an_action_acts() -> None:
    draft = Draft()
    draft.heading("Objectifs stratégiques", answers="strategic-objectives")
    name = draft.item("strategic_objective", "Refuser tout avantage indu", "1")
    draft.item("action", "Tenir le registre", owners=["Secrétariat"], parent=name)
    (finding,) = found("INT101", draft.done())
    assert finding.fact.params["missing"] == ["role"]


def test_the_guidance_of_a_template_is_no_objective() -> None:
    draft = Draft()
    draft.heading("Objectifs stratégiques", answers="strategic-objectives")
    draft.item("strategic_objective", "Décrivez les objectifs pour les risques retenus")
    document = draft.done()
    assert [code for code in (*MATTERS.values(), "INT108") if found(code, document)] == []


def test_a_section_whose_silence_another_rule_remarks_is_not_missed_twice() -> None:
    says = {"monitoring": WHOLE["monitoring"], "evaluation": WHOLE["evaluation"]}
    (finding,) = found("DOC101", policy(says))
    assert not {"actors", "communication"} & set(listed(finding, "ids"))
    (finding,) = found("DOC101", policy(says, objectives=0))
    assert {"actors", "communication"} <= set(listed(finding, "ids"))


@pytest.mark.parametrize("code", ["INT101", "INT102", "INT103", "INT104", "INT108", "INT109"])
def test_a_policy_without_objectives_is_told_so_elsewhere(code: str) -> None:
    assert found(code, policy(objectives=0)) == []


@pytest.mark.parametrize("code", [*MATTERS.values(), "INT105", "INT106", "INT107", "INT108", "INT109"])
def test_another_kind_of_document_is_not_judged_so(code: str) -> None:
    assert findings(code, policy({}), framework("mission-letter")) == []
    assert findings(code, policy({}), None) == []


BREAKS_IN_PROSE = ("INT105", "INT106", "INT107")


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
@pytest.mark.parametrize("code", BREAKS_IN_PROSE)
def test_the_examples_of_the_texts_break_and_keep(code: str, language: str) -> None:
    """The very examples that the rule shows, in each language."""

    def said(words: str) -> Document:
        draft = Draft(language)
        draft.heading("Acties", answers="actions")
        draft.says(words)
        return draft.done()

    texts = rule_texts()[code]
    assert found(code, said(texts.breaks[language]))
    assert found(code, said(texts.keeps[language])) == []


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
@pytest.mark.parametrize("code", [*MATTERS.values(), "INT108"])
def test_the_examples_about_objectives_break_and_keep(code: str, language: str) -> None:
    def said(words: str) -> Document:
        draft = Draft(language)
        draft.heading("Doelen", answers="strategic-objectives")
        draft.item("strategic_objective", "X Y Z", "1")
        name = next((matter for matter, one in MATTERS.items() if one == code), "evaluation")
        draft.heading("Deel", answers=name)
        draft.says(words)
        return draft.done()

    texts = rule_texts()[code]
    assert found(code, said(texts.breaks[language]))
    assert found(code, said(texts.keeps[language])) == []


def test_a_mix_is_judged_from_four_instruments() -> None:
    assert found("INT105", prose("Contrôles ponctuels, audit interne et séparation des fonctions.")) == []
    (finding,) = found(
        "INT105", prose("Contrôles ponctuels, audit interne, séparation des fonctions, enquêtes internes.")
    )
    assert finding.fact.params["light"] == "stimulate"
    assert finding.fact.params["control"] == 4


def test_only_encouraging_is_out_of_balance_too() -> None:
    words = "Ateliers, mentorat, coaching, journal du personnel et campagne de sensibilisation."
    (finding,) = found("INT105", prose(words))
    assert finding.fact.params["light"] == "control"


def test_words_inside_a_longer_phrase_speak_of_one_instrument() -> None:
    known = POLICY.catalogue
    assert known is not None
    context = Context(prose("x"), POLICY, TODAY)
    named = [one.id for one in spoken_of(context, known, [flat("Une formation aux dilemmes.")])]
    assert named == ["dilemma-training"]


def test_a_function_left_empty_is_named_with_examples() -> None:
    (finding,) = found("INT106", policy())
    assert listed(finding, "ids") == ["enforce"]
    assert len(listed(finding, "examples")) == 3


def exposed(*things: str, lead: str = "Les fonctions vulnérables sont les suivantes :") -> Document:
    draft = Draft()
    draft.heading("Risques")
    draft.says(lead, kind="lead_in")
    for thing in things:
        draft.says(thing, kind="list", label="•")
    draft.heading("Objectifs stratégiques", answers="strategic-objectives")
    draft.item("strategic_objective", "Sécuriser la chaîne des objets saisis", "1")
    draft.item("action", "Tenir le registre des activités accessoires", "2")
    return draft.done()


def test_an_exposed_process_without_objective_is_named() -> None:
    (finding,) = found("INT109", exposed("la gestion des objets saisis", "les relations avec la presse"))
    assert finding.fact.params == {"text": "les relations avec la presse", "form": "one"}


def test_an_exposed_process_is_taken_up_by_its_words_or_by_its_instrument() -> None:
    assert found("INT109", exposed("les objets saisis", "les activités exercées en dehors du service")) == []


def test_many_exposed_processes_are_one_remark() -> None:
    (finding,) = found("INT109", exposed("la presse", "les voyages", "les achats", "les objets saisis"))
    assert (finding.fact.params["form"], finding.fact.params["count"]) == ("many", 3)


def test_vulnerable_people_are_no_process() -> None:
    lead = "Nous accueillons les personnes vulnérables :"
    assert found("INT109", exposed("les voyageurs sans abri", "les mineurs isolés", lead=lead)) == []


def test_what_stands_after_the_colon_is_listed_too() -> None:
    document = exposed(lead="Processus vulnérables : la presse, les objets saisis et les achats.")
    assert [finding.fact.params["text"] for finding in found("INT109", document)] == ["la presse", "les achats"]


@pytest.mark.parametrize(
    ("language", "lead", "thing"),
    [
        (
            "nl",
            "Kwetsbare functies: het beheer van de wapens, het vervoer van gevangenen.",
            "het vervoer van gevangenen",
        ),
        (
            "de",
            "Gefährdete Funktionen: die Verwaltung der Waffen, der Transport von Häftlingen.",
            "der Transport von Häftlingen",
        ),
    ],
)
def test_exposed_functions_in_dutch_and_german(language: str, lead: str, thing: str) -> None:
    draft = Draft(language)
    draft.heading("Risico")
    draft.says(lead)
    draft.heading("Doelen", answers="strategic-objectives")
    draft.item("strategic_objective", "Alle wapens natellen" if language == "nl" else "Alle Waffen nachzählen", "1")
    assert [finding.fact.params["text"] for finding in found("INT109", draft.done())] == [thing]
