"""An invented zone's plan, of several pages: three levels of objectives, tables, an analysis, two languages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from filrouge.domain.model.plan import (
    Act,
    Action,
    Contribution,
    Objective,
    Origin,
    Plan,
    PlanRiskDomain,
    PlanRow,
    PlanSection,
    PlanSwotItem,
    PlanTable,
    Words,
)
from filrouge.domain.report.voice import Voice
from filrouge.formats.writers.plan.departing import Departure, Names
from filrouge.library.text_files import texts

NAMES = Names(
    entity="Zone de police Val-de-Brume",
    framework="Plan zonal de sécurité",
    sections={"foreword": "Avant-propos", "objectives": "Objectifs", "means": "Capacité et moyens"},
)
LEFT = Departure(on=dt.date(2026, 3, 12), id="d-1")


def voice(language: str = "fr") -> Voice:
    """The voice of exported files."""
    return Voice(language, lambda key: texts("export")[key][language])


def _sections() -> tuple[PlanSection, ...]:
    return (
        PlanSection(
            "s1",
            Words(fr="Avant-propos", nl="Voorwoord"),
            number="1",
            framework_section="foreword",
            body=Words(
                fr="<p>Le présent plan fixe, pour six ans, ce que la zone veut atteindre <strong>avec ses "
                "partenaires</strong>. Il est suivi chaque trimestre par le conseil zonal.</p><p>Trois choix le "
                "guident :</p><ul><li><p>être présents là où les habitants attendent la police ;</p></li><li><p>"
                "travailler sur les causes, pas seulement sur les faits ;</p><ul><li><p>avec les communes,</p></li>"
                "<li><p>avec le parquet ;</p></li></ul></li><li><p>rendre compte de ce qui est fait.</p></li></ul>"
                "<blockquote><p>La confiance se gagne au coin de la rue.</p></blockquote>",
                nl="<p>Dit plan legt vast wat de zone in zes jaar wil bereiken, <strong>samen met haar partners"
                "</strong>.</p>",
            ),
        ),
        PlanSection("s2", Words(fr="Image de la sécurité", nl="Veiligheidsbeeld"), number="2"),
        PlanSection(
            "s21",
            Words(fr="Criminalité", nl="Criminaliteit"),
            parent="s2",
            number="2.1",
            body=Words(
                fr="<p>Les vols dans les habitations reculent depuis 2021, mais restent concentrés dans deux "
                "quartiers.</p><table><tbody><tr><th><p>Phénomène</p></th><th><p>2023</p></th><th><p>2024</p></th>"
                "</tr><tr><td><p>Vols dans les habitations</p></td><td><p>214</p></td><td><p>188</p></td></tr><tr>"
                "<td><p>Escroqueries en ligne</p></td><td><p>305</p></td><td><p>371</p></td></tr></tbody></table>"
            ),
        ),
        PlanSection("s22", Words(fr="Forces et faiblesses", nl="Sterktes en zwaktes"), parent="s2", number="2.2"),
        PlanSection(
            "s3",
            Words(fr="Priorités et objectifs", nl="Prioriteiten en doelstellingen"),
            number="3",
            framework_section="objectives",
            body=Words(
                fr="<p>Chaque objectif a un responsable et une échéance.</p><hr><p>Ces objectifs sont revus chaque "
                "année en <em>février</em>.</p>"
            ),
        ),
        PlanSection("s4", Words(fr="Moyens", nl="Middelen"), number="4", framework_section="means"),
    )


def _objectives() -> tuple[Objective, ...]:
    return (
        Objective("o1", "priority", Words(fr="Un domicile sûr", nl="Een veilige woning"), section="s3", number="1"),
        Objective(
            "o11",
            "strategic_objective",
            Words(
                fr="Faire reculer les vols dans les habitations dans les deux quartiers les plus touchés",
                nl="De woninginbraken terugdringen in de twee meest getroffen wijken",
            ),
            parent="o1",
            section="s3",
            number="1.1",
            owners=("DirOps", "Police de proximité"),
            starts_on=dt.date(2026, 4, 1),
            deadline="fin 2028",
            deadline_on=dt.date(2028, 12, 31),
            quantity="réduction de 15 %",
            quantity_value=Decimal(15),
            quantity_unit="%",
            baseline="188 faits en 2024",
            commitment="result",
            stakeholders=("Communes", "Parquet"),
            details=Words(
                fr="<p>La baisse est mesurée par rapport à la moyenne de 2022 à 2024.</p><ul><li><p>quartier de la "
                "gare</p></li><li><p>quartier des étangs</p></li></ul>"
            ),
            origin=Origin(10, 90, 0.8, ("owner-unsure",)),
        ),
        *_more_objectives(),
    )


def _more_objectives() -> tuple[Objective, ...]:
    return (
        Objective(
            "o111",
            "operational_objective",
            Words(
                fr="Assurer une présence visible aux heures critiques", nl="Zichtbaar aanwezig zijn op kritieke uren"
            ),
            parent="o11",
            section="s3",
            number="1.1.1",
            owners=("Intervention",),
            deadline="31 décembre 2026",
            deadline_on=dt.date(2026, 12, 31),
            quantity="deux patrouilles par nuit",
            quantity_value=Decimal(2),
            quantity_unit="patrouilles",
        ),
        Objective(
            "o2",
            "priority",
            Words(fr="Des habitants avertis des escroqueries en ligne"),
            section="s3",
            number="2",
        ),
        Objective(
            "o21",
            "strategic_objective",
            Words(fr="Accueillir et orienter chaque victime d’une escroquerie en ligne"),
            parent="o2",
            section="s3",
            number="2.1",
            owners=("Recherche locale",),
            deadline_on=dt.date(2027, 6, 30),
        ),
    )


def _actions() -> tuple[Action, ...]:
    return (
        Action(
            "a1",
            Words(fr="Dresser chaque mois la carte des faits et ajuster les patrouilles"),
            (Contribution("o111", Decimal(60), Decimal(40)), Contribution("o11", Decimal(40), Decimal(60))),
            section="s3",
            number="A1",
            owners=("Analyse",),
            starts_on=dt.date(2026, 5, 1),
            deadline_on=dt.date(2026, 12, 31),
            means="0,5 ETP d’analyste",
            state="under_way",
            progress=40,
        ),
        Action(
            "a2",
            Words(fr="Proposer une visite de prévention après chaque vol", nl="Na elke inbraak een preventiebezoek"),
            (Contribution("o11"),),
            section="s3",
            number="A2",
            owners=("Police de proximité",),
            quantity="120 visites par an",
            quantity_value=Decimal(120),
            quantity_unit="visites",
        ),
        Action(
            "a3",
            Words(fr="Tenir une permanence numérique un jour par semaine"),
            (Contribution("o21"),),
            section="s3",
            details=Words(fr="<p>À l’accueil du commissariat central.</p>"),
            deadline="dès que possible",
        ),
    )


def _analysis() -> tuple[PlanSwotItem, ...]:
    lines = (
        ("strength", "Une équipe de proximité stable"),
        ("strength", "Un partenariat ancien avec les communes"),
        ("weakness", "Peu d’analystes"),
        ("weakness", "Des véhicules vieillissants"),
        ("opportunity", "Un centre de crise commun en construction"),
        ("threat", "Le déplacement des faits vers Internet"),
    )
    return tuple(
        PlanSwotItem(f"w{rank}", kind, str(rank), Words(fr=text), section="s22")
        for rank, (kind, text) in enumerate(lines, 1)
    )


def _tables() -> tuple[PlanTable, ...]:
    def cells(column: str, *values: str) -> tuple[tuple[str, int | None, Decimal], ...]:
        return tuple((column, 2026 + year, Decimal(value)) for year, value in enumerate(values))

    staff = PlanTable(
        "t1",
        "staff",
        Words(fr="Cadre du personnel", nl="Personeelsformatie"),
        unit="ETP",
        columns=("Cadre",),
        rows=(
            PlanRow("Intervention", cells("Cadre", "42", "43", "43.5")),
            PlanRow("Police de proximité", cells("Cadre", "28", "28", "30")),
            PlanRow("Recherche locale", cells("Cadre", "12.5", "13", "13")),
            PlanRow("Total", cells("Cadre", "82.5", "84", "86.5"), total=True),
        ),
        section="s4",
    )
    budget = PlanTable(
        "t2",
        "budget",
        Words(fr="Budget ordinaire"),
        unit="EUR",
        columns=("Dépenses", "Recettes"),
        rows=(
            PlanRow("Personnel", (("Dépenses", 2026, Decimal("7816852.50")), ("Recettes", 2026, Decimal(120000)))),
            PlanRow("Fonctionnement", (("Dépenses", 2026, Decimal(1204000)),)),
        ),
        section="s4",
    )
    talk = PlanTable(
        "t3",
        "communication",
        Words(fr="Plan de communication"),
        lines=(
            ("OS 1.1", "Habitants", "mars 2026", "Protégez votre logement", "Bulletin communal", "Dépliant"),
            ("OS 2.1", "Aînés", "juin 2026", "Raccrochez", "Séances", ""),
        ),
        section="s4",
    )
    return staff, budget, talk


def zone() -> Plan:
    """The plan of an invented zone."""
    risk = PlanRiskDomain(
        "r1",
        "1",
        Words(fr="Capacité d’analyse", nl="Analysecapaciteit"),
        weaknesses=(3,),
        threats=(6,),
        objectives=(1, 2),
        note="À revoir en 2027",
        quoted=(("weakness", 3, "Peu d’analystes"), ("threat", 6, "Déplacement vers Internet")),
        section="s22",
    )
    return Plan(
        "11111111-2222-4333-8444-555555555555",
        Words(fr="Plan zonal de sécurité 2026-2031", nl="Zonaal veiligheidsplan 2026-2031"),
        "fr",
        languages=("fr", "nl"),
        entity="ZP-0001",
        framework="urn:filrouge:framework:zonal-security-plan",
        state="proposed",
        version=3,
        period=(dt.date(2026, 1, 1), dt.date(2031, 12, 31)),
        starts_on=dt.date(2026, 1, 1),
        term_years=6,
        legal_basis=("Loi du 7 décembre 1998, art. 35 à 37bis", "Circulaire zonale n° 4"),
        sections=_sections(),
        objectives=_objectives(),
        actions=_actions(),
        swot=_analysis(),
        risk_domains=(risk,),
        tables=_tables(),
        acts=(
            Act("c1", "approval", dt.date(2026, 2, 3), "Conseil zonal de sécurité", "CZS/2026/04", "à l’unanimité", 2),
            Act("c2", "copy", dt.date(2026, 2, 20), "Gouverneur", "G/117"),
        ),
    )
