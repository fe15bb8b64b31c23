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
        firm result: garanderen | gegarandeerd | waarborgen
            » Een schriftelijk antwoord op elke brief garanderen
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
        firm resource seen: installeren | installatie* | geïnstalleerd | plaatsen | in gebruik nemen | ingebruikname*
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
            | vrijstellen | reserveren
            » Twee voltijdse equivalenten aan de dienst toewijzen
        firm resource: investeren | investering* | financieren | financiering*
            » 40.000 euro in radiocommunicatie investeren
        firm result: verbeter*
            » De verlichting rond het station verbeteren
        firm result: versterk* | verstevig* | intensifiër* | intensiever
            » De aanwezigheid in de parken versterken
        vague effort: optimaliser* | optimaliseer* | professionaliser*
            » De werking optimaliseren
        firm result: moderniser*
            » Het onthaal van het commissariaat moderniseren
        firm effort: ontwikkel* | valoriseren
            » Een zoektocht voor de scholen ontwikkelen
        vague effort: bevorder* | aanmoedig* | moedig* | stimuler* | stimuleer*
            | ondersteun* | steunen | steunt
            » Goed bestuur bevorderen
        vague effort: bijdrag* | draag bij | draagt bij | dragen bij | dragen we bij | dragen wij bij | deelnemen
            | waak* | waken | zorgen | zorgt | zorg dragen
            » Bijdragen tot een veiliger samenleving
        vague effort: voortzetten | verderzetten | blijven
            » De inspanningen voortzetten
        firm effort: verzekeren | beheren | beheer
            » Een permanentie op zondag verzekeren
        firm effort: bestrijd* | strijd | aanpakken | aanpak | voorkomen | voorkoming | preventie
            » Sluikstorten bestrijden
        firm resource seen: aanduiden | duidt | duiden | aangeduid | aanstellen | aangesteld
            » Per commissariaat een referentiepersoon aanduiden
        firm result seen: vaststellen | bepalen
            » De wachturen bepalen
        firm effort: aanbieden | bieden | begeleid*
            » Elke terugkerende collega een gesprek aanbieden
        vague effort: vergemakkelijk* | faciliteer* | faciliter*
            » De samenwerking vergemakkelijken
        firm result: vereenvoudig*
            » De aangifte vereenvoudigen
        firm result: aanpassen | harmoniser* | integreren | rationaliser* | afstemmen
            » De formulieren van de drie onthaalpunten harmoniseren
        firm result: herleiden | herleid | beperken | beperking* | inkorten | verkorten | reduceren | reductie*
            | terugschroeven | verkleinen
            » De antwoordtermijn tot tien dagen herleiden
        firm result: optrekken | opvoeren | vergroten | vergroting* | uitbreiden | uitbreiding* | overschrijden
            » Het aantal vrijwilligers optrekken
        firm result: ophelderen | opgehelderd | oplossen | opgelost | identificeren | opsporen
            » Eén inbraak op vijf ophelderen
        firm result: stabiliseren | stabilisering* | uitbannen | uitroeien | een einde maken | stopzetten
            » Het aantal klachten stabiliseren
        firm result: oprollen | ontmantelen | in beslag nemen | aanhouden | arresteren
            » Drie drugsnetwerken oprollen
        firm result seen: afronden | afgerond | voltooien | voltooid | afwerken | finaliseren
            » De renovatie van het commissariaat afronden
        firm result seen: bouwen | verbouwen | renoveren | inrichten | verhuizen
            » Een verhoorlokaal inrichten
        firm result seen: opstarten | opgestart | lanceren | starten | activeren | implementeren | uitrollen
            » Een meldpunt voor handelaars opstarten
        firm result seen: actualiseren | actualisering* | bijwerken | bijgewerkt | herzien | herziening*
            » Het wapenregister bijwerken
        firm result seen: inventariseren | in kaart brengen | oplijsten
            » Alle private camera's in kaart brengen
        firm result seen: voorleggen | indienen | overmaken | bezorgen | rapporteren
            » Een verslag aan de politieraad voorleggen
        firm effort: uitvoeren | uitgevoerd | toepassen | verwezenlijken | realiseren
            » Het evacuatieplan uitvoeren
        firm effort: nagaan | verifiëren | inspecteren | doorlichten | verbaliseren | bekeuren | beboeten
            » Foutparkeerders aan de schoolpoort verbaliseren
        firm effort: bevragen | bevraging* | raadplegen | overleggen | verhoren
            » Alle bewoners van de wijk bevragen
        firm effort: behandelen | behandeld | afhandelen | beantwoorden
            » Elke klacht binnen dertig dagen behandelen
        firm effort: inoefenen | oefenen | coachen
            » Het evacuatieplan elk jaar inoefenen
        firm effort: verzamelen | registreren | onderzoeken | bestuderen | testen | uittesten | vergelijken | opvolgen
            | plannen
            » Twee nieuwe fietsroutes testen
        firm effort: onthalen | ontvangen | doorverwijzen
            » Elk slachtoffer in een apart lokaal ontvangen
        firm resource: in dienst nemen | huren | vervangen | vervanging* | vernieuwen | vernieuwing* | begroten
            | subsidiëren | detacheren
            » Vier voertuigen vervangen
        firm result: beveilig* | veiliger maken | beschermen | bescherming
            » De wijk beveiligen
        vague effort: helpen | bijstaan | ontlasten
            » De diensten helpen
        vague effort: trachten | proberen | inspelen op
            » Inspelen op kwaliteit
        aims effort: nastreven | streven | streef* | gestreefd | beogen | beoogt | mikken op
            » Streven naar een antwoord binnen acht dagen
        firm result: verdiepen | verdieping | verfijnen | verruimen | verbreden | versnellen | verduidelijken
            | bijsturen
            » De verzending van de processen-verbaal versnellen
        firm effort: coördineren | coördinatie | samenwerken | betrekken | mobiliseren | responsabiliseren
            » De wijkcomités betrekken
        firm result: vermijden | verhinderen | ontmoedigen | ontraden
            » Parkeren op de fietspaden verhinderen
        firm result: bewaken | vrijwaren | respecteren | naleven | onderhouden | verduurzamen | mogelijk maken
            » De anonimiteit van getuigen vrijwaren
        vague effort: inspannen | inspanning* | spannen ons in | spannen we ons in | spannen wij ons in | spant zich in
            | blijven inzetten | blijft inzetten | zetten voort | zet voort | zetten we verder | klemtoon
            » We spannen ons in voor de werking
        vague effort: aandacht* | oog hebben | hebben oog | heeft oog | hecht belang | hechten belang
            | hechten we belang | hechten wij belang | belang hechten
            » Aandacht hebben voor kwaliteit
    """),
    listed("""
        kwaliteit* | communicatie | partnerschap* | goed bestuur | processen | competenties | diensten
        efficiëntie | doeltreffendheid | werking | samenwerking* | imago | aanpak | beheer | dienst
        dienstverlening | veiligheid | onveiligheid | samenleving | cultuur | inspanning* | wijze | domein*
        niveau | kader | intern* | onderling* | algemeen | algemene | optimale | optimaal | beter* | goede | goed
        meer | passend*
        performant* | veilig* | organisatie
    """),
    frozenset("""
        aan bij door in met na naar om onder op over per tegen
        tot tussen uit voor zonder en of die dat sinds tijdens volgens binnen vanaf
    """.split()),
    listed("elk | elke | alle | ieder | iedere"),
    listed("een | één | eerste | nieuw | nieuwe"),
    listed("de | onze | meerdere | enkele | meer"),
)  # fmt: skip
