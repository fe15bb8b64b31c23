"""German verbs of objectives, as the German-speaking Community writes them."""

from __future__ import annotations

from filrouge.domain.language.lexicon import listed
from filrouge.domain.smart.words import SmartWords, table

WORDS = SmartWords(
    table("""
        firm result: verringer* | senken | senkung* | gesenkt | reduzier* | reduzierung*
            » Die Fahrraddiebstähle um 10 % verringern
        firm result: vermindern | verminderung* | sinken | sinkt | rückgang | zurückdrängen
            » Die Zahl der Unfälle mit Verletzten vermindern
        firm result: erhöh* | steiger* | anheben
            » Die Aufklärungsquote erhöhen
        firm result: erreichen | erreicht | erzielen
            » 85 % der Anrufe binnen zehn Sekunden erreichen
        firm result: halten | beibehalten
            » Die mittlere Einsatzzeit unter 12 Minuten halten
        firm result: abbauen | abbau | abschaffen
            » Den Rückstand der Randvermerke abbauen
        firm result: gewährleisten | gewährleistet | garantieren | sicherstellen
            » Eine schriftliche Antwort auf jeden Brief gewährleisten
        firm result: verdoppel* | verdreifach* | halbier*
            » Die Zahl der Alkoholkontrollen verdoppeln
        firm result seen: einrichten | einrichtung eine* | schaffen | einführen | einführung* | eingeführt
            » Eine Anlaufstelle für Opfer einrichten
        firm result seen: eröffnen | eröffnung* | öffnen
            » Eine Wache im Nordviertel eröffnen
        firm result seen: veröffentlich*
            » Jährlich die Zahlen der Zone veröffentlichen
        firm result seen: erstellen | erstellt | ausarbeiten | ausarbeitung* | verabschieden | erarbeiten
            » Einen Integritätsplan erstellen
        firm resource seen: installieren | installation* | in betrieb nehmen | inbetriebnahme* | aufstellen
            » Vier feste Kameras installieren
        firm result seen: abschließen | unterzeichnen | unterzeichnung*
            » Ein Protokoll mit der Staatsanwaltschaft abschließen
        firm effort: organisieren | organisiert | durchführen | durchführung* | veranstalten
            » Zwölf Geschwindigkeitskontrollen im Monat durchführen
        firm effort: kontrollieren | kontrolle* | überwachen | überwachung* | streife*
            » Das Umfeld der Schulen kontrollieren
        firm effort: ausbilden | ausbildung* | schulen | schulung*
            » Alle Revierpolizisten im Empfang schulen
        firm effort: informieren | sensibilisier* | aufklären
            » Ältere Menschen für falsche Polizisten sensibilisieren
        firm effort: besuchen | besuch* | kontaktieren
            » Jedes Opfer eines Wohnungseinbruchs besuchen
        firm effort: analysier* | analyse* | auswerten | auswertung* | bewerten | bewertung* | messen
            » Die Arbeit des Empfangs auswerten
        firm resource: einstellen | einstellung von | anwerben | anwerbung*
            » Vier Inspektoren einstellen
        firm resource: anschaffen | anschaffung* | kaufen | ankauf | erwerben | ausstatten
            » Sechs Elektrofahrräder anschaffen
        firm resource: zuweisen | zuweisung* | bereitstellen | bereitstellung* | zur verfügung stellen
            | abstellen | freistellen | reservieren
            » Zwei Vollzeitäquivalente bereitstellen
        firm resource: investier* | investition* | finanzier*
            » 40.000 Euro in den Funk investieren
        firm result: verbesser*
            » Die Beleuchtung am Bahnhof verbessern
        firm result: stärk* | verstärk* | intensivier*
            » Die Präsenz in den Parks stärken
        vague effort: optimier* | professionalisier*
            » Die Abläufe optimieren
        firm result: modernisier*
            » Den Empfang des Kommissariats modernisieren
        firm effort: entwickel* | weiterentwickel* | ausbauen | ausbau
            » Eine Schnitzeljagd für die Schulen entwickeln
        vague effort: förder* | unterstütz* | ermutig*
            » Gute Verwaltung fördern
        vague effort: beitragen | beitrag* | trage bei | trägt bei | tragen bei | tragen wir bei | mitwirken
            | sorgen | sorgt | achtet auf | achten
            » Zu einer sichereren Gesellschaft beitragen
        vague effort: fortsetz* | setzt fort | setzen fort | setzen wir fort | weiterführen
            » Die Bemühungen fortsetzen
        firm effort: sichern | verwalten
            » Einen Bereitschaftsdienst am Sonntag sichern
        firm effort: bekämpf* | vorbeugen | vorbeugung | verhüten
            » Wilde Müllablagerungen bekämpfen
        firm resource seen: benennen | benennt | benannt | benennung*
            » Je Kommissariat eine Bezugsperson benennen
        firm result seen: festlegen | festlegung* | bestimmen
            » Die Bereitschaftszeiten festlegen
        firm effort: anbieten | bieten | begleit*
            » Jedem Rückkehrer ein Gespräch anbieten
        vague effort: erleichter*
            » Die Zusammenarbeit erleichtern
        firm result: vereinfach*
            » Die Anzeige vereinfachen
        firm result: anpassen | anpassung* | harmonisier* | integrieren | abstimmen
            » Die Formulare der drei Empfänge harmonisieren
        firm result: verkürz* | begrenzen | begrenzung* | beschränken | beschränkung* | zurückführen | eindämmen
            » Die Antwortfrist auf zehn Tage verkürzen
        firm result: vergrößern | ausweiten | ausdehnen | heraufsetzen | aufstocken | übertreffen
            » Die Zahl der Freiwilligen vergrößern
        firm result: lösen | gelöst | identifizieren | überführen | aufspüren
            » Jeden fünften Fall lösen
        firm result: stabilisier* | beseitigen | beseitigung* | beenden | unterbinden
            » Die Zahl der Beschwerden stabilisieren
        firm result: zerschlagen | ausheben | beschlagnahmen | festnehmen
            » Drei Drogenringe zerschlagen
        firm result seen: fertigstellen | fertigstellung* | fertiggestellt | vollenden
            » Die Renovierung des Kommissariats fertigstellen
        firm result seen: herrichten | bauen | umbauen | renovieren | umziehen
            » Einen Vernehmungsraum herrichten
        firm result seen: starten | gestartet | freischalten | in gang setzen
            » Eine Meldestelle für Händler starten
        firm result seen: aktualisier* | überarbeiten | überarbeitung*
            » Das Waffenregister aktualisieren
        firm result seen: erfassen | inventarisieren | kartieren | auflisten
            » Alle privaten Kameras erfassen
        firm result seen: vorlegen | vorgelegt | einreichen | übermitteln | übergeben
            » Dem Polizeirat einen Bericht vorlegen
        firm effort: umsetzen | umsetzung* | umgesetzt | ausführen | anwenden | verwirklichen
            » Den Evakuierungsplan umsetzen
        firm effort: ahnden | prüfen | überprüf* | inspizieren | verwarnen
            » Falschparker vor Schulen ahnden
        firm effort: befragen | befragung* | anhören | vernehmen
            » Alle Bewohner des Viertels befragen
        firm effort: bearbeiten | bearbeitung* | bearbeitet | beantworten
            » Jede Beschwerde binnen dreißig Tagen bearbeiten
        firm effort: einüben | üben | trainieren
            » Den Evakuierungsplan jährlich einüben
        firm effort: erproben | testen | sammeln | registrieren | untersuchen | vergleichen | planen | ermitteln
            » Zwei neue Fahrradrouten erproben
        firm effort: empfangen | betreuen | vermitteln
            » Jedes Opfer in einem eigenen Raum empfangen
        firm resource: ersetzen | mieten | erneuern | einplanen | bezuschussen | abordnen | aufwenden
            » Vier Fahrzeuge ersetzen
        firm result: schützen | absichern | sicherer machen
            » Das Viertel schützen
        vague effort: helfen | beistehen | entlasten
            » Den Dienststellen helfen
        aims effort: anstreben | angestrebt | streb* | abzielen | zielt auf | zielen auf
            » Eine Antwort binnen acht Tagen anstreben
        vague effort: bemüh* | hinwirken | versuchen
            » Sich um Qualität bemühen
        firm result: vertiefen | vertiefung | verfeinern | erweitern | beschleunigen | verdeutlichen
            » Den Versand der Protokolle beschleunigen
        firm effort: koordinier* | zusammenarbeiten | einbeziehen | einbinden | mobilisieren
            » Die Bürgerkomitees einbeziehen
        firm result: vermeiden | verhindern | abschrecken
            » Das Parken auf Radwegen verhindern
        firm result: wahren | bewahren | pflegen | beachten | einhalten | ermöglichen
            » Die Anonymität der Zeugen wahren
        vague effort: setzen wir uns für | setzt sich für | augenmerk | aufmerksamkeit* | wert auf
            » Das Augenmerk auf die Qualität richten
    """),
    listed("""
        qualität* | kommunikation | partnerschaft* | gute verwaltung | prozesse | kompetenzen | dienststellen
        effizienz | wirksamkeit | arbeitsweise | abläufe | zusammenarbeit | bild | ansatz
        verwaltung | dienst | dienste | dienstes | sicherheit | unsicherheit | gesellschaft | kultur
        bemühungen | weise | bereich* | niveau | rahmen | intern* | gegenseitig* | miteinander | allgemein*
        optimal* | besser* | gut* | mehr
        angemessen* | leistungsfähig* | sicher* | organisation
    """),
    frozenset("""
        an auf aus bei bis durch fur gegen in im am mit nach ohne seit
        uber um unter vor wahrend zu zum zur zwischen und oder binnen ab gemass damit
    """.split()),
    listed("jede | jeder | jedes | jedem | jeden | alle | sämtliche"),
    listed("ein | eine | einen | einem | einer | neue | neuer | neues | neuen"),
    listed("die | unsere | mehrere | einige | mehr"),
)  # fmt: skip
