"""Who acts in a sentence: the author, the whole organisation, one of its units or functions, or somebody else.

The words stand in one table a language. What counts as answering for something follows the rules for labelling in the
tests: a named unit, function, organ or the signatory answers; the whole (we, the zone, all services) answers in part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from filrouge.domain.language.lexicon import Phrases, listed
from filrouge.domain.language.words import any_of, flat

SIGNATORY, UNIT, WHOLE, FOREIGN = "signatory", "unit", "whole", "foreign"
_ABBREVIATION = re.compile(
    r"(?<![^\W_])(?!(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|EUR|ETP|VTE|PNS|NVP|PZS|ZVP"
    r"|ZSP)\b)[A-ZÀ-Þ]{2,8}(?![^\W_])"
)
_ENDS_CLAUSE = re.compile(r"[,;:.]")
_REACH = 90  # characters before a verb within which its subject stands


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: ``role`` is one of ``signatory``, ``unit``, ``whole``, ``foreign``; the words as offsets."""

    role: str
    start: int
    end: int


@dataclass(frozen=True)
class ActorWords:
    """The words of one language: ``signatory`` and ``whole`` whole phrases; ``units`` and ``foreign`` nouns, before
    which stands one of ``determiners``; ``agents`` what stands before the one who does something (``par``);
    ``endings`` of compounds that name a unit or a function, but for the ``other`` words that end so."""

    signatory: Phrases
    whole: Phrases
    units: Phrases
    foreign: Phrases
    determiners: Phrases
    agents: Phrases
    endings: Phrases = ()
    other: Phrases = ()


_WORDS: Mapping[str, ActorWords] = {
    "fr": ActorWords(
        listed("je | j' | moi-même"),
        listed("""nous | notre | nos | notre zone | notre corps | notre police | notre organisation
            | nos équipes | nos services
            | nos collaborateurs | la zone | la zone de police | le corps | le corps de police | la police locale
            | la police | la ville | la commune | l'administration | tous les services | chaque service
            | tous les collaborateurs | chaque collaborateur | les membres du personnel | chaque membre du personnel
            | tout le personnel | l'ensemble du personnel | les partenaires | chacun | chacune | la majorité
            | le service public | le département tout entier | l'organisation"""),
        listed("""direction* | service* | cellule* | équipe* | brigade* | département* | section* | unité* | bureau*
            | division* | chef* | cheffe* | commissaire* | directeur* | directrice* | responsable* | référent*
            | coordinateur* | coordinatrice* | coordination | agent* | inspecteur* | inspectrice* | assistant*
            | conseiller* | conseillère* | bourgmestre* | collège | conseil | échevin* | échevine* | comité*
            | secrétariat
            | secrétaire | juriste* | officier* | gestionnaire* | porte-parole | analyste* | formateur* | formatrice*
            | dispatching | poste* | antenne* | présidente* | président* | secrétaire | comptable | greffier*
            | groupe de travail
            | groupe de pilotage | bureau | permanence | laboratoire | académie | inspection zonale
            | patrouille*
            | intervention | recherche | proximité | logistique | communication | ressources humaines | trio | binôme
            | mentor* | maître* | point de contact | personne de confiance | personnes de confiance | délégué*
            | délégation"""),
        listed("""procureur du roi | parquet | ministre | ministère | gouvernement | police fédérale | région
            | province | gestionnaire de voirie | fédéral | état | juge | tribunal | législateur | gouverneur
            | tutelle | riverains | citoyens | citoyen | habitants | propriétaire* | employeur | conducteur* | usager*
            | demandeur | plaignant | visiteur* | organisateur* | commerçants | parents | fournisseur | opérateur
            | syndicat* | architecte | entrepreneur | assureur | régie | intercommunale | communauté | hôpital
            | école"""),
        listed("""le | la | les | l' | chaque | notre | nos | un | une | du | des | au | aux | ce | cette | ces
            | leur | leurs
            | son | sa | ses | deux | trois | quatre | tous les | toutes les | tout | toute"""),
        listed("""par le | par la | par les | par l' | par un | par une | par notre | par nos | par chaque
            | à la diligence du | à la diligence de | à l'initiative du | à l'initiative de | à charge du
            | à charge de
            | sous la responsabilité du | sous la responsabilité de | sous la conduite du | sous la conduite de
            | sous la direction du | sous la direction de | confié au | confiée au | confié à | confiée à | incombe au
            | incombe à | revient au | revient à | relève du | par"""),
    ),
    "nl": ActorWords(
        listed("ik | ikzelf"),
        listed("""we | wij | onze | ons | onze zone | ons korps | onze politie | onze organisatie | onze teams
            | onze ploegen
            | onze diensten | onze medewerkers | de zone | de politiezone | het korps | de lokale politie | de politie
            | de stad | de gemeente | het bestuur | alle diensten | elke dienst | elke medewerker | alle medewerkers
            | de medewerkers | elk personeelslid | alle personeelsleden | het personeel | de partners | iedereen
            | de meerderheid | de organisatie"""),
        listed("""directie* | dienst* | cel | cellen | team | teams | ploeg* | brigade* | afdeling* | bureau*
            | sectie*
            | diensthoofd* | korpschef* | commissaris* | hoofdcommissaris | directeur* | directrice
            | verantwoordelijke*
            | referent* | coördinator* | wijkagent* | wijkinspecteur* | wijkteam* | wijkwerking | inspecteur*
            | adviseur*
            | burgemeester* | college | raad | politieraad | politiecollege | schepen* | comité* | secretariaat
            | jurist*
            | officier* | beheerder* | woordvoerder* | analist* | opleider* | meldkamer | dispatching | post | posten
            | voorzitter | secretaris | werkgroep* | stuurgroep* | onthaal | recherche | interventie | verkeersdienst
            | personeelsdienst | logistiek | communicatie | boekhouding | vertrouwenspersoon | vertrouwenspersonen
            | preventieadviseur* | preventiedienst | mentor* | ict-dienst | hrm | agent* | patrouille*
            | leidinggevende*
            | teamchef* | teamleider* | gemeenschapswacht* | stafdienst | beleidscel | kwaliteitsdienst
            | zonechef*"""),
        listed("""procureur des konings | procureur | parket | minister | ministerie | regering
            | federale politie | gewest
            | provincie | wegbeheerder | federale overheid | rechter | rechtbank | wetgever | gouverneur | toezicht
            | bewoners | burger | burgers | inwoners | eigenaar | eigenaars | werkgever | bestuurder* | gebruiker*
            | aanvrager | klager | bezoeker* | organisator* | handelaars | ouders | leverancier | operator | vakbond*
            | architect | aannemer | verzekeraar | intercommunale | gemeenschap | ziekenhuis | school | scholen"""),
        listed("de | het | elke | elk | onze | ons | een | deze | dit | hun | twee | drie | vier | alle | die | dat"),
        listed("""door de | door het | door onze | door een | door elke | door | op initiatief van | onder leiding van
            | onder verantwoordelijkheid van | ten laste van | toevertrouwd aan | in handen van"""),
        listed("""cel | dienst | diensten | coördinator | coördinatoren | medewerker | medewerkers | leiding
            | team | teams
            | ploeg | ploegen | hoofd | hoofden | chef | chefs | agent | agenten | inspecteur | inspecteurs
            | ambtenaar
            | ambtenaren | raad | college | assistent | assistenten | adviseur | adviseurs | consulent | consulenten
            | beheerder | beheerders | werkgroep | comité | bureau | brigade | recherche | afdeling | referent
            | expert
            | experts | centrum | commissaris | meester | meesters | wachter | wachters | piloot | loket"""),
        listed("""opleiding | begeleiding | inleiding | aanleiding | afleiding | herleiding | voorraad | beraad
            | verraad | verdienst | stadscentrum | winkelcentrum"""),
    ),
    "de": ActorWords(
        listed("ich | ich selbst"),
        listed("""wir | unser | unsere | unsere zone | unser korps | unsere polizei | unsere organisation
            | unsere teams | unsere dienste
            | unsere mitarbeiter | die zone | die polizeizone | das korps | die lokalpolizei | die lokale polizei
            | die polizei | die stadt | die gemeinde | die verwaltung | alle dienste | jeder dienst | alle mitarbeiter
            | jeder mitarbeiter | die mitarbeiter | alle personalmitglieder | jedes personalmitglied | das personal
            | die partner | jeder | alle | die mehrheit | die organisation"""),
        listed("""direktion* | dienst* | zelle* | team | teams | brigade* | abteilung* | büro* | sektion*
            | dienststelle*
            | dienstleiter* | leiter* | leiterin* | leitung | korpschef* | kommissar* | hauptkommissar* | direktor*
            | verantwortliche* | referent* | koordinator* | koordinierung | koordinierungsstelle | viertelpolizist*
            | revierpolizist* | revierbeamte* | kontaktbeamte* | inspektor* | inspektoren | berater* | beraterin*
            | bürgermeister* | kollegium | rat | polizeirat | polizeikollegium | schöffe* | schöffin
            | ausschuss | sekretariat
            | jurist* | juristin | offizier* | verwalter* | sprecher* | sprecherin | analyst* | ausbilder*
            | leitstelle
            | einsatzzentrale | wache | posten | vorsitzende* | sekretär* | arbeitsgruppe* | steuergruppe* | empfang
            | ermittlungsdienst | verkehrsdienst | personaldienst | logistik | buchhaltung | vertrauensperson*
            | präventionsberater* | präventionsdienst | mentor* | streife* | führungskraft | führungskräfte | beamte*
            | beamtin* | beauftragte* | bezirksdienst | wachleiter* | einsatzdienst | stabsstelle | fachstelle"""),
        listed("""prokurator des königs | prokurator | staatsanwaltschaft | minister* | ministerium | regierung
            | föderale polizei | region | provinz | föderalstaat | richter | gericht | gesetzgeber | gouverneur
            | aufsicht
            | anwohner | bürger | einwohner | eigentümer | arbeitgeber | fahrer | nutzer | antragsteller | kläger
            | besucher | veranstalter | händler | eltern | lieferant | betreiber | gewerkschaft* | architekt
            | unternehmer
            | versicherer | interkommunale | gemeinschaft | krankenhaus | schule | schulen | straßenverwaltung"""),
        listed("""der | die | das | den | dem | jede | jeder | jedes | unser | unsere | unserem | unserer | ein
            | eine | einem
            | einer | diese | dieser | ihre | zwei | drei | vier | alle | vom | beim | zur | zum"""),
        listed("""durch die | durch den | durch das | durch unseren | durch unsere | durch einen | durch eine
            | von der
            | vom | von dem | durch | unter leitung | unter der leitung | auf initiative | zu lasten
            | unter verantwortung"""),
        listed("""abteilung | amt | leitung | leiter | leiterin | inspektor | inspektorin | inspektoren
            | beamte | beamter
            | beamten | beamtin | staffel | kollegium | rat | dienst | dienste | stelle | beauftragte | beauftragter
            | beauftragten | koordinator | koordinatorin | team | teams | gruppe | referent | referentin | assistent
            | assistentin | schöffe | schöffin | zentrum | direktion | wache | chef | chefin | kommissar | ausschuss
            | berater | beraterin | sekretariat | büro | ermittler | polizist | polizisten | sprecher | zelle
            | einheit"""),
        listed("""begleitung | einleitung | weiterleitung | vorrat | verrat | heirat | apparat | insgesamt | gesamt
            | baustelle | haltestelle | schnittstelle | zielgruppe | altersgruppe | personengruppe | mehrheit"""),
    ),
    "en": ActorWords(
        listed("i | myself"),
        listed("""we | our | our zone | our force | our police | our organisation | our teams | our services
            | our staff | the zone
            | the force | the local police | the police | the town | the municipality | the administration
            | all services
            | every service | all staff | every member of staff | the staff | the partners | everybody | everyone
            | the organisation | the majority"""),
        listed("""directorate* | service* | cell* | team* | brigade* | department* | section* | unit | units
            | office | offices
            | division* | head* | chief* | superintendent* | director* | manager* | coordinator* | officer*
            | inspector*
            | adviser* | advisor* | mayor* | board | council | committee* | secretariat | lawyer*
            | spokesperson | analyst*
            | trainer* | dispatch | station* | chair | chairperson | secretary | working group | steering group
            | mentor* | patrol* | supervisor* | constable* | sergeant*"""),
        listed("""prosecutor* | minister* | ministry | government | federal police | region | province | judge | court
            | legislator | governor | residents | citizen* | owner* | employer* | driver* | user* | applicant*
            | complainant
            | visitor* | organiser* | parents | supplier* | operator* | union* | architect | contractor
            | insurer | school*"""),
        listed("the | each | every | our | a | an | this | these | their | two | three | four | all"),
        listed("""by the | by our | by a | by each | by | under the responsibility of | led by | entrusted to
            | assigned to
            """),
    ),
}


def actors(text: str, language: str) -> tuple[Actor, ...]:
    """All actors of a sentence in order. Raises KeyError for a language that is not fr, nl, de or en."""
    pattern = _pattern(language)
    found = [Actor(UNIT, *match.span()) for match in _ABBREVIATION.finditer(text)]
    for match in pattern.finditer(flat(text)):
        assert match.lastgroup is not None
        found.append(Actor(match.lastgroup, *match.span(match.lastgroup)))
    return tuple(sorted(found, key=lambda one: one.start))


def subject(text: str, language: str, verb: int) -> Actor | None:
    """Who stands before a verb at an offset (or right behind it where the verb comes first): the nearest that begins a
    clause. Raises KeyError for a language that is not fr, nl, de or en."""
    plain = flat(text)
    before = [one for one in actors(text, language) if verb - _REACH <= one.start <= verb + 25]
    starting = [one for one in before if _begins(plain, one.start, language)]
    own = [one for one in starting if one.end <= verb and not _ENDS_CLAUSE.search(plain, one.end, verb)]
    nearest = own or starting
    return nearest[-1] if nearest else None


def answerable(text: str, language: str) -> Actor | None:
    """Who answers for a statement by its own words: the first subject of a clause that is the signatory or a unit, else
    the one by whom it is done, else the whole organisation; None where nobody is named."""
    plain = flat(text)
    starting = [one for one in actors(text, language) if _begins(plain, one.start, language)]
    named = next((one for one in starting if one.role in {SIGNATORY, UNIT}), None) or agent(text, language)
    return named or next((one for one in starting if one.role == WHOLE), None)


def agent(text: str, language: str) -> Actor | None:
    """Who does what is done: the one named by ``by``, or given in brackets as an abbreviation."""
    plain = flat(text)
    for one in actors(text, language):
        if one.role == UNIT and _agents(language).search(plain[max(0, one.start - 45) : one.start]):
            return one
    return None


def _begins(plain: str, start: int, language: str) -> bool:
    """Whether a clause begins there, determiner and adverbs aside."""
    head = _determiner(language).sub("", plain[max(0, start - 45) : start])
    head = head.rstrip()
    return not head or head[-1] in ",;:.–—(" or bool(_clause(language).search(head))


# What stands before the subject of a further clause, or before one that follows its verb.
_BEFORE_SUBJECT = {
    "fr": ("que", "qu'", "et", "ou"),
    "nl": ("dat", "en", "of", "zal", "zullen", "wil", "willen", "moet", "moeten", "gaat", "gaan"),
    "de": ("dass", "und", "oder", "wird", "werde", "werden", "will", "wollen", "muss", "mussen", "soll", "sollen"),
    "en": ("that", "and", "or", "will", "must"),
}


@lru_cache(maxsize=4)
def _pattern(language: str) -> re.Pattern[str]:
    words = _WORDS[language]
    units = any_of(words.units)
    if words.endings:
        endings = "|".join(map(re.escape, map(flat, words.endings)))
        units = f"{units}|(?!{any_of(words.other)})(?<![^\\W_])[a-z]{{2,}}(?:{endings})(?![^\\W_])"
    return re.compile(
        f"(?P<{SIGNATORY}>{any_of(words.signatory)})|(?P<{WHOLE}>{any_of(words.whole)})"
        f"|(?P<{FOREIGN}>{any_of(words.foreign)})|(?P<{UNIT}>{units})"
    )


@lru_cache(maxsize=4)
def _clause(language: str) -> re.Pattern[str]:
    return re.compile(f"(?:^|\\s)(?:{'|'.join(_BEFORE_SUBJECT[language])})$")


@lru_cache(maxsize=4)
def _determiner(language: str) -> re.Pattern[str]:
    return re.compile(f"(?:(?:{any_of(_WORDS[language].determiners)})\\s*(?:[a-z-]{{3,}}\\s+)?)+$")


@lru_cache(maxsize=4)
def _agents(language: str) -> re.Pattern[str]:
    return re.compile(f"{any_of(_WORDS[language].agents)}\\s*(?:[a-z-]{{3,}}\\s+)?$")
