"""German words that rules look for, as the administrations of Belgium write them."""

from __future__ import annotations

from filrouge.domain.coherence.words import RuleWords
from filrouge.domain.language.lexicon import listed

WORDS = RuleWords(
    total=listed("gesamt* | insgesamt | summe | summen | total* | zwischensumme* | teilsumme* | endsumme"),
    of_which=listed("davon | darunter | einschließlich"),
    rate=listed("""
        quote | anteil | verhältnis | durchschnitt* | mittelwert | prozent* | index | entwicklung | veränderung
        abweichung | preis
    """),
    money=listed("euro | eur | keur | teur | meur"),
    people=listed("""
        vze | vzä | vollzeitäquivalente | vollzeitäquivalenten | vollzeiteinheiten | mitarbeiter | mitarbeitern
        personalmitglieder | beamte | stellen | personen
    """),
    percent=listed("prozent | vom hundert"),
    of=listed("des | der | von | vom | an | am"),
    about=listed("""
        etwa | rund | ungefähr | circa | ca | fast | knapp | mehr als | weniger als | mindestens | nahezu | zirka
    """),
    total_budget=listed("""
        gesamthaushalt | gesamthaushalts | gesamtbudget | gesamtbudgets | gesamten haushalts | gesamten budgets
        haushalts insgesamt | gesamtmittel | gesamter haushalt | gesamtes budget | gesamten haushaltsplans
        allgemeinen haushaltsplans
    """),
    budget=listed("""
        haushalt* | budget* | kredit* | mittel | dotation* | zuschuss* | zuschüsse* | ausgabe* | einnahme* | fonds
        bewilligung*
    """),
    such_as=listed("wie | nämlich | insbesondere | unter anderem | darunter | beispielsweise | zum beispiel | etwa"),
    analysis=listed("""
        analyse* | swot* | swot-analyse | umfeldanalyse | stärken-schwächen-analyse | bestandsaufnahme | umfrage
        erhebung | studie | nullmessung | diagnose
    """),
    made=listed("""
        durchgeführt | erstellt | erarbeitet | ausgearbeitet | stammt aus | stammt vom | stammen aus | datiert
        aktualisiert | vorgenommen | erfolgte | abgeschlossen | angefertigt
    """),
    decided=listed("festgelegt | beschlossen | genehmigt | gebilligt | bestimmt"),
    copy=listed("""
        kopie* | abschrift* | übermittelt | zugesandt | zugestellt | mitgeteilt | übersandt | gesendet
        weitergeleitet
    """),
    inspector=listed("generalinspekteur* | generalinspektor* | generalinspektion | generalinspekteurin | aig"),
    law=listed("""
        gesetz vom | gesetzes vom | königlicher erlass | königlichen erlasses | ministerieller erlass | exodus
        exodus-gesetz | rsppol | artikel 72 | art. 72 | gesetz über das polizeiamt | gesetz zur organisation
        neues gemeindegesetz
    """),
    zone=listed("polizeizone | polizeizonen | korpschef | lokale polizei | lokalen polizei"),
    national_plan=listed("""
        nationaler sicherheitsplan | nationalen sicherheitsplan | nationale sicherheitsplan
        nationalen sicherheitsplans | nsp | pns | nationaler und zonaler sicherheitsplan
    """),
    zonal_plan=listed("""
        zonaler sicherheitsplan | zonalen sicherheitsplan | zonale sicherheitsplan | zonalen sicherheitsplans
        zonalen sicherheitspläne | zsp | pzs | lokaler sicherheitsplan
    """),
    integrity=listed("integrität | integritäts* | integer"),
    other_integrity=listed("""
        körperliche integrität | körperlichen integrität | physische integrität | psychische integrität
        sexuelle integrität | persönliche integrität | integrität der person | integrität der daten
        datenintegrität | territoriale integrität | integrität von daten | integrität der systeme
    """),
    integrity_policy=listed("""
        integritätspolitik | integritätskonzept | integritätsplan | integritätsmanagement | integritätscharta
    """),
    means_units=listed("""
        vze | vzä | vollzeitäquivalente | vollzeitäquivalenten | personalmitglieder | mitarbeiter | mitarbeitern
        beamte | polizisten | inspektoren | stellen | euro | eur | keur | teur | millionen | fahrzeuge
    """),
    means_headings=listed("""
        mittel | ressourcen | budget | haushalt | finanzierung | finanzen | finanzrahmen | personalbestand
        stellenplan | personalplan
    """),
    guidance=listed("""
        beschreiben sie | geben sie | nennen sie | erläutern sie | formulieren sie | bestimmen sie | präzisieren sie
        erklären sie | führen sie | fügen sie | ergänzen sie | stellen sie | definieren sie | identifizieren sie
        verwenden sie | listen sie | tragen sie | bitte | fassen sie | in diesem abschnitt
        unter dieser überschrift | der mandatsinhaber kann
    """),
    example=listed("""
        zum beispiel | z. b | z.b | beispiel | beispiele | beispielsweise | nicht erschöpfende liste
        unvollständige liste
    """),
    fill_in=listed("""
        zu ergänzen | noch zu ergänzen | auszufüllen | noch auszufüllen | zu bestimmen | noch zu bestimmen
        festzulegen | noch festzulegen | zu präzisieren | einzufügen | einfügen | ausfüllen | zu bestätigen
        noch zu schreiben | name einfügen | datum einfügen | ihr text | noch offen | mitzuteilen
    """),
    annex=listed("anlage | anlagen | anhang | anhänge | anhangs"),
    section=listed("kapitel | abschnitt | teil | punkt | ziffer | titel"),
    table=listed("tabelle | tab | tab. | abbildung"),
    refers=listed("""
        siehe | vgl | vgl. | cf | verweis* | verwiesen | aufgeführt | enthalten | befindet | befinden | beigefügt*
        beschrieben | erläutert | dargestellt | erwähnt* | angegeben | oben | unten | nachstehend | vorstehend
        wie angegeben | zu finden
    """),
    acts=listed("""
        gesetz | gesetzes | gesetze | erlass | erlasses | verordnung | richtlinie | rundschreiben | rundschreibens
        dekret | dekrets | ordonnanz | abkommen | vereinbarung | gesetzbuch | vertrag | vertrags | protokoll
        verfassung | handbuch | rahmennote | bericht | berichts
    """),
    addendum=listed("nachtrag | addendum | zusatz | ergänzung"),
    added=listed("""
        eingefügt | hinzugefügt | ergänzt | beigefügt | aufgenommen | nachgereicht | ausgearbeitet | präzisiert
        mitgeteilt
    """),
    later=listed("""
        später | nachträglich | zu einem späteren zeitpunkt | demnächst | in kürze | in einem nachtrag
        in einem addendum | zu gegebener zeit
    """),
    will=listed("wird | werden | muss noch | müssen noch | ist noch | sind noch"),
    contents=listed("inhaltsverzeichnis | inhalt | inhaltsübersicht"),
    list_of_annexes=listed("""
        verzeichnis der anlagen | verzeichnis der anhänge | anlagenverzeichnis | liste der anlagen
        liste der anhänge | anlagen | anhänge
    """),
    titles=listed("""
        frau | herr | herrn | herren | doktor | dr | professor | prof | oberst | kommissar | hauptkommissar
        polizeihauptkommissar
    """),
    alias=listed("""
        nachfolgend | im folgenden | nachstehend | kurz | abgekürzt | auch | oder | genannt | sogenannt*
        auch genannt
    """),
    priority=listed("priorität | prioritäten | schwerpunkt | schwerpunkte | schwerpunkten"),
    objective=listed("ziel | ziele | zielen | zielsetzung | zielsetzungen"),
    broken_down=listed("""
        heruntergebrochen | aufgeteilt | untergliedert | umgesetzt | konkretisiert | aufgegliedert | übersetzt
        gegliedert | unterteilt
    """),
    unit=listed("""
        direktion | generaldirektion | dienst | dienste | zelle | abteilung | einheit | sekretariat | büro
        kabinett | zentrum | amt | stabsdirektion | stabsstelle | fachbereich | referat | zentrale
    """),
    frequency=listed("""
        monatlich* | vierteljährlich* | jährlich* | wöchentlich* | halbjährlich* | täglich* | jeden | jedes | jede
        pro | ständig* | laufend | fortlaufend | regelmäßig* | sofort | unverzüglich | frühjahr | frühling | sommer
        herbst | winter | quartal | semester | dauerhaft
    """),
    reports=listed("berichtet* | berichten | erstattet bericht | bewertet* | evaluier* | evaluation* | bewertung*"),
    relative=listed("""
        nach | vor | bei | ab | anlässlich | im anschluss | sobald | binnen | innerhalb | zum zeitpunkt
    """),
    adoption=listed("""
        unterzeichnung | genehmigung | annahme | verabschiedung | billigung | inkrafttreten | validierung
        unterzeichnet | genehmigt | verabschiedet
    """),
    operational_plan=listed("""
        operativer plan | operative plan | operativen plan | operativen plans | operationsplan | operationeller plan
        operationelle plan | operationellen plans
    """),
    runs=listed("endet | läuft | läuft ab | erstreckt | umfasst | deckt | dauert"),
    begins=listed("tritt in kraft | beginnt | fängt an | läuft vom | startet"),
    plan=listed("""
        plan | sicherheitsplan | sicherheitsplans | strategieplan | programm | auftragsschreiben | aktionsplan
        strategischer plan
    """),
    plan_codes=("PNS", "PZS", "NSP", "ZSP"),
)  # fmt: skip
