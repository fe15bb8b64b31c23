"""The verdicts for each letter, the words that justify them, and the kind of commitment, in four languages."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.model import LANGUAGES
from filrouge.domain.model.plan import COMMITMENTS, Action, Contribution, Objective, Plan, Words
from filrouge.domain.smart import LETTERS, VERDICTS, Statement, assess, assessed, mix
from filrouge.domain.smart.words import Verb, smart_words, table
from filrouge.library.text_files import texts

PERIOD = (dt.date(2025, 1, 1), dt.date(2029, 12, 31))
ENTRIES = [
    pytest.param(language, verb, id=f"{language}-{verb.phrases[0]}")
    for language in LANGUAGES
    for verb in smart_words(language).verbs
]


def said(text: str, language: str = "fr", **more: object) -> Statement:
    return Statement("x", text, language, **{"period": PERIOD, **more})  # type: ignore[arg-type]


def verdicts(statement: Statement) -> str:
    """The verdicts as one word: ``+`` met, ``~`` partly, ``-`` not, ``?`` unknown."""
    return "".join(
        {"met": "+", "partly": "~", "not": "-", "unknown": "?"}[one.verdict] for one in assess(statement).letters
    )


@pytest.mark.parametrize(("language", "verb"), ENTRIES)
def test_every_entry_of_the_lexicon_holds_in_its_example(language: str, verb: Verb) -> None:
    assert verb in [one.verb for one in smart_words(language).found(verb.example)]
    found = assess(said(verb.example, language))
    assert ("firm-verb" in found["S"].missing) != verb.firm
    assert (found["S"].verdict == "met") == verb.firm
    if verb.firm:
        assert found.proposed == verb.commitment
        assert any(words in verb.example or verb.example.startswith(words) for words in found.proposed_by)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Réduction de 10 % des vols dans les habitations d'ici fin 2027", "++--+"),
        ("fr", "Améliorer la qualité du service", "~~---"),
        ("fr", "Améliorer", "~~---"),
        ("fr", "Améliorer l'accueil des victimes au commissariat", "+~---"),
        ("fr", "Améliorer de 10 % le taux d'élucidation pour le 31 décembre 2026", "++--+"),
        ("fr", "Veiller à la qualité", "-----"),
        ("fr", "Veiller aux abords des écoles", "~----"),
        ("fr", "Viser 85 % d'appels pris", "++---"),
        ("fr", "Ouvrir progressivement un poste de proximité avec les moyens existants", "++-~~"),
        ("fr", "Former tous les agents de quartier avant le 1er janvier 2040", "++--~"),
        ("fr", "La direction des opérations organise des contrôles chaque mois", "+++-~"),
        ("fr", "Nous organiserons des contrôles", "+~~--"),
        ("fr", "Je recruterai un analyste en 2027", "+++++"),
        ("fr", "Recruter des inspecteurs", "+~-~-"),
        ("fr", "Recruter seize inspecteurs", "++-+-"),
        ("fr", "", "-----"),
        ("nl", "Het aantal fietsdiefstallen tegen eind 2027 met 10 % verminderen", "++--+"),
        ("nl", "De kwaliteit van de dienstverlening verbeteren", "~~---"),
        ("nl", "Bijdragen tot de samenwerking", "-----"),
        ("nl", "Streven naar 85 % tevreden slachtoffers", "++---"),
        ("nl", "Een wijkpost openen in 2026", "++--+"),
        ("nl", "Achttien controles houden", "++---"),
        ("de", "Die Fahrraddiebstähle bis Ende 2027 um 10 % verringern", "++--+"),
        ("de", "Die Qualität des Dienstes verbessern", "~~---"),
        ("de", "Zur Zusammenarbeit beitragen", "-----"),
        ("de", "Fünf Anzeigetafeln anschaffen", "++-+-"),
        ("en", "Reduce bicycle theft by 10 % by the end of 2027", "++--+"),
        ("en", "Improve the quality of service", "~~---"),
        ("en", "Contribute to good governance", "-----"),
    ],
)
def test_a_figure_and_a_day_count_and_a_direction_alone_does_not(language: str, text: str, expected: str) -> None:
    assert verdicts(said(text, language)) == expected


@pytest.mark.parametrize(
    ("more", "letter", "verdict", "missing"),
    [
        ({"owners": ("OPS",)}, "A", "met", ()),
        ({"owners": ("Tous",)}, "A", "partly", ("one-owner",)),
        ({"inherited_owners": ("OPS",)}, "A", "partly", ("own-owner",)),
        ({"action_owners": ("OPS",)}, "A", "partly", ("own-owner",)),
        ({}, "A", "not", ("owner",)),
        ({"action_means": ("2 ETP",)}, "R", "met", ()),
        ({"shares": ("60 % – Patrouilles",)}, "R", "met", ()),
        ({"actions": ("Patrouilles",)}, "R", "partly", ("means",)),
        ({}, "R", "not", ("means",)),
        ({"deadline": "fin 2027", "deadline_on": dt.date(2027, 12, 31)}, "T", "met", ()),
        ({"deadline": "fin 2035", "deadline_on": dt.date(2035, 12, 31)}, "T", "partly", ("within-period",)),
        ({"deadline": "à terme"}, "T", "partly", ("date",)),
        ({"inherited_deadline": "fin 2027"}, "T", "partly", ("own-deadline",)),
        ({"quantity": "12 contrôles"}, "M", "met", ()),
        ({"quantity": "10 %"}, "M", "met", ("baseline",)),
        ({"quantity": "10 %", "baseline": "240 faits en 2024"}, "M", "met", ()),
        ({"indicators": ("Nombre de plaintes",)}, "M", "met", ()),
        ({"measured_below": "10 %"}, "M", "partly", ("own-quantity",)),
    ],
)
def test_fields_count_as_words_do(more: dict[str, object], letter: str, verdict: str, missing: tuple[str, ...]) -> None:
    found = assess(said("Réduire les vols", **more))[letter]
    assert (found.verdict, found.missing) == (verdict, missing)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Réduire les vols", "result"),
        ("Organiser douze contrôles par mois", "effort"),
        ("Recruter quatre inspecteurs", "resource"),
        ("Augmenter l'effectif de 4 ETP", "resource"),
        ("Améliorer l'accueil", "result"),
        ("Veiller à l'accueil", "effort"),
        ("Soutenir 10 % des victimes", "effort"),
        ("Viser 85 % d'appels pris", "result"),
        ("Désigner un référent", "resource"),
        ("S'efforcer d'être proche", "effort"),
        ("Améliorer de 10 % la satisfaction", "result"),
        ("Une police proche des gens", ""),
    ],
)
def test_a_commitment_is_of_effort_of_means_or_of_result(text: str, kind: str) -> None:
    assert assess(said(text)).proposed == kind


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        (
            "fr",
            "Ramener le nombre de vols de vélos à deux cents par an dans la zone avant la fin de l'année 2027",
            "Ramener le nombre de vols de vélos à deux cents par an",
        ),
        (
            "fr",
            "Ramener les plaintes à dix avant la fin de 2027. Le reste suit.",
            "Ramener les plaintes à dix avant la fin de 2027",
        ),
        (
            "fr",
            "Vérifier chaque mois le registre complet des autorisations administratives déjà reçues, puis les classer",
            "Vérifier chaque mois le registre complet des autorisations administratives déjà reçues",
        ),
        (
            "nl",
            "Tegen eind 2027 met de buren van de gemeente het aantal klachten over lawaai in de wijk terugdringen",
            "met de buren van de gemeente het aantal klachten over lawaai in de wijk terugdringen",
        ),
        ("en", "Cut theft by ten per cent", "Cut theft by ten per cent"),
    ],
)
def test_what_is_quoted_ends_with_a_whole_group_of_words(language: str, text: str, quoted: str) -> None:
    assert assess(said(text, language)).proposed_by[0] == quoted


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Rendre la gare plus sûre", "result"),
        ("fr", "Nous ramènerons à dix le nombre de plaintes", "result"),
        ("fr", "Mise à jour de l'inventaire des armes", "result"),
        ("nl", "De wijk veiliger maken", "result"),
        ("nl", "Het register van de wapens wordt bijgewerkt", "result"),
        ("de", "Den Bahnhof sicherer machen", "result"),
        ("de", "Aktualisierung des Registers", "result"),
        ("en", "Making the station safer", "result"),
        ("en", "Replacement of four vehicles", "resource"),
    ],
)
def test_verbs_of_the_police_and_of_an_administration_are_known(language: str, text: str, kind: str) -> None:
    found = assess(said(text, language))
    assert (found.proposed, found["S"].verdict != "unknown") == (kind, True)


def plan() -> Plan:
    top = Objective(str(uuid.uuid4()), "strategic_objective", Words(fr="Réduire les vols"), owners=("OPS",))
    below = Objective(
        str(uuid.uuid4()), "operational_objective", Words(fr="Contrôler les gares"), top.id, quantity="12 contrôles"
    )
    theme = Objective(str(uuid.uuid4()), "theme", Words(fr="Mobilité"))
    typed = Objective(str(uuid.uuid4()), "objective", Words(nl="De werking verbeteren"), commitment="effort")
    action = Action(
        str(uuid.uuid4()), Words(fr="Patrouilles"), (Contribution(below.id, Decimal(60), None),), means="2 ETP"
    )
    return Plan(
        str(uuid.uuid4()),
        Words(fr="Plan"),
        "fr",
        period=PERIOD,
        objectives=(top, below, theme, typed),
        actions=(action,),
    )


def test_a_plan_gives_each_statement_what_stands_around_it() -> None:
    top, below, typed = assessed(plan())
    assert (top["M"].verdict, top["M"].words) == ("partly", ("12 contrôles",))
    assert (below["A"].verdict, below["R"].verdict) == ("partly", "met")
    assert (typed.declared, typed.proposed) == ("effort", "result")
    assert mix((top, below, typed)) == {"effort": 2, "resource": 0, "result": 1, "": 0}


def test_all_that_is_said_has_its_words() -> None:
    known = texts("smart")
    for letter in LETTERS:
        assert {f"letter.{letter}", f"read-in.{letter}"} <= known.keys()
    assert {f"verdict.{one}" for one in VERDICTS} | {f"commitment.{one}" for one in COMMITMENTS} <= known.keys()
    codes = {code.removeprefix("missing.") for code in known if code.startswith("missing.")}
    assert codes == {
        "object", "firm-verb", "quantity", "own-quantity", "target", "baseline", "owner", "one-owner", "own-owner",
        "means", "amount", "deadline", "own-deadline", "date", "within-period",
    }  # fmt: skip


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_text_gets_its_verdicts_in_its_own_words(text: str, language: str) -> None:
    found = assess(Statement("x", text, language, text))
    known = texts("smart")
    plain = " ".join(text.split())
    for one in found.letters:
        assert one.verdict in VERDICTS
        assert {f"missing.{code}" for code in one.missing} <= known.keys()
        if one.verdict == "met":
            assert one.words
    for words in found.proposed_by:
        assert words in plain or set(words.split()) <= set(plain.split())


def test_a_table_that_is_not_well_made_is_refused() -> None:
    with pytest.raises(ValueError, match="not well made"):
        table("soft result: faire\n  » Faire")
    with pytest.raises(KeyError):
        smart_words("es")
    with pytest.raises(KeyError):
        assess(replace(said("x"), language="es"))
