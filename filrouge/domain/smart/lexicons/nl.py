"""Dutch verbs of objectives."""

from __future__ import annotations

from filrouge.domain.language.lexicon import listed
from filrouge.domain.smart.words import SmartWords, table

WORDS = SmartWords(
    table("""
        firm result: verminder* | vermindering* | verlagen | verlaging* | verlaagd
            » Het aantal fietsdiefstallen met 10 % verminderen
        firm result: terugdring* | teruggedrongen | terugbrengen | daling* | dalen | doen dalen
            » Het aantal letselongevallen terugdringen
        firm result: verhogen | verhoging* | verhoogd | toenemen | stijging* | stijgen | opdrijven
            » De ophelderingsgraad verhogen
        firm result: bereiken | bereikt | behalen | behaald | halen
            » 85 % van de oproepen binnen tien seconden bereiken
        firm result: handhaven | behouden
            » De gemiddelde interventietijd onder 12 minuten handhaven
        firm result: wegwerken | weggewerkt | afschaffen
            » De achterstand van de kantschriften wegwerken
        vague result: garanderen | gegarandeerd | waarborgen
            » De kwaliteit garanderen
        firm result: verdubbel* | verdrievoudig* | halveren | halvering
            » Het aantal alcoholcontroles verdubbelen
        firm result seen: oprichten | oprichting* | opgericht | creëren | invoeren | invoering* | ingevoerd
            » Een slachtofferonthaal oprichten
        firm result seen: openen | opening* | geopend
            » Een wijkpost openen in de noordwijk
        firm result seen: publiceren | publicatie* | gepubliceerd | bekendmaken
            » Jaarlijks de cijfers van de zone publiceren
        firm result seen: opstellen | opgesteld | uitwerken | uitgewerkt | goedkeuren | vastleggen
            » Een integriteitsplan opstellen
        firm result seen: installeren | installatie* | geïnstalleerd | plaatsen | in gebruik nemen | ingebruikname*
            » Vier vaste camera's installeren
        firm result seen: afsluiten | afgesloten | ondertekenen
            » Een protocol met het parket afsluiten
        firm effort: organiseren | organisatie van | georganiseerd | houden
            » Twaalf snelheidscontroles per maand organiseren
        firm effort: controleren | controle* | toezien | toezicht | patrouilleren | patrouille*
            » De schoolomgevingen controleren
        firm effort: opleiden | opleiding* | vormen | vorming* | trainen
            » Alle wijkagenten opleiden in het onthaal
        firm effort: informeren | sensibiliser* | voorlichten
            » Ouderen sensibiliseren voor valse agenten
        firm effort: bezoeken | bezoek* | hercontacteren | contacteren
            » Elk slachtoffer van een woninginbraak hercontacteren
        firm effort: analyseren | analyse* | evalueren | evaluatie* | meten
            » De werking van het onthaal evalueren
        firm resource: aanwerven | aanwerving* | aangeworven | rekruteren | rekrutering*
            » Vier inspecteurs aanwerven
        firm resource: aankopen | aankoop | aangekocht | aanschaffen | aanschaf | uitrusten
            » Zes elektrische fietsen aankopen
        firm resource: toewijzen | toewijzing* | toegewezen | ter beschikking stellen | inzetten | vrijmaken
            | vrijstellen
            » Twee voltijdse equivalenten aan de dienst toewijzen
        firm resource: investeren | investering* | financieren | financiering*
            » 40.000 euro in radiocommunicatie investeren
        vague effort: verbeter*
            » De kwaliteit van de dienstverlening verbeteren
        vague effort: versterk* | verstevig* | intensifiër* | intensiever
            » De samenwerking versterken
        vague effort: optimaliser* | moderniser* | professionaliser*
            » De werking optimaliseren
        vague effort: ontwikkel* | stimuleren | valoriseren
            » Een cultuur van dienstverlening ontwikkelen
        vague effort: bevorder* | aanmoedig* | ondersteun* | steunen
            » De integriteit bevorderen
        vague effort: bijdragen | bijdrage* | deelnemen | streven | waken | zorgen
            » Bijdragen tot een veiliger samenleving
        vague effort: voortzetten | verderzetten | blijven | verzekeren | beheren | beheer
            » De inspanningen voortzetten
        vague effort: bestrijd* | strijd | aanpakken | aanpak | voorkomen | voorkoming | preventie
            » De onveiligheid bestrijden
        firm result seen: aanduiden | aangeduid | aanstellen | vaststellen | bepalen
            » Per commissariaat een referentiepersoon aanduiden
        vague effort: aanbieden | bieden | vergemakkelijk* | begeleiden | begeleiding* | vereenvoudig*
            » De samenwerking vergemakkelijken
        vague effort: aanpassen | harmoniser* | integreren | rationaliser* | afstemmen
            » De aanpak harmoniseren
    """),
    listed("""
        kwaliteit* | efficiëntie | doeltreffendheid | werking | samenwerking* | imago | aanpak | beheer | dienst
        dienstverlening | veiligheid | onveiligheid | samenleving | cultuur | inspanning* | wijze | domein*
        niveau | kader | algemeen | algemene | optimale | optimaal | beter* | goede | goed | meer | passend*
        performant* | veilig* | organisatie
    """),
)  # fmt: skip
