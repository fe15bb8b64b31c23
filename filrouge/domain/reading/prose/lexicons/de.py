"""German words by which a sentence binds."""

from __future__ import annotations

from filrouge.domain.reading.prose.cues import ProseWords, table

WORDS = ProseWords(
    cues=table("""
        binds 0.95: wir verpflichten uns | verpflichten wir uns | ich verpflichte mich | verpflichte ich mich
            | verpflichtet sich | verpflichten sich | wir sagen zu | sagt zu, | sagen wir zu
            » Die Zone verpflichtet sich, jeden Kläger zurückzurufen
        binds 0.9: wir wollen | wollen wir | ich will | will ich | wir werden | werden wir | ich werde | werde ich
            | wir möchten | möchten wir | wir beabsichtigen | beabsichtigen wir | wir streben | streben wir
            | ich strebe | wir setzen uns | setzen wir uns | setzen wir auf | wir setzen auf | wir planen | planen wir
            | wir haben vor | wir legen | legen wir | wir nehmen uns vor | nehmen wir uns vor | wir sorgen
            | sorgen wir
            | wir bauen | wir stärken | wir verstärken | wir erhöhen | wir senken | wir richten | wir führen
            | wir organisieren | wir investieren | wir entwickeln | wir verbessern | wir arbeiten | ich möchte
            | möchte ich | wir achten darauf | achten wir darauf
            » Wir wollen den Empfang abends wieder öffnen
        binds 0.85: die zone will | die polizeizone will | das korps will | das kollegium will | die stadt will
            | die gemeinde will | die verwaltung will | der dienst will | die direktion will | die polizei will
            | die zone wird | die polizeizone wird | das korps wird | das kollegium wird | die stadt wird
            | die gemeinde wird | die verwaltung wird | die polizei wird | der dienst wird | die mehrheit will
            | die zone möchte | die polizeizone möchte | die gemeinde möchte | das kollegium möchte
            » Das Kollegium will die Zahl der Ordnungshüter verdoppeln
        aims 0.85: unser ziel ist | unser anliegen ist | unsere absicht ist | mein ziel ist | unsere priorität ist
            | es ist unser ziel | es ist unsere absicht | ist es unser ziel | wir haben uns zum ziel gesetzt
            | setzt sich zum ziel | setzen uns zum ziel | setzen wir uns zum ziel | ist unser ziel
            » Unser Ziel ist es, binnen zehn Tagen zu antworten
        aims 0.75: das ziel ist | ziel ist | ziel ist es | ist das ziel | hat zum ziel | haben zum ziel | mit dem ziel
            | das ziel besteht | zielt darauf | zielen darauf | zielt auf | ziel : | angestrebt wird | wird angestrebt
            | es geht darum
            » Das Ziel ist eine Bearbeitung in acht Tagen
        must 0.75: wir müssen | müssen wir | ich muss | muss ich | uns obliegt | es obliegt uns
            » Wir müssen den Empfang vereinfachen
        must 0.7: muss | müssen | soll | sollen | gilt es | es gilt | ist zu | sind zu | ist notwendig
            | ist erforderlich
            | ist es notwendig | ist es erforderlich | bedarf es
            » Der Informationsfluss muss besser werden
        will 0.65: wird | werden | findet statt | finden statt | ist geplant | sind geplant | ist vorgesehen
            | sind vorgesehen
            » Am Bahnhof wird ein zweites Büro eröffnet
        matters 0.6: es ist wichtig | ist es wichtig | ist wichtig | es ist wesentlich | ist wesentlich
            | ist entscheidend
            | von großer bedeutung | ist unerlässlich | ist uns wichtig
            » Es ist wichtig, jeden anzuhören
        believes 0.6: wir glauben | glauben wir | unsere werte | wir sind überzeugt | wir stehen für | stehen wir für
            | wir achten | wir respektieren | im mittelpunkt | wir legen wert | legen wir wert | mit respekt
            | ich bin überzeugt | ich glaube | wir begegnen | wir behandeln | wir handeln
            » Wir glauben an eine bürgernahe Polizei
        believes 0.65: dulden wir | wir dulden | wir lassen niemanden | lassen wir niemanden | ich stehe für
            | stehe ich für | wir lehnen | nicht verhandelbar | ist für uns selbstverständlich
            | versteht sich für uns | schulden wir | wir begegnen einander | benennen wir offen
            | wir gehen auf menschen
            » Wir dulden keine Diskriminierung
        binds 0.85: beschließt | beschließen | hat beschlossen, dass | es wird beschlossen | vereinbaren
            | es wird vereinbart | wird beauftragt | werden beauftragt | wird betraut mit | werden betraut mit
            | übernimmt | übernehmen | nimmt sich vor | nehmen sich vor | beabsichtigt | beabsichtigen | plant
            | planen | investiert in | startet | sorgt für | sorgen für | stellt sicher | stellen sicher
            | sichert zu | sichern zu | wir stellen | wir gründen | wir schaffen | wir setzen | wir nehmen
            | wir geben | wir halten | wir bieten | wir erneuern | wir schulen | wir bilden | wir prüfen
            | wir kontrollieren | wir eröffnen | wir öffnen
            » Der Rat beschließt, einen Analysten einzustellen
        must 0.7: hat zu gewährleisten | haben sicherzustellen | hat sicherzustellen | bleibt zu | bleiben zu
            | obliegt | obliegen | ist darauf zu achten | sind gehalten
            » Dem Dienst obliegt die Begleitung der Opfer
        believes 0.55: jedes personalmitglied | jeder mitarbeiter | jede mitarbeiterin | jeder von uns
            | jeder bedienstete | alle mitarbeiter | alle personalmitglieder | niemand | wer bei uns arbeitet
            | wer in unserer zone arbeitet | jeder, der
            » Jedes Personalmitglied meldet erhaltene Geschenke
        defines 0.6: versteht man | verstehen wir unter | bezeichnet | bedeutet | ist definiert | wird definiert
            | im sinne von | im sinne des | im sinne der | per definition | wird verstanden
            » Unter Nahbereich versteht man das Viertel
        refuses 0.9: werden gebeten | wird gebeten | wird ersucht | werden ersucht | bitten wir | wir bitten
            | wir appellieren
            | nicht zurückbehalten | keine priorität | nicht als priorität | ist nicht vorgesehen | nicht geplant
            | sind nicht vorgesehen | gehört nicht zu | gehören nicht zu | verpflichtet sich nicht
            | verpflichten uns nicht | wir können nicht | können wir nicht | wird nicht | werden nicht
            | wir werden nicht
            | kein engagement | keine verpflichtung | verzichtet auf | verzichten auf | nicht mehr | fällt nicht
            | fallen nicht | nicht aufgenommen | nicht berücksichtigt | nicht festgehalten | nicht in unserer
            » Ladendiebstahl wurde nicht als Priorität festgehalten
        supposes 0.55: könnte | könnten | würde | würden | wäre | wären | sofern | falls | unter vorbehalt
            | vorausgesetzt
            | gegebenenfalls | wenn die mittel | wenn das budget | unter der bedingung | eventuell | möglicherweise
            | wird geprüft, ob | sollte | sollten
            » Eine Hundestaffel könnte entstehen, sofern Mittel da sind
        charges 0.75: das gesetz | gesetzlich | laut gesetz | gemäß artikel | artikel* | ist verpflichtet
            | sind verpflichtet | der gesetzgeber | der königliche erlass | das rundschreiben | aufgrund des gesetzes
            | kraft | die gesetzgebung | die verordnung
            » Das Gesetz verpflichtet das Kollegium, die Akte zu übermitteln
        others 0.5: der bürger muss | die bürger müssen | jeder bürger | der eigentümer | die eigentümer
            | die anwohner müssen
            | der arbeitgeber | jeder arbeitgeber | der fahrer | die fahrer | der nutzer | der antragsteller
            | der veranstalter | die besucher | sie müssen | sie können | ihre | ihr | der minister | die regierung
            | der föderalstaat | die staatsanwaltschaft muss | der prokurator | die eltern müssen | die provinz muss
            » Der Eigentümer muss seine Hecke schneiden
        cites 0.6: laut gewerkschaft | nach ansicht | erklärte | erklärt, dass | meint, dass
            | die opposition | verlangt | verlangen | sagte | betonte | betont, dass | fragt sich | bittet um | so der
            » Laut Gewerkschaft fehlen zwei Beamte
        presents 0.6: in anbetracht | in erwägung | aufgrund der | aufgrund des | angesichts
            | dieses dokument | dieser auftragsbrief | dieses schreiben | dieser plan | dieses kapitel | dieser teil
            | dieser bericht | diese note | siehe anhang | siehe kapitel | inhaltsverzeichnis | nachstehend
            | im folgenden
            » Dieses Kapitel beschreibt die Zone
    """),
    future=r"(?!)",
    first=r"(?:die |der |das )?(?:weitere[rn]? )?(?:starkung|verstarkung|verbesserung|verringerung|senkung"
    r"|erhohung|entwicklung"
    r"|erstellung|ausarbeitung|organisation|durchfuhrung|einfuhrung|einrichtung|grundung|aufbau|ausbau|begleitung"
    r"|bewertung|forderung|anwerbung|anschaffung|ausbildung|schulung|sensibilisierung|vereinfachung|bekampfung"
    r"|eroffnung|anpassung|aktualisierung|erweiterung|umsetzung|modernisierung|digitalisierung|optimierung"
    r"|unterstutzung"
    r"|vorbeugung|vermeidung|einsatz|abbau|verkurzung|schrittweise|zusatzliche|regelmassige|regelmasige"
    r"|gemeinsame|jahrliche|jeden monat|jedes jahr|jede woche|kontrollen|fortsetzung|uberarbeitung"
    r"|installation)(?![^\W_])",
    last=r"(?<![^\W_])(?!(?:gegen|neben|wegen|zwischen|oben|unten|aussen|innen|außen|morgen|gestern|denen|ihnen"
    r"|jenen|diesen|einen|allen"
    r"|beiden|gelegen|offen|eigen|zusammen|trocken|golden|selten|eben|daneben"
    r"|dagegen)$)(?:zu )?[a-zäöüß]{3,}(?:en|ern|eln)$",
    denial=r"(?<![^\W_])(?:nicht|kein|keine|keinen|keinem|keiner|keines|nie|niemals)(?![^\W_])"
    r"(?!\s+(?:nur|allein|spater|mehr als|weniger als|zuletzt))",
    condition=r"^\W*(?:falls|wenn|ob|tipp|hinweis|achtung|sofern|unter der bedingung|unter vorbehalt"
    r"|vorausgesetzt|im falle|sollte|sollten|soweit)(?![^\W_])",
    says=r"(?<![^\W_])(?:sagt|sagte|erklart|meint|findet|fordert|verlangt|fragt|betont|schrieb|schreibt|laut"
    r"|nennt|bedauert|mahnt"
    r"|zufolge|so der|so die|ruft)[a-z]*",
    called={
        "commitment": r"(?:verpflichten (?:wir )?uns|verpflichtet sich|unsere verpflichtungen|unsere zusagen"
        r"|verpflichtungen?\s*:?$"
        r"|zusagen?\s*:?$|unsere versprechen|wir versprechen|wir sagen zu)",
        "value": r"(?:unsere werte|werte\s*:?$|unsere grundsatze|verhaltensregeln|unsere haltung)",
        "objective": r"(?:^(?:die |unsere |ihre )?(?:ziele?|zielsetzungen?|ambitionen|prioritaten?"
        r"|schwerpunkte)(?![^\W_]).{0,40}$"
        r"|folgende ziele|ziele?\s*:$|prioritaten\s*:$)",
        "action": r"(?:^(?:die |unsere |ihre )?(?:aktionen?|massnahmen?|manahmen?|initiativen?|schritte"
        r"|vorhaben)(?![^\W_]).{0,40}$"
        r"|folgende (?:massnahmen|masnahmen|aktionen)|ma[s]+nahmen?\s*:$|aktionen?\s*:$)",
    },
    told=r"(?<![^\W_])(?:wir haben|haben wir|wurde|wurden|ergebnisse|bilanz|erreicht|feststellungen|starken"
    r"|schwachen|chancen"
    r"|risiken|aufmerksamkeitspunkte?)(?![^\W_])",
    henceforth=r"(?<![^\W_])(?:kunftig|zukunftig|fortan|ab sofort|von nun an|in zukunft)(?![^\W_])",
    past=r"(?<![^\W_])(?:[a-z]+ierten?|stieg|stiegen|sank|sanken|fiel|fielen|ging|gingen|gab|gaben|hielt|hielten"
    r"|fuhrten?"
    r"|zahlten?|nahm|nahmen|kam|kamen|lag|lagen|blieb|blieben|war|waren|hatten?|konnten?|mussten?|wollten?|betrug"
    r"|betrugen"
    r"|erreichten?|stellten?|machten?|fand|fanden|bekam|bekamen|wurden?)(?![^\W_])",
)  # fmt: skip
