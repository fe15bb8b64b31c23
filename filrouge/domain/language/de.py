"""German words, as the administrations of the German-speaking Community write them."""

from __future__ import annotations

from filrouge.domain.language.lexicon import (
    DateWords,
    DeadlineWords,
    FactWords,
    FigureWords,
    Lexicon,
    listed,
    spaced,
)

STOP_WORDS = frozenset(
    spaced("""
        aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bzw da
        dabei dadurch daher damit dann das dass dazu dem den denn der deren des dessen die dies diese diesem
        diesen dieser dieses doch durch ein eine einem einen einer eines er es etwa fur gegen gegebenenfalls
        haben hat hatte hatten hier hin hinter ich ihr ihre ihrem ihren ihrer im in indem insbesondere ist ja
        jede jedem jeden jeder jedes jedoch kann kein keine konnen mehr mein mit muss mussen nach nicht noch nun
        nur ob oder ohne sehr sein seine seinem seinen seiner sich sie sind so soll sollen sollte sowie sowohl
        uber um und uns unser unsere unserem unseren unserer unter vom von vor war waren was weil welche welcher
        wenn werden wer wie wir wird wobei wo wurde wurden zu zum zur zwischen
    """)
)

NUMBERS = {
    **{w: n for n, w in enumerate(spaced("ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"), 1)},
    "eine": 1, "einen": 1, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "achtzehn": 18,
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "hundert": 100,
}  # fmt: skip

DATES = DateWords(
    months=tuple(
        listed(month)
        for month in (
            "Januar | Jänner | Jan", "Februar | Feb", "März | Mrz", "April | Apr", "Mai", "Juni | Jun", "Juli | Jul",
            "August | Aug", "September | Sept | Sep", "Oktober | Okt", "November | Nov", "Dezember | Dez",
        )
    ),
    quarters=listed("Quartal | Quartals | Trimester | Vierteljahr | Vierteljahres"),
    halves=listed("Halbjahr | Halbjahres | Semester | Semesters | Jahreshälfte | Hälfte"),
    seasons=(listed("Frühjahr | Frühling"), listed("Sommer"), listed("Herbst")),
    firsts={
        "start": listed("Anfang | Beginn | zu Beginn"),
        "middle": listed("Mitte | Halbzeit"),
        "end": listed("Ende | das Ende | zum Ende"),
    },
    ordinals=(
        listed("erstes | erste | ersten | 1. | 1"), listed("zweites | zweite | zweiten | 2. | 2"),
        listed("drittes | dritte | dritten | 3. | 3"), listed("viertes | vierte | vierten | 4. | 4"),
    ),
    last=listed("letztes | letzte | letzten"),
    links=listed("des Jahres | von | des | im Jahr | im Jahre | in"),
)  # fmt: skip

DEADLINES = DeadlineWords(
    leads=listed("""
        bis | bis zum | bis zur | bis spätestens | bis spätestens zum | spätestens | spätestens bis
        spätestens bis zum | spätestens am | spätestens im | spätestens zum | spätestens in | nicht später als
        nicht später als am | vor | vor dem | vor der | noch vor | bis einschließlich | bis Mitte | längstens bis
        mit Zieldatum | zum Horizont | mit Frist bis | vor Ablauf des | bis in das Jahr | bis zum Jahr
        bis ins Jahr
    """),
    before=listed("vor | vor dem | vor der | noch vor"),
    starts=listed("""
        ab | ab dem | ab der | von | vom | seit | seit dem | mit Wirkung vom | beginnend am | beginnend im | Start
        Start im | Start am | Beginn | Beginn im | Beginn am | Startdatum | Anfangsdatum
    """),
    weak=listed("""
        im Jahr | im Jahre | im Laufe des Jahres | im Laufe von | im Laufe des | während | im | in | am | zum
        im Verlauf des Jahres | in der | zu | bis hin zum
    """),
    after=listed("spätestens | längstens"),
    spans=listed("""
        innerhalb von | innerhalb | innerhalb der | binnen | innerhalb einer Frist von | spätestens innerhalb von
        in einer Frist von | innerhalb von höchstens | innerhalb eines Zeitraums von | binnen einer Frist von
    """),
    units=listed("""
        Stunden | Stunde | Tagen | Tage | Tag | Werktagen | Kalendertagen | Wochen | Woche | Monaten | Monate
        Monats | Jahren | Jahre | Jahres
    """),
    ends=listed("""
        zum Ende der Legislaturperiode | Ende der Legislaturperiode | Ende der Legislatur
        zum Jahresende | Jahresende | Ende des Jahres | zum Ende des Jahres
        Ende dieses Jahres | nächstes Jahr | Ende des Quartals
        Ende des Halbjahres | nächsten Jahres
    """),
    own_ends=listed("""
        Ende des Plans | zum Ende des Plans | Ende der Planperiode | Ende des Planungszeitraums | Ende dieses Plans
        Ende der Laufzeit | zum Ende der Laufzeit | Ende des Zeitraums | Ende des Zyklus | Ende der Periode
        zum Ende der Planperiode | zum Ende des Mandats | Ende des Mandats | Mandatsende | Ablauf des Mandats
        zum Ablauf des Mandats | zum Mandatsende | Ende meines Mandats | Ende der Amtszeit | zum Ende der Amtszeit
        zum Ablauf der Amtszeit | Ablauf der Amtszeit
    """),
    middles=listed("""
        Halbzeit des Mandats | zur Halbzeit des Mandats | Mitte des Mandats | zur Mitte des Mandats | Mandatsmitte
        zur Mandatsmitte | Mitte der Amtszeit | zur Mitte der Amtszeit | Halbzeit der Amtszeit
        zur Halbzeit der Amtszeit | Mitte der Laufzeit | zur Mitte der Laufzeit | Halbzeit des Plans
        zur Halbzeit des Plans | Mitte der Planperiode | zur Halbzeit meines Mandats
    """),
    feasts=listed("""
        Ostern | Pfingsten | Weihnachten | Allerheiligen | Neujahr | Sommerferien | den Sommerferien | Osterferien
        den Osterferien | Weihnachtsferien | Schulbeginn | Schuljahresbeginn | Beginn des Schuljahres
    """),
    moments=listed("binnen Jahresfrist | innerhalb eines Jahres | innerhalb eines Monats"),
    periodic=listed("""
        jährlich | jedes Jahr | alljährlich | monatlich | jeden Monat | wöchentlich | jede Woche | vierteljährlich
        jedes Quartal | halbjährlich | alle sechs Monate | alle drei Monate | alle zwei Jahre | einmal pro Jahr
        einmal im Jahr | einmal jährlich | zweimal pro Jahr | zweimal jährlich | zweimal im Jahr | dreimal jährlich
        viermal jährlich | täglich | einmal pro Monat | mindestens einmal jährlich | mindestens einmal im Jahr
        einmal pro Quartal
    """),
    notices=listed("Frist | Fristen | Termin | Zieldatum | Stichtag | Zeitrahmen | bis wann | wann | Fälligkeit"),
    past=listed("""
        wurde | wurden | war | waren | hat | haben | hatte | hatten | ist gestiegen | ist gesunken | seit | zählte
        zählten
    """),
    past_form=r"(?!)",
    future_form=r"(?!)",
    stated=listed("ist | sind | beträgt | betragen | zählt | zählen | besteht | bestehen | entspricht"),
    accented=(),
    cited=listed("""
        Gesetz vom | Gesetzes vom | Dekret vom | Königlicher Erlass vom | Königlichen Erlasses vom
        Ministerieller Erlass vom | Rundschreiben | Richtlinie | Stand am | Stand | Fassung | Ausgabe
        Staatsblatt vom | Zahlen von | Haushalt | Plan | NSP | ZSP | Rahmennote | Vision | Agenda | Abkommen vom
        Programmplanung | Zyklus | Statistiken | Daten | Bericht | Jahresbericht
    """),
)

FACTS = FactWords(
    adopted=listed("""
        verabschiedet | gebilligt | genehmigt | angenommen | festgelegt | bestätigt | beschlossen | unterzeichnet
        Genehmigung | Verabschiedung | Billigung | validiert | gutgeheißen | abgesegnet
    """),
    bodies=listed("""
        Polizeirat | Polizeirates | Polizeirats | Gemeinderat | Gemeinderates | Stadtrat | Stadtrates
        Provinzialrat | Zonaler Sicherheitsrat | Zonalen Sicherheitsrat | Nationaler Sicherheitsrat
        Nationalen Sicherheitsrat | Ministerrat | Polizeikollegium | Polizeikollegiums | Gemeindekollegium
        Bürgermeister- und Schöffenkollegium | Kollegium der Generalprokuratoren | Direktionsausschuss
        Direktionsausschusses | Direktionskomitee | Lenkungsausschuss | Verwaltungsrat | Zonenrat
        Minister des Innern und der Justiz | Minister des Innern | Minister der Justiz | Ministerin des Innern
        Ministerin | Minister | Föderalregierung | Regierung | Abgeordnetenkammer | Generalkommissar | Bürgermeister
        Gouverneur | Generalversammlung | König | Parlament | Ständiger Ausschuss der lokalen Polizei
    """),
    sessions=listed("""
        Sitzung | Versammlung | öffentlich* | ordentlich* | außerordentlich* | einstimmig | Stimmen | Tagung
        Einstimmigkeit | Datum | geheim*
    """),
    spell=listed("""
        Zeitraum | für den Zeitraum | für die Jahre | Jahre | Laufzeit | gilt für | gültig von | umfasst
        erstreckt sich | Periode | Zyklus | von | für | in den Jahren | Planperiode | zwischen
        Mandat | Mandats | Mandatsperiode | Amtszeit
    """),
    plans={
        "letter": listed("Auftragsschreiben | Missionsschreiben | Mandatsbrief | Mandatsschreiben"),
        "zonal": listed("zonaler Sicherheitsplan | zonalen Sicherheitsplan | zonalen Sicherheitsplans | ZSP"),
        "national": listed("""
            nationaler Sicherheitsplan | nationalen Sicherheitsplan | nationalen Sicherheitsplans | NSP
        """),
        "strategic": listed("""
            Strategieplan | strategischer Plan | strategischen Plan | strategischen Plans | Managementplan
            Verwaltungsvertrag
        """),
        "operational": listed("operativer Plan | operativen Plan | Aktionsplan | Jahresplan"),
        "integrity": listed("Integritätspolitik"),
        "policy": listed("Mehrjahresplan | Rahmennote | Regierungsabkommen | Sicherheitsplan"),
    },
    tails=listed("über | zur | zum | betreffend | bezüglich | in bezug auf"),
    drafts=listed("wird | werden | vorgelegt | muss | soll | Entwurf | vorbehaltlich"),
    itself=listed("""
        dieser | diese | dieses | diesen | vorliegend* | der Plan | das Schreiben | das Dokument | er wurde
        es wurde | sie wurde | des Plans | des Dokuments | vorliegender
    """),
    other_plans=listed("""
        vorherig* | vorig* | früher* | vorangegangen* | nächst* | künftig* | neue* | ersetzt* | verlänger*
        Programmplanung | Regierung* | Fonds* | europäisch* | letzte*
    """),
    terms=listed("""
        Mandat | Mandats | Mandate | Auftragsschreiben | Dauer | Amtszeit | bestellt | ernannt | Laufzeit
        Bestellung | erneuerbar
    """),
    years=listed("Jahre | Jahren | Jahr"),
    starts=listed("""
        ab dem | ab | mit Wirkung vom | beginnt am | begann am | beginnend am | tritt in Kraft am | Dienstantritt am
        Dienstantritt | Eidesleistung am | Eidesleistung | Vereidigung am | ernannt am | ernannt zum | Anfangsdatum
        Beginn des Mandats | Startdatum | Amtsantritt am | Amtsantritt | bestellt ab dem | Mandatsbeginn
        bezeichnet am
    """),
    acts=listed("""
        Gesetz | Gesetzes | Programmgesetz | Königlicher Erlass | Königlichen Erlasses | Königlichen Erlass
        Ministerieller Erlass | Ministeriellen Erlasses | Ministeriellen Erlass | Rundschreiben
        Ministerielles Rundschreiben | Dekret | Dekrets | Ordonnanz | Richtlinie | Verordnung | K.E. | KE | M.E.
        ME | Zusammenarbeitsabkommen | Sondergesetz | koordinierte Gesetze
    """),
    of=listed("vom | von"),
    article_words=listed("Artikel | Artikels | Artikeln | Art"),
    codes=listed("""
        RSPol | PJPol | EXODUS | GIP | neues Gemeindegesetz | Verfassung | Strafgesetzbuch | Strafprozessgesetzbuch
        DSGVO | Deontologiekodex | Zivilgesetzbuch | Gesetz über das Polizeiamt
        Gesetz über den integrierten Polizeidienst | Gemeindedekret | Gesetzes über das Polizeiamt
    """),
    entities=listed("""
        Polizeizone | Lokale Polizei | Föderaler Öffentlicher Dienst | FÖD | Generaldirektion | Generalinspektion
        Hilfeleistungszone
    """),
)

FIGURES = FigureWords(
    bounds=listed("""
        mindestens | wenigstens | höchstens | maximal | minimal | nicht mehr als | nicht weniger als | Minimum | Maximum
        zumindest | max. | min. | max | ein Minimum von | ein Maximum von
    """),
    ages=listed("""
        Kind von | Kinder von | Kindern von | Baby von | Jugendliche von | Jugendlichen von | Minderjährige von
        Mädchen von | Junge von | Jungen von | Mann von | Frau von | Personen von | Person von | Alter von | Welpe von
        älter als | jünger als
    """),
    aged=listed("alt | alte | alter | altes | alten | altem | älter | und älter | oder älter | jünger"),
    the=listed("die | den | der | diese | diesen | dieser | unsere | unseren | unserer | beide"),
    counted=listed("""
        Streife* | Beamt* | Inspektor* | Polizist* | Fahrzeug* | Kontrolle* | Einsatz* | Einsätze* | Ausbildung*
        Schulung* | Sitzung* | Projekt* | Person* | Mitarbeiter* | Mitglied* | Tag | Tage | Tagen | Stunde* | Monat*
        Woche* | Kamera* | Kampagne* | Viertel* | Übung* | Audit* | Bericht* | Team* | Posten | Stelle*
        Einstellung* | Klage* | Akte* | Tat | Taten | Aktion* | Maßnahme* | Indikator* | Untersuchung* | Besuch*
        Unfall* | Unfälle* | Opfer* | Schule* | Gemeinde | Gemeinden | Wohnung* | Gebäude* | Jahr | Jahre | Jahren | Mal
        Einheit* | Partner* | Praktik* | Fahrrad* | Fahrräder*
    """),
    units=listed("""
        VZÄ | FTE | Vollzeitäquivalente | Vollzeitäquivalent | Vollzeiteinheiten | EUR | Euro | KEUR | TEUR | k€
        m€ | € | % | Prozent | Promille | km | m² | m2 | kWh | Stunden | Stunde | Tage | Tagen | Tag | Minuten
        Minute | Monate | Monaten | Jahre | Jahren | Wochen | Punkte | Tonnen | CO2 | Liter | Prozentpunkte
        Werktage
    """),
    scales={
        "tausend": 3,
        "Million": 6,
        "Millionen": 6,
        "Milliarde": 9,
        "Milliarden": 9,
        "Mio": 6,
        "Mio.": 6,
        "Mrd": 9,
        "Mrd.": 9,
    },
    measures=listed("""
        Anzahl | Anzahl der | die Anzahl | Zahl der | Anteil | Anteil der | der Anteil | Prozentsatz | Quote
        Aufklärungsquote | Rate | durchschnittliche Dauer | Durchschnitt | Reaktionszeit | Einsatzzeit
        Bearbeitungszeit | Zufriedenheitsgrad | Grad der | Index | Punktzahl | Verhältnis | Volumen
        Durchschnittskosten | Abwesenheitsquote | Krankenstand | Deckungsgrad | Fehlzeitenquote
    """),
    ranges=listed("bis | und | - | bis zu"),
    numbered=listed("""
        Artikel | Artikels | Art | Seite | S | Nr | Nummer | Kapitel | Abschnitt | Punkt | Anlage | Anhang | Tabelle
        Abbildung | Fußnote | Tel | Telefon | Fax | unter der Nummer | COL | GPI | PLP | ZPZ | CP | Absatz | Teil
        Achse | Ziel | Priorität | Thema | Phase | Schritt | Version | SZ | OZ | Postleitzahl | Straße | §
        Paragraph | Aktion | Ebene | Säule | Cluster | Frage | PZ | Akte
    """),
    measured=listed("""
        verzeichnet* | festgestellt* | gezählt* | gemessen* | durchgeführt* | erfasst* | zählte | zählten
        bearbeitet* | aufgeklärt* | betrug | betrugen
    """),
    unmeasured=listed("eine | große | großen | gewisse | diese"),
    labels=listed("""
        Indikator | Indikatoren | KPI | Kennzahl | Kennzahlen | Messgröße | Leistungsindikator
        Leistungsindikatoren | Nullmessung
    """),
    stops=listed("""
        die, | das | um | wird | werden | ist | sind | wurde | wurden | hat | muss | müssen | soll | bis | durch
        gegenüber | damit | senken | erhöhen | halbieren | verringern | steigern | reduzieren | verbessern | mit
    """),
    joins=listed("""
        beträgt | betrug | liegt bei | lag bei | ist | war | auf | : | = | beläuft sich auf | stieg auf | sank auf
    """),
)

LEXICON = Lexicon(
    language="de",
    stop_words=STOP_WORDS,
    numbers=NUMBERS,
    swot={
        "strength": listed("Stärken | Stärke"),
        "weakness": listed("Schwächen | Schwäche | Schwachstellen | Schwachpunkte | Verbesserungspunkte"),
        "opportunity": listed("Chancen | Chance | Gelegenheiten | Möglichkeiten | Opportunitäten"),
        "threat": listed("Bedrohungen | Bedrohung | Risiken | Gefahren | Gefährdungen"),
    },
    possessives=listed("unsere | die | unser | der | wichtigste | wichtigsten | interne | externe | ihre"),
    are=listed("sind | sind folgende | sind die folgenden | ist | lauten | folgende"),
    lead_in_verbs=listed("""
        sind | umfasst | umfassen | besteht aus | bestehen aus | zielt darauf ab | zielen darauf ab | bezweckt
        beinhaltet | sieht vor | sehen vor | betrifft | betreffen | beruht auf | beruhen auf | verpflichtet sich
        will | wollen | stützt sich auf | beabsichtigt
    """),
    lead_in_endings=listed("""
        folgende | folgenden | folgendes | wie folgt | nämlich | und zwar | insbesondere | unter anderem
        zum Beispiel | nachstehend | nachfolgend | darunter | mit dem Ziel | um | das heißt | hierzu | dazu
    """),
    abbreviations=listed("""
        Art | Abs | Nr | S | z.B | z. B | bzw | usw | d.h | d. h | u.a | u. a | ggf | evtl | ca | vgl | Dr | Prof
        Hr | Fr | St | Tel | max | min | inkl | exkl | Abb | Tab | Kap | Anl | i.d.R | o.g | sog | Mio | Mrd | bez
        K.E | M.E | geb | insb | etc
    """),
    headings={
        "chapter": listed("Kapitel"),
        "part": listed("Teil"),
        "title": listed("Titel"),
        "section": listed("Abschnitt | Punkt | Paragraph | Unterabschnitt"),
        "annex": listed("Anlage | Anlagen | Anhang | Anhänge"),
        "table": listed("Tabelle"),
        "figure": listed("Abbildung | Schema | Grafik | Karte"),
        "theme": listed("Thema | Achse | Phänomen | Bereich | Priorität | Cluster | Schwerpunkt"),
    },
    everyone=listed("""
        alle | alle Dienste | alle Direktionen | alle Mitarbeiter | alle Mitarbeiterinnen und Mitarbeiter
        das gesamte Personal | alle Personalmitglieder | sämtliche Dienste
    """),
    vague_deadlines=listed("""
        mittelfristig | langfristig | kurzfristig | längerfristig | mittel- und langfristig
        kurz- und mittelfristig | auf lange Sicht | auf Dauer | auf kurze Sicht | auf mittlere Sicht | schrittweise
        nach und nach | allmählich | stufenweise | in Zukunft | künftig | zukünftig | in naher Zukunft
        in den kommenden Jahren | in den nächsten Jahren | in den kommenden Monaten | demnächst
        so bald wie möglich | so schnell wie möglich | so rasch wie möglich | möglichst bald | möglichst schnell
        baldmöglichst | schnellstmöglich | zu gegebener Zeit | zu einem späteren Zeitpunkt | später
        nach Möglichkeit | früher oder später | im Laufe der Zeit | im Laufe der Jahre | fortlaufend | wenn möglich
    """),
    later=listed("""
        wird später ergänzt | werden später ergänzt | wird später hinzugefügt | werden später hinzugefügt
        wird noch ergänzt | werden noch ergänzt | wird später eingefügt | werden später eingefügt
        wird nachgereicht | werden nachgereicht | noch zu ergänzen | noch festzulegen | noch zu bestimmen
        zu ergänzen | folgt später | folgt noch | noch einzufügen | wird später mitgeteilt
        werden später mitgeteilt | wird später ausgearbeitet | in Ausarbeitung | wird nachgetragen
        wird zu einem späteren Zeitpunkt ergänzt | wird zu einem späteren Zeitpunkt eingefügt
    """),
    means=listed("""
        Mittel | Ressourcen | Haushalt | Haushaltsmittel | Budget | Kredite | Personalbestand | Stellenplan
        Kapazität | Dotation | Dotationen | Finanzierung | Ausrüstung | Infrastruktur | VZÄ | finanzielle Mittel
        personelle Mittel | materielle Mittel | Sachmittel | Fuhrpark | bereitgestellte Mittel | Personalmittel
        verfügbare Mittel
    """),
    integrity=listed("""
        Integrität | Integritätspolitik | integer | Deontologie | Deontologiekodex | Ethik | Ethikkodex
        Verhaltenskodex | Interessenkonflikt | Interessenkonflikte | Hinweisgeber | Whistleblower
    """),
    obligations=listed("""
        muss | müssen | wird | werden | soll | sollen | verpflichtet sich | verpflichten uns | wollen | ist zu
        sind zu | sorgt für | beabsichtigen | gewährleisten | stellen sicher
    """),
    dates=DATES,
    deadlines=DEADLINES,
    facts=FACTS,
    figures=FIGURES,
)  # fmt: skip
