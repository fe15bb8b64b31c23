"""What a sentence binds its author to, and what binds nobody: every entry of the words, every sort of sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filrouge.domain.language.words import flat
from filrouge.domain.model import LANGUAGES
from filrouge.domain.reading.prose import judge
from filrouge.domain.reading.prose.cues import BINDING, UNBINDING, Cue, prose_words, table
from filrouge.domain.reading.prose.judging import LEAST

ENTRIES = [
    pytest.param(language, cue, id=f"{language}-{cue.role}-{cue.phrases[0]}")
    for language in LANGUAGES
    for cue in prose_words(language).cues
]


@pytest.mark.parametrize(("language", "cue"), ENTRIES)
def test_every_entry_is_found_in_its_example_and_does_what_its_role_says(language: str, cue: Cue) -> None:
    assert cue in [one.cue for one in prose_words(language).found(flat(cue.example))]
    found = judge(cue.example, language)
    if cue.role in UNBINDING or cue.weight < LEAST:
        assert found is None
    else:
        assert found is not None
        assert found.role == cue.role
        assert found.kind == BINDING[cue.role] or cue.role in {"must", "will"}


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("fr", "commitment", "Nous nous engageons à rappeler chaque plaignant dans les dix jours."),
        ("fr", "commitment", "La zone recrutera deux analystes en 2028."),
        ("fr", "commitment", "Je veux rouvrir l'accueil le samedi."),
        ("fr", "objective", "Notre objectif est de répondre aux lettres en une semaine."),
        ("fr", "objective", "Le nombre de plaintes devra baisser."),
        ("fr", "action", "Un second guichet sera ouvert à la gare."),
        ("fr", "value", "Nous croyons à une police proche des gens."),
        ("fr", "value", "Chaque membre du personnel se montre courtois."),
        ("fr", "value", "Nous ne tolérons aucun propos raciste."),
        ("fr", None, "Nous ne créerons pas de brigade équestre."),
        ("fr", None, "Si le subside est accordé, nous achèterons deux vélos."),
        ("fr", None, "Une brigade cycliste pourrait voir le jour."),
        ("fr", None, "« Il faut doubler les patrouilles », estime une riveraine."),
        ("fr", None, "La loi oblige la zone à tenir un registre."),
        ("fr", None, "Nous demandons au fédéral de financer le réseau radio."),
        ("fr", None, "Le conseil n'a pas retenu la mendicité comme priorité."),
        ("fr", None, "En 2026, la zone a organisé douze contrôles."),
        ("fr", None, "Le poste est ouvert de 8 à 17 heures."),
        ("fr", None, "Par proximité, on entend la présence dans un quartier."),
        ("fr", None, "Fermez vos fenêtres avant de partir."),
        ("fr", None, "Le Parquet devra classer ces dossiers."),
        ("fr", "commitment", "Le conseil a décidé que la zone engagera un juriste."),
        ("nl", "commitment", "De zone verbindt zich ertoe elke klager binnen tien dagen terug te bellen."),
        ("nl", "commitment", "De zone zal in 2028 twee analisten aanwerven."),
        ("nl", "commitment", "Ik wil het onthaal op zaterdag heropenen."),
        ("nl", "objective", "Ons doel is brieven binnen een week te beantwoorden."),
        ("nl", "objective", "Het aantal klachten moet dalen."),
        ("nl", "action", "Aan het station zal een tweede loket worden geopend."),
        ("nl", "value", "Wij geloven in een politie dicht bij de mensen."),
        ("nl", "value", "Elk personeelslid gedraagt zich hoffelijk."),
        ("nl", "value", "Wij dulden geen racistische uitspraken."),
        ("nl", None, "Wij zullen geen ruiterij oprichten."),
        ("nl", None, "Indien de subsidie wordt toegekend, kopen we twee fietsen."),
        ("nl", None, "Er zou een fietsbrigade kunnen komen."),
        ("nl", None, '"De patrouilles moeten verdubbelen", vindt een bewoonster.'),
        ("nl", None, "De wet verplicht de zone een register bij te houden."),
        ("nl", None, "Wij vragen de federale overheid het radionetwerk te financieren."),
        ("nl", None, "Bedelarij werd niet weerhouden als prioriteit."),
        ("nl", None, "In 2026 hield de zone twaalf controles."),
        ("nl", None, "Het kantoor is open van 8 tot 17 uur."),
        ("nl", None, "Onder nabijheid wordt verstaan de aanwezigheid in een wijk."),
        ("nl", None, "Sluit uw ramen voor u vertrekt."),
        ("nl", None, "Het parket moet deze dossiers seponeren."),
        ("nl", "commitment", "De raad beslist dat de zone een jurist aanwerft."),
        ("de", "commitment", "Die Zone verpflichtet sich, jeden Kläger binnen zehn Tagen zurückzurufen."),
        ("de", "commitment", "Die Zone wird 2028 zwei Analysten einstellen."),
        ("de", "commitment", "Ich will den Empfang samstags wieder öffnen."),
        ("de", "objective", "Unser Ziel ist es, Briefe binnen einer Woche zu beantworten."),
        ("de", "objective", "Die Zahl der Beschwerden muss sinken."),
        ("de", "action", "Am Bahnhof wird ein zweiter Schalter eröffnet."),
        ("de", "value", "Wir glauben an eine Polizei nahe bei den Menschen."),
        ("de", "value", "Jedes Personalmitglied verhält sich höflich."),
        ("de", "value", "Wir dulden keine rassistischen Äußerungen."),
        ("de", None, "Wir werden keine Reiterstaffel gründen."),
        ("de", None, "Falls der Zuschuss gewährt wird, kaufen wir zwei Fahrräder."),
        ("de", None, "Eine Fahrradstaffel könnte entstehen."),
        ("de", None, "„Die Streifen müssen verdoppelt werden“, meint eine Anwohnerin."),
        ("de", None, "Das Gesetz verpflichtet die Zone, ein Register zu führen."),
        ("de", None, "Wir bitten den Föderalstaat, das Funknetz zu finanzieren."),
        ("de", None, "Bettelei wurde nicht als Priorität festgehalten."),
        ("de", None, "2026 führte die Zone zwölf Kontrollen durch."),
        ("de", None, "Das Büro ist von 8 bis 17 Uhr geöffnet."),
        ("de", None, "Unter Bürgernähe versteht man die Präsenz im Viertel."),
        ("de", None, "Schließen Sie Ihre Fenster, bevor Sie gehen."),
        ("de", None, "Die Staatsanwaltschaft muss diese Akten einstellen."),
        ("de", "commitment", "Der Rat beschließt, einen Juristen einzustellen."),
        ("en", "commitment", "The zone undertakes to call every complainant back within ten days."),
        ("en", "commitment", "The zone will recruit two analysts in 2028."),
        ("en", "commitment", "I want to reopen the desk on Saturdays."),
        ("en", "objective", "Our aim is to answer letters within a week."),
        ("en", "objective", "The number of complaints must fall."),
        ("en", "action", "A second desk will open at the station."),
        ("en", "value", "We believe in a police close to people."),
        ("en", "value", "Every member of staff behaves with courtesy."),
        ("en", "value", "We do not tolerate racist remarks."),
        ("en", None, "We will not create a mounted brigade."),
        ("en", None, "If the grant is awarded, we will buy two bicycles."),
        ("en", None, "A cycle brigade could be created."),
        ("en", None, "“Patrols must double”, says a resident."),
        ("en", None, "The law requires the zone to keep a register."),
        ("en", None, "We ask the federal government to fund the radio network."),
        ("en", None, "Begging was not retained as a priority."),
        ("en", None, "In 2026 the zone carried out twelve checks."),
        ("en", None, "The office is open from 8 to 17."),
        ("en", None, "Proximity is defined as presence in a district."),
        ("en", None, "Close your windows before you leave."),
        ("en", None, "The prosecutor must close these cases."),
        ("en", "commitment", "The council decides that the zone hires a lawyer."),
    ],
)
def test_a_sentence_is_a_statement_by_who_says_it_and_how(language: str, kind: str | None, text: str) -> None:
    found = judge(text, language)
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nous répondrons aux plaintes au plus tard le dixième jour."),
        ("fr", "La zone n'engagera que des agents formés."),
        ("nl", "Wij zullen niet alleen de scholen bezoeken, maar ook de bedrijven."),
        ("de", "Wir werden nicht nur die Schulen besuchen, sondern auch die Betriebe."),
        ("en", "We will visit not only the schools but also the firms."),
    ],
)
def test_what_only_looks_like_a_negation_denies_nothing(language: str, text: str) -> None:
    assert judge(text, language) is not None


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Organiser douze contrôles de vitesse", "action"),
        ("fr", "Réduire les cambriolages", "objective"),
        ("nl", "Twaalf snelheidscontroles organiseren", "action"),
        ("nl", "Het aantal inbraken verminderen", "objective"),
        ("de", "Zwölf Geschwindigkeitskontrollen durchführen", "action"),
        ("de", "Die Zahl der Einbrüche verringern", "objective"),
        ("en", "Organise twelve speed checks", "action"),
        ("en", "Reduce burglaries", "objective"),
    ],
)
def test_a_measure_noted_in_a_list_needs_no_subject(language: str, text: str, kind: str) -> None:
    found = judge(text, language, listed=True)
    assert found is not None
    assert (found.kind, found.role) == (kind, "noted")
    assert judge(text, language) is None


@pytest.mark.parametrize("kind", ["commitment", "objective", "action", "value"])
def test_what_stands_above_gives_the_kind(kind: str) -> None:
    found = judge("rappeler chaque plaignant", "fr", listed=True, called=kind)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("fr", "Le service d'accueil répond en trois langues pour fin 2028.", " pour fin 2028"),
        ("fr", "Désormais, le service d'accueil répond en trois langues.", "Désormais, "),
        ("nl", "De dienst Onthaal antwoordt tegen eind 2028 in drie talen.", " tegen eind 2028"),
        ("de", "Der Empfangsdienst antwortet bis Ende 2028 in drei Sprachen.", " bis Ende 2028"),
        ("en", "The reception unit answers in three languages by the end of 2028.", " by the end of 2028"),
    ],
)
def test_the_present_with_a_time_to_come_is_a_plan_and_alone_is_none(language: str, text: str, when: str) -> None:
    found = judge(text, language)
    assert found is not None
    assert (found.kind, found.role) == ("commitment", "planned")
    assert judge(text.replace(when, ""), language) is None


def test_a_question_a_figure_and_a_quotation_bind_nobody() -> None:
    for text in ("Voulons-nous une police proche ?", "12 345 – 67", "« Nous voulons une police proche. »", ""):
        assert judge(text, "fr") is None


@given(st.text(max_size=300), st.sampled_from(LANGUAGES), st.booleans(), st.sampled_from(["", "value", "action"]))
def test_any_text_is_judged_by_words_of_its_own(text: str, language: str, listed: bool, called: str) -> None:
    found = judge(text, language, listed=listed, called=called)
    if found is not None:
        assert LEAST <= found.sureness <= 1
        assert all(0 <= start < end <= len(text) for start, end in found.words)


@given(
    st.lists(
        st.sampled_from(["nous", "voulons", "ne", "pas", "si", "réduire", "« ", " »", "2028", "la zone", ",", "."])
    )
)
def test_any_heap_of_telling_words_is_judged_by_words_of_its_own(words: list[str]) -> None:
    text = " ".join(words)
    found = judge(text, "fr", listed=True)
    if found is not None:
        assert LEAST <= found.sureness <= 1
        assert all(0 <= start < end <= len(text) for start, end in found.words)
    assert judge(f"{text} ?", "fr", listed=True) is None


def test_a_table_with_an_unknown_role_is_refused() -> None:
    with pytest.raises(ValueError, match="no role"):
        table("hopes 0.5: peut-être\n  » Peut-être demain")
    with pytest.raises(KeyError):
        judge("Nous voulons une police proche", "es")
