"""German verbs of objectives, as the German-speaking Community writes them."""

from __future__ import annotations

from filrouge.domain.language.lexicon import listed
from filrouge.domain.smart.words import SmartWords, table

WORDS = SmartWords(
    table("""
        firm result: verringer* | senken | senkung* | gesenkt | reduzier* | reduzierung*
            » Die Fahrraddiebstähle um 10 % verringern
        firm result: vermindern | verminderung* | rückgang | zurückdrängen
            » Die Zahl der Unfälle mit Verletzten vermindern
        firm result: erhöh* | steiger* | anheben
            » Die Aufklärungsquote erhöhen
        firm result: erreichen | erreicht | erzielen
            » 85 % der Anrufe binnen zehn Sekunden erreichen
        firm result: halten | beibehalten
            » Die mittlere Einsatzzeit unter 12 Minuten halten
        firm result: abbauen | abbau | abschaffen
            » Den Rückstand der Randvermerke abbauen
        vague result: gewährleisten | gewährleistet | garantieren | sicherstellen
            » Die Qualität gewährleisten
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
        firm result seen: installieren | installation* | in betrieb nehmen | inbetriebnahme* | aufstellen
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
            | abstellen | freistellen
            » Zwei Vollzeitäquivalente bereitstellen
        firm resource: investier* | investition* | finanzier*
            » 40.000 Euro in den Funk investieren
        vague effort: verbesser*
            » Die Qualität des Dienstes verbessern
        vague effort: stärk* | verstärk* | intensivier*
            » Die Zusammenarbeit stärken
        vague effort: optimier* | modernisier* | professionalisier*
            » Die Abläufe optimieren
        vague effort: entwickel* | weiterentwickel* | ausbauen | ausbau
            » Eine Kultur des Dienstes entwickeln
        vague effort: förder* | unterstütz* | ermutigen
            » Die Integrität fördern
        vague effort: beitragen | beitrag | mitwirken | anstreben | sorgen | achten
            » Zu einer sichereren Gesellschaft beitragen
        vague effort: fortsetzen | fortsetzung | weiterführen | sichern | verwalten
            » Die Bemühungen fortsetzen
        vague effort: bekämpf* | vorbeugen | vorbeugung | verhüten
            » Die Unsicherheit bekämpfen
        firm result seen: benennen | benennung* | festlegen | festlegung* | bestimmen
            » Je Kommissariat eine Bezugsperson benennen
        vague effort: anbieten | bieten | erleichter* | begleiten | begleitung* | vereinfach*
            » Die Zusammenarbeit erleichtern
        vague effort: anpassen | anpassung* | harmonisier* | integrieren | abstimmen
            » Die Arbeitsweise harmonisieren
    """),
    listed("""
        qualität* | effizienz | wirksamkeit | arbeitsweise | abläufe | zusammenarbeit | bild | ansatz
        verwaltung | dienst | dienste | dienstes | sicherheit | unsicherheit | gesellschaft | kultur
        bemühungen | weise | bereich* | niveau | rahmen | allgemein* | optimal* | besser* | gut* | mehr
        angemessen* | leistungsfähig* | sicher* | organisation
    """),
)  # fmt: skip
