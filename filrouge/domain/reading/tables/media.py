"""The words of communication plans, in French, Dutch, German and English: the heads of their columns, and what stands
in the cells. Compared folded."""

from __future__ import annotations

import re
from functools import lru_cache

from filrouge.domain.language.words import any_of, fold
from filrouge.domain.reading.tables.lexicon import listed

FIELDS = ("target", "audience", "date", "message", "channel", "material")
FIELD_HEADS = {
    "target": listed(
        """
        cible, cibles, volet, type de public, interne/externe, doel, type doelgroep, intern/extern, ziel, target,
        targets, internal/external, scope, bereich
        """
    ),
    "audience": listed(
        """
        groupe cible, groupes cibles, groupe-cible, groupes-cibles, public cible, public-cible, publics cibles,
        public, publics, destinataire, destinataires, qui, à qui, parties prenantes, partie prenante, doelgroep,
        doelgroepen, doelpubliek, publiek, bestemmeling, bestemmelingen, wie, aan wie, belanghebbenden, zielgruppe,
        zielgruppen, zielpublikum, adressat, adressaten, empfänger, wer, an wen, audience, audiences, target group,
        target groups, target audience, recipients, who, to whom, stakeholders, stakeholder
        """
    ),
    "date": listed(
        """
        date, dates, quand, timing, calendrier, échéance, moment, période, planning, délai, datum, wanneer,
        tijdstip, periode, termijn, data, zeitpunkt, wann, termin, termine, zeitraum, zeitplan, when, period,
        deadline, schedule, date prévue
        """
    ),
    "message": listed(
        """
        ce que nous disons, disons, dire, zeggen, vertellen, sagen, say,
        message, messages, message clé, messages clés, contenu, contenus, quoi, boodschap, boodschappen,
        kernboodschap, kernboodschappen, inhoud, wat, botschaft, botschaften, kernbotschaft, kernbotschaften,
        inhalt, inhalte, was, key message, key messages, content, what
        """
    ),
    "channel": listed(
        """
        canal, canaux, canal de communication, canaux de communication, vecteur, vecteurs, média, médias, moyen,
        moyens, moyen de communication, moyens de communication, comment, kanaal, kanalen, communicatiekanaal,
        communicatiekanalen, communicatiemiddel, communicatiemiddelen, medium, hoe, kanal, kanäle,
        kommunikationskanal, kommunikationskanäle, kommunikationsweg, medien, wie erreicht, channel, channels,
        communication channel, communication channels, media, how
        """
    ),
    "material": listed(
        """
        matériel, matériels, support, supports, support de communication, supports de communication, outil, outils,
        matériau, matériaux, materiaal, materialen, drager, dragers, middel, middelen, hulpmiddel, hulpmiddelen,
        material, materialien, hilfsmittel, unterlagen, materials, tool, tools
        """
    ),
}
# Heads that any plan of action may have too.
OF_ANY_PLAN = listed(
    """
    qui, à qui, quoi, quand, comment, date, dates, date prévue, échéance, délai, planning, calendrier, période, timing,
    moment, contenu, contenus, moyen, moyens, outil, outils, support, supports, matériel, matériels, interne/externe,
    volet, partie prenante, parties prenantes, wie, aan wie, wat, wanneer, hoe, datum, data, termijn, tijdstip, periode,
    inhoud, middel, middelen, hulpmiddel, hulpmiddelen, materiaal, materialen, doel, intern/extern, belanghebbenden,
    wer, an wen, was, wann, termin, termine, zeitpunkt, zeitraum, zeitplan, inhalt, inhalte, hilfsmittel, unterlagen,
    material, materialien, ziel, bereich, who, to whom, what, when, how, period, deadline, schedule, content, tool,
    tools, materials, scope, target, targets, stakeholder, stakeholders
    """
)
TARGET_WORDS = listed(
    """
    interne, internes, externe, externes, politique, politiques, syndicats, syndicat, presse, citoyens, citoyen,
    intern, extern, intern*, extern*, politiek, politieke, vakbonden, vakbond, pers, burgers, politik,
    gewerkschaften, bürger, internal, external, political, unions, press, citizens, partenaires, partners, partner
    """
)
AUDIENCE_WORDS = listed(
    """
    membre*, personnel, collaborateurs, agents, management, middle, team, direction, directions, directeurs,
    dirigeants, cellule*, cabinet*, ministre*, secrétaire*, réseau*, partenaires, communes, bourgmestre*, conseil,
    zones, citoyens, habitants, presse, journalistes, personeel*, personeelsleden, medewerkers, leidinggevenden,
    directie*, kabinet*, minister*, beleidscellen, netwerken, partners, gemeenten, burgemeester*, raad, inwoners,
    burgers, pers, journalisten, mitarbeit*, personal, führungskräfte, direktion*, kabinett*, netzwerk*,
    gemeinden, bürgermeister*, rat, bürger, einwohner, staff, employees, managers, ministers, networks,
    municipalities, mayors, council, residents, citizens, press, journalists, syndicats, vakbonden, gewerkschaften,
    unions
    """
)
DATE_WORDS = listed(
    """
    après, avant, dès, signature, approbation, janvier, février, mars, avril, mai, juin, juillet, août, septembre,
    octobre, novembre, décembre, trimestre, semestre, semaine, mensuel*, annuel*, hebdomadaire, permanent, continu,
    na, voor, vanaf, ondertekening, goedkeuring, januari, februari, maart, april, mei, juni, juli, augustus,
    september, oktober, november, december, kwartaal, semester, week, maandelijks, jaarlijks, wekelijks, doorlopend,
    nach, vor, ab, unterzeichnung, genehmigung, januar, februar, märz, august, dezember, quartal, halbjahr, woche,
    monatlich, jährlich, wöchentlich, laufend, after, before, from, signing, approval, january, february, march,
    may, june, july, october, quarter, weekly, monthly, yearly, ongoing, q1, q2, q3, q4, t1, t2, t3, t4
    """
)
CHANNEL_WORDS = listed(
    """
    e-mail*, email*, mail*, courriel*, intranet, réunion*, site, web, website*, internet, facebook, réseaux sociaux,
    newsletter*, lettre*, courrier*, téléphone, presse, conférence*, conseil, séance*, vergadering*, nieuwsbrief,
    nieuwsbrieven, brief, brieven, sociale media, infosessie*, telefoon, perscommuniqué, versammlung*, sitzung*,
    rundschreiben, webseite*, infobrief*, soziale medien, telefon, besprechung*, meeting*, letter*, phone, social
    media, linkedin, teams, bulletin*, journal, affichage, personeelsblad, infoblad
    """
)
MATERIAL_WORDS = listed(
    """
    support*, texte*, affiche*, brochure*, dépliant*, présentation*, animation*, flyer*, folder*, proposition*,
    plan, lien*, vidéo*, appui, matériel, document*, powerpoint, fiche*, note*, spécifique, informations,
    information, communiqué*, tekst*, poster*, presentatie*, animatie*, voorstel*, link*, video*, ondersteuning,
    steekkaart*, nota*, persbericht*, plakat*, broschüre*, präsentation*, vorlage*, merkblatt, merkblätter,
    unterlage*, pressemitteilung*, text*, leaflet*, presentation*, slide*, factsheet*, proposal*, toolkit*
    """
)
MESSAGE_WORDS = listed(
    """
    message*, boodschap*, kernboodschap*, botschaft*, kernbotschaft*
    """
)
JOINTS = frozenset(
    """
    / + & et ou et/ou de du des d' d’ la le les par via sur à au aux en pour avec en/of of van de het een door op met
    voor und oder und/oder von der die das mit auf für über and or and/or the by on with to , ; - –
    """.split()
)

_MOST_WORDS_OF_HEAD = 6
_DATE = re.compile(r"\W*(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|(?:19|20)\d\d|\d{1,2}[./]\d{4})\W*")
_HOLE = r"(?:[*_xX?…#.]{1,4}|dd|jj|tt|mm|yyyy|aaaa|jjjj)"
_BLANK_DATE = re.compile(rf"{_HOLE}(?:[-‐–/.]{_HOLE}){{1,2}}", re.IGNORECASE)


@lru_cache(maxsize=8)
def cell_words(name: str) -> re.Pattern[str]:
    """The pattern of one list of words of cells, by its name (``CHANNEL_WORDS``…), for folded text."""
    return re.compile(any_of(globals()[name]))


@lru_cache(maxsize=1)
def field_heads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each field with the pattern of its heads, for folded text."""
    return tuple((field, re.compile(any_of(FIELD_HEADS[field]))) for field in FIELDS)


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """The words that heads of columns begin with, folded."""
    return frozenset(fold(head).split()[0] for heads in FIELD_HEADS.values() for head in heads)


def field_of(head: str) -> str | None:
    """The field that the folded head of a column names, by all of its words; None for another column."""
    bare = head.strip(" :*()")
    return next((field for field, pattern in field_heads() if pattern.fullmatch(bare)), None)


def field_within(head: str) -> tuple[str, str] | None:
    """The field that a folded head of some words speaks of (``through which channel``), and the words that say so: the
    longest, of equals the first. None when no word of the head does, or the head is a sentence."""
    if len(head.split()) > _MOST_WORDS_OF_HEAD:
        return None
    hits = [(len(m[0]), -m.start(), field, m[0]) for field, pattern in field_heads() for m in pattern.finditer(head)]
    return max(hits)[2:] if hits else None


def is_telling(phrase: str) -> bool:
    """Whether the words of a head speak of communication, and not of any plan (who, what, when, how, means)."""
    return phrase not in _of_any_plan()


@lru_cache(maxsize=1)
def _of_any_plan() -> frozenset[str]:
    return frozenset(map(fold, OF_ANY_PLAN))


def is_date(word: str) -> bool:
    """Whether a word is a date, or the blank of one (``**-**-****``, ``dd/mm/jjjj``)."""
    return bool(_DATE.fullmatch(word) or (_BLANK_DATE.fullmatch(word) and len(word) >= 5))
