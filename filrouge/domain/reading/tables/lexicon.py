"""The words by which tables are known, in French, Dutch, German and English. Compared folded: no case, no accents."""

from __future__ import annotations

import re
from functools import lru_cache

from filrouge.domain.language.words import any_of, fold


def listed(text: str) -> tuple[str, ...]:
    """The words and phrases of a text, which commas part."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


STAFF = listed(
    """
    personnel, effectif*, équivalent* temps plein, etp, cadre du personnel, plan de personnel, agents,
    collaborateurs, statutaires, contractuels, mandataires, personeel, personeels*, vte, voltijdse equivalenten,
    voltijds equivalent*, formatie, medewerkers, statutairen, contractuelen, mandaathouders, personal,
    personalbestand, personalplan, vzä, vollzeitäquivalent*, vollzeitkräfte, bedienstete, statutarische,
    vertragsbedienstete, mandatsträger, staff, fte, full-time equivalent*, headcount, workforce, employees, niveau
    a, niveau b, level a, level b, stufe a, stufe b, calog, cadre opérationnel, operationeel kader, einsatzkader
    """
)
BUDGET = listed(
    """
    budget*, crédit*, crédits d'engagement, crédits de liquidation, dépenses, recettes, subsides, dotation*, keur,
    eur, euro, euros, meur, teur, milliers d'euros, begroting*, krediet*, kredieten, vastlegging*, vereffening*,
    uitgaven, ontvangsten, vak, vek, duizend euro, haushalt*, mittel, ausgaben, einnahmen, verpflichtungskredit*,
    zahlungskredit*, tausend euro, expenditure, appropriation*, commitments, payments, revenue, spending, financial,
    financier*, financieel, financiële, finanz*, kosten, coût*, cost*
    """
)
TOTAL = listed(
    """
    total, totaux, totale, sous-total, sous-totaux, subtotal, sub-total, totaal, totalen, subtotaal, sub-totaal,
    algemeen totaal, gesamt*, insgesamt, summe, zwischensumme, gesamtsumme, totals, grand total, somme, som,
    ensemble, sum
    """
)
HEADS = listed(
    """
    niveau a, niveau b, niveau c, niveau d, niveau e, niveau 1, niveau 2, niveau 3, niveau 4, niv a, niv b, niv c,
    niv d, niv. a, niv. b, niv. c, niv. d, classe a, level a, level b, level c, level d, stufe a, stufe b, stufe c,
    stufe d, etp, vte, fte, vzä, statutaires, statutaire, contractuels, contractuel, mandataires, mandataire,
    statutair, statutairen, contractueel, contractuelen, mandaat, mandaathouders, statutarisch, beamte, vertraglich,
    vertragsbedienstete, mandatsträger, statutory, contractual, contract, permanent, mandates, hommes, femmes,
    mannen, vrouwen, männer, frauen, men, women, ops, calog, officiers, officieren, offiziere, cadre, cadre
    théorique, effectif, effectif réel, réel, prévu, théorique, formatie, bezetting, voorzien, werkelijk, soll, ist,
    geplant, planned, actual, tp, total, totaal, gesamt, summe, insgesamt, tot., ce, cl, crédits d'engagement,
    crédits de liquidation, engagement, engagements, liquidation, liquidations, ordonnancement, vak, vek,
    vastleggingskredieten, vereffeningskredieten, vastleggingen, vereffeningen, vastlegging, vereffening,
    verpflichtungskredite, zahlungskredite, verpflichtungsermächtigungen, ausgabenermächtigungen, commitment
    appropriations, payment appropriations, liquidation appropriations, commitments, payments, budget, budget
    initial, budget ajusté, initial, ajusté, compte, comptes, ini, prop, initieel, aangepast, begroting, raming,
    rekening, haushalt, ansatz, plan, dépenses, recettes, uitgaven, ontvangsten, ausgaben, einnahmen, expenditure,
    revenue, montant, montants, bedrag, bedragen, betrag, beträge, amount, amounts, kosten, coût, coûts, cost,
    réalisé, réalisation, realisatie, estimation, estimate, aantal, nombre, anzahl, number, %
    """
)
CAPTION = listed(
    """
    tab, tableau, tabel, tabelle, table, tab., overzicht, aperçu, übersicht
    """
)
UNITS = (
    (
        "KEUR",
        listed(
            """
            keur, k eur, k€, k €, €k, € k, eur k, k euro, keuro, k euros, teur, t€, t €, tsd eur, tsd. eur, tsd
            euro, tsd. euro, tsd €, tsd. €, tausend €, tausende euro, in tausend euro, € thousand, € thousands,
            thousand €, thousands €, thousands of €, euro thousand, eur thousand, euros thousand, thousands
            euro, thousands eur, € 000, €000, € '000, €'000, eur 000, 000 eur, 000 €, '000 €, '000 eur, '000
            euro, duizend €, duizenden €, duizendtal euro, duizendtallen euro, x duizend euro, milliers €,
            milliers d'€, milliers de €, millier d'euros, milliers euros, milliers eur, mille euros, milliers
            d'euros, milliers d'eur, en milliers d'€, duizend euro, duizenden euro, duizend eur, duizenden eur,
            duizenden euro's, tausend euro, tausend eur, thousand euro, thousand euros, thousands of euros,
            thousands of euro, thousands of eur, thousand eur, eur '000, euro '000, x 1.000 euro, x 1000 euro, x
            1.000 eur, x 1000 eur, x 1.000 €, x 1000 €, x1000 €, x1.000 €, x1000 eur, x1.000 eur, x1000 euro,
            x1.000 euro, 1.000 euro, 1000 euro, 1.000 eur, 1000 eur, 1.000 €, 1000 €
            """
        ),
    ),
    (
        "MEUR",
        listed(
            """
            meur, m€, m €, €m, € m, mn eur, mn €, € mn, eur mn, mio. euros, mio euros, € million, € millions,
            million €, millions €, millions of euro, millions of euros, millions of eur, millions of €, millions
            euro, millions eur, eur millions, € mio, € mio., mln €, mln. €, mln. eur, miljoen €, miljoenen €,
            miljoen eur, miljoenen eur, millionen €, millionen eur, millions d'€, millions de €, million
            d'euros, millions euros, mio eur, mio euro, mio €, mio. eur, mio. euro, mio. €, millions d'euros,
            millions d'eur, miljoen euro, miljoenen euro, mln euro, mln. euro, million euro, million euros,
            millionen euro, million eur, eur million, euro million, mln eur
            """
        ),
    ),
    (
        "EUR",
        listed(
            """
            eur, euro, euros, €, in euro
            """
        ),
    ),
    (
        "FTE",
        listed(
            """
            etp, equivalents temps plein, equivalent temps plein, vte, voltijdse equivalenten,
            voltijdsequivalenten, voltijds equivalent, voltijdequivalenten, fte, ftes, full-time equivalents,
            full-time equivalent, full time equivalents, vzä, vzae, vollzeitäquivalente, vollzeitäquivalent,
            vollzeitstellen
            """
        ),
    ),
)
# Words after which a line of a label goes on: it is not finished.
OPEN_ENDS = frozenset(
    """
    de du des d la le les l et ou a au aux en pour par sur dans avec sans un une ses sa son nos notre leurs leur ces ce
    cette que qui dont sous entre vers chez sont est
    van het een of in op voor met te tot aan bij door der den naar uit om onder over tussen als die dat dan zijn
    die das dem und oder fur von mit im zu zur zum am an auf ein eine einer eines bei aus nach uber unter zwischen sowie
    the and or for to with by at from on as its our their into between
    """.split()
)
# Words that begin a row which details the row above: never the end of a label that another line began.
DETAILS = frozenset("dont waarvan waaronder davon darunter of".split())


# Heads of the column of labels.
LABEL_HEADS = listed(
    """
    directions, direction, services, service, direction et service*, directions et services, entité*, unité*,
    département*, libellé, poste*, rubrique*, programme*, dienst, diensten, directie, directies, afdeling, afdelingen,
    entiteit, eenheid, omschrijving, post, rubriek, programma, programma's, direktion, direktionen, dienststelle,
    dienststellen, abteilung, bezeichnung, posten, programm, department, departments, unit, units, item, description,
    catégorie*, categorie, kategorie, category, article, artikel
    """
)
REMARKS = listed(
    """
    remarque*, commentaire*, observation*, note*, source*, justification*, explication*, opmerking*, toelichting,
    commentaar, bron*, bemerkung*, anmerkung*, erläuterung*, quelle*, remark*, comment*
    """
)


@lru_cache(maxsize=16)
def words_of(name: str) -> re.Pattern[str]:
    """The pattern of one list of this module, by its name (``STAFF``, ``TOTAL``…), for folded text."""
    return re.compile(any_of(globals()[name]))


@lru_cache(maxsize=1)
def unit_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each unit with the pattern of its names, the more particular first."""
    return tuple((unit, re.compile(any_of(names) + ("|€" if unit == "EUR" else ""))) for unit, names in UNITS)


def is_total(label: str) -> bool:
    """Whether a folded label says that its row is a sum of others."""
    return bool(words_of("TOTAL").search(label))


def is_label_head(text: str) -> bool:
    """Whether a text is but the head of the column of labels (``Service``, ``Directie``)."""
    return bool(words_of("LABEL_HEADS").fullmatch(fold(text).strip(" :")))
