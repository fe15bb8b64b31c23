"""Dutch words by which a sentence binds."""

from __future__ import annotations

from filrouge.domain.reading.prose.cues import ProseWords, table

WORDS = ProseWords(
    cues=table("""
        binds 0.95: verbinden ons | verbinden wij ons | verbinden we ons | verbind mij | verbind me | verbindt zich
            | engageren ons | engageren we ons | engageren wij ons | engageert zich | engageer mij | engageer me
            | gaan het engagement aan | gaat het engagement aan | nemen het engagement | zich ertoe verbinden
            » De zone verbindt zich ertoe elke klager terug te bellen
        binds 0.9: we willen | wij willen | willen we | willen wij | ik wil | wil ik | we zullen | wij zullen
            | zullen we
            | zullen wij | ik zal | zal ik | we gaan | wij gaan | gaan we | gaan wij | we streven | wij streven
            | streven we | streven wij | streef ik | we zetten in | zetten we in | wij zetten in | we kiezen voor
            | we mikken op | we beogen | beogen we | we wensen | wensen we | wij wensen | we nemen ons voor
            | nemen we ons voor | we plannen | we voorzien | voorzien we | we maken werk | maken we werk
            | wij maken werk | leggen we de nadruk | we leggen de nadruk | we blijven | blijven we | blijven wij
            | we zorgen | zorgen we | wij zorgen | zorgen wij | we waken erover | waken we erover | waken we over
            | we bouwen | we werken | we versterken | we breiden | we investeren | we organiseren | we starten
            | we verhogen | we verminderen | we richten | we stellen | we ontwikkelen | we verbeteren | we brengen
            » We willen het onthaal 's avonds opnieuw openen
        binds 0.85: de zone wil | de politiezone wil | het korps wil | het college wil | de stad wil | de gemeente wil
            | het bestuur wil | de dienst wil | de directie wil | de politie wil | de zone zal | de politiezone zal
            | het korps zal | het college zal | de stad zal | de gemeente zal | het bestuur zal | de zone zet in
            | de zone streeft | de politiezone streeft | het korps streeft | het college streeft | de stad streeft
            | het bestuur streeft | de meerderheid wil | de zone investeert | het korps investeert
            » Het college wil het aantal gemeenschapswachten verdubbelen
        aims 0.85: ons doel is | onze ambitie is | onze bedoeling is | onze doelstelling is | ons streefdoel is
            | mijn doel is | mijn ambitie is | het is onze bedoeling | het is onze ambitie | is het onze bedoeling
            | is het onze ambitie | is het ons doel | onze prioriteit is | stellen we ons tot doel
            | stelt zich tot doel
            | stellen ons tot doel | hebben als doel
            » Ons doel is binnen tien dagen te antwoorden
        aims 0.75: het doel is | de doelstelling is | de bedoeling is | is de bedoeling | heeft tot doel
            | hebben tot doel
            | heeft als doel | met als doel | de ambitie is | het streefdoel is | is het doel | doel : | beoogt
            | beogen
            | er wordt gestreefd | wordt gestreefd naar | is erop gericht | zijn erop gericht
            » Het doel is de doorlooptijd tot acht dagen te beperken
        must 0.75: we moeten | wij moeten | moeten we | moeten wij | moet ik | ik moet | dienen we | dienen wij
            | we dienen te | wij dienen te | het komt ons toe
            » We moeten het onthaal vereenvoudigen
        must 0.7: moet | moeten | dient | dienen te | is nodig | is noodzakelijk | is het nodig | is het noodzakelijk
            | is aangewezen | is het aangewezen | behoort te | behoren te
            » De informatiestroom moet beter
        will 0.7: zal | zullen | vindt plaats | vinden plaats | is gepland | zijn gepland | staat gepland
            | staan gepland
            | is voorzien | zijn voorzien | komt er | komen er | gaat van start | gaan van start
            » Aan het station zal een tweede kantoor openen
        will 0.45: wordt | worden
            » De aanwezigheid in de wijken wordt versterkt
        matters 0.6: het is belangrijk | is het belangrijk | het is essentieel | is het essentieel | is van belang
            | is cruciaal | is van groot belang | is essentieel | vinden we belangrijk | hechten belang | hecht belang
            » Het is belangrijk dat iedereen gehoord wordt
        believes 0.6: wij geloven | we geloven | geloven we | geloven wij | onze waarden | we hechten | wij hechten
            | hechten we | met respect voor | staan voor | we staan voor | wij staan voor | we respecteren
            | we behandelen
            | wij respecteren | we zijn ervan overtuigd | ik geloof | ik ben ervan overtuigd | staat centraal
            | staan centraal | we dragen | we gaan uit van
            » Wij geloven in een politie dicht bij de mensen
        believes 0.65: dulden wij | dulden we | wij dulden | we dulden | laten geen collega | laten niemand
            | laten geen enkel | wij weigeren | we weigeren | wij zijn eerlijk | we zijn eerlijk
            | is bij ons geen | komen afspraken na | komen gemaakte afspraken na | liegen niet | verkiezen wij
            | wij verkiezen | we verkiezen
            » Wij dulden geen pesterijen
        binds 0.85: beslist om | beslist dat | beslissen om | besluit om | besluit dat | besluiten om
            | heeft beslist dat | er wordt beslist | spreken af dat | spreken af om | wordt belast met
            | worden belast met | neemt op zich | nemen op zich | neemt zich voor | nemen zich voor
            | maakt werk van | maken werk van | start met | starten met | investeert in | investeren in
            | zet in op | zetten in op
            » De raad beslist dat de zone een analist aanwerft
        believes 0.55: elke medewerker | elk personeelslid | ieder personeelslid | iedereen die | iedereen
            | ieder van ons | niemand | alle personeelsleden | alle medewerkers | wie bij ons werkt
            | een politiemens | onze medewerkers zijn
            » Elk personeelslid meldt de geschenken die het krijgt
        defines 0.6: wordt verstaan onder | verstaan we onder | verstaan wij onder | wordt verstaan
            | wordt gedefinieerd
            | betekent dat | betekent | per definitie | in de zin van | houdt in | onder begrip
            » Onder buurtwerking verstaan wij onder meer het huisbezoek
        refuses 0.9: wordt gevraagd | worden gevraagd | wordt verzocht | worden verzocht | wij vragen
            | we vragen | vragen wij
            | verzoeken | niet weerhouden | niet als prioriteit | geen prioriteit | niet als prioritair
            | is niet voorzien
            | zijn niet voorzien | niet gepland | maakt geen deel uit | maken geen deel uit | verbindt zich niet
            | verbinden ons niet | niet langer | valt buiten | vallen buiten | we kunnen niet | wij kunnen niet
            | kunnen we niet | kunnen wij niet | zal niet | zullen niet | we zullen niet | wordt niet | worden niet
            | geen verbintenis | geen engagement | zien af van | ziet af van | ligt niet in | niet onder onze
            | niet behouden | komt er niet | niet opgenomen
            » Winkeldiefstal werd niet weerhouden als prioriteit
        supposes 0.55: zou | zouden | indien | als de middelen | als het budget | onder voorbehoud | op voorwaarde
            | eventueel | mits | tenzij | als de capaciteit | voor zover | in het geval | in voorkomend geval
            | wordt onderzocht of | mogelijk | zou kunnen
            » Er zou een hondenbrigade kunnen komen
        charges 0.75: de wet legt | de wet bepaalt | de wet verplicht | de wet schrijft | volgens de wet | krachtens
            | overeenkomstig artikel | artikel* | is verplicht | zijn verplicht | wettelijk | het koninklijk besluit
            | de omzendbrief | de wetgever | de wetgeving | op grond van
            » De wet legt het college op het dossier over te maken
        others 0.5: de burger moet | burgers moeten | elke burger | de eigenaar | de eigenaars | de bewoners moeten
            | de werkgever | elke werkgever | de bestuurder | de bestuurders | de gebruiker | de aanvrager
            | de organisator
            | de bezoeker | u moet | u kan | u kunt | uw | je moet | je kan | je kunt | de minister | de regering
            | de federale overheid | het parket moet | de procureur | de ouders moeten | de handelaars moeten
            | de provincie moet | vlaanderen moet
            » De eigenaar moet zijn haag snoeien
        cites 0.6: volgens de vakbond | volgens de bewoners | verklaarde | verklaart dat | stelt dat | vraagt dat
            | de oppositie vraagt | volgens de oppositie | eist | eisen | vindt dat | vinden dat | vroeg | vroegen
            | pleit voor | pleiten voor | benadrukt dat | vraagt zich af | vraagt om | aldus
            » Volgens de vakbond moeten er twee agenten bij
        presents 0.6: gelet op | overwegende | gezien de | gezien het
            | dit document | deze opdrachtbrief | dit plan | dit hoofdstuk | dit deel | dit verslag | deze nota
            | zie bijlage | zie hoofdstuk | inhoudstafel | inhoudsopgave | hieronder | hierna
            » Dit hoofdstuk beschrijft de zone
    """),
    future=r"(?!)",
    first=r"(?:het |de )?(?:verder )?(?:versterken|verbeteren|verminderen|verhogen|verlagen|ontwikkelen|opstellen"
    r"|opmaken"
    r"|organiseren|uitwerken|uitbouwen|invoeren|inrichten|oprichten|opvolgen|evalueren|verzekeren|waarborgen"
    r"|bevorderen"
    r"|stimuleren|aanwerven|aankopen|opleiden|sensibiliseren|vereenvoudigen|terugdringen|beperken|voorkomen"
    r"|bestrijden"
    r"|aanpakken|investeren|inzetten|opstarten|openen|sluiten|plaatsen|herzien|actualiseren|uitbreiden|realiseren"
    r"|moderniseren|digitaliseren|optimaliseren|ondersteunen|begeleiden|informeren|communiceren|controleren"
    r"|afsluiten)\b"
    r"|(?:de )?(?:versterking|verbetering|vermindering|verhoging|verlaging|ontwikkeling|opmaak|opstelling|organisatie"
    r"|uitwerking|uitbouw|invoering|inrichting|oprichting|opvolging|evaluatie|bevordering|aanwerving|aankoop"
    r"|opleiding"
    r"|sensibilisering|vereenvoudiging|terugdringing|bestrijding|aanpak|opstart|opening|plaatsing|herziening"
    r"|actualisering|uitbreiding|realisatie|modernisering|digitalisering|optimalisering|ondersteuning|begeleiding"
    r"|invoeren|preventie|controles)\s+(?:van|op|door|bij|voor|in|tegen)\b",
    last=r"(?<![^\W_])(?!(?:morgen|gisteren|heden|samen|binnen|buiten|tussen|boven|tegen|inwoners|burgers"
    r"|personen|feiten|zaken"
    r"|dossiers|wijken|straten|diensten|partners|gemeenten|scholen|jongeren|mensen|voertuigen|cijfers|middelen"
    r"|maanden|dagen"
    r"|weken|klachten|woningen|bewoners|slachtoffers|medewerkers|ploegen|controles|acties|uren|jaren|leden|ouders"
    r"|banken"
    r"|winkels|fietsen|wagens|auto's|woninginbraken|inbraken|diefstallen|meldingen|ongevallen|agenten|inspecteurs"
    r"|euro"
    r"|beloften|waarden|doelstellingen|maatregelen|afspraken|vragen|openingsuren|bijlagen|gegevens|rechten|plichten"
    r"|normen|regels|plannen)$)[a-z]{2,}(?:en|aan|oen|ien)$",
    denial=r"(?<![^\W_])(?:niet|geen|nooit|nergens)(?![^\W_])(?!\s+(?:alleen|enkel|slechts|later|meer dan"
    r"|minder dan))",
    condition=r"^\W*(?:indien|als|of|tip|let op|opgelet|wanneer het budget|mits|op voorwaarde|onder voorbehoud"
    r"|in geval van|bij gebrek|voor zover|mocht)"
    r"(?![^\W_])",
    says=r"(?<![^\W_])(?:zegt|zei|verklaar|stelt|stelde|vindt|vond|meent|eist|vraagt|vroeg|benadruk|herhaal|aldus"
    r"|volgens|schreef"
    r"|schrijft|noemt|betreur|roept|nodigt)[a-z]*",
    called={
        "commitment": r"(?:verbinden (?:wij |we )?ons|verbindt zich|engageren (?:wij |we )?ons|engageert zich"
        r"|onze engagementen"
        r"|onze verbintenissen|engagementen?\s*:?$|verbintenissen?\s*:?$|onze beloften|wij beloven|we beloven)",
        "value": r"(?:onze waarden|waarden\s*:?$|onze principes|gedragsregels|onze houding)",
        "objective": r"(?:^(?:de |onze |haar |zijn )?(?:doelstellingen?|doelen|doel|ambities?"
        r"|prioriteiten?)(?![^\W_]).{0,40}$"
        r"|volgende doelstellingen|doelstellingen?\s*:$|prioriteiten\s*:$)",
        "action": r"(?:^(?:de |onze |haar |zijn )?(?:acties?|maatregelen?|initiatieven?|stappen)(?![^\W_]).{0,40}$"
        r"|volgende (?:acties|maatregelen)|acties?\s*:$|maatregelen?\s*:$)",
    },
    told=r"(?<![^\W_])(?:hebben we|we hebben|hebben wij|werd|werden|resultaten|realisaties|gerealiseerd|balans"
    r"|vaststellingen"
    r"|sterktes?|zwaktes?|sterkten|zwakten|kansen|bedreigingen|aandachtspunten?)(?![^\W_])",
    henceforth=r"(?<![^\W_])(?:voortaan|vanaf nu|in de toekomst|van nu af)(?![^\W_])",
    past=r"(?<![^\W_])(?:[a-z]+eerden?|stelden?|voerden?|sloot|sloten|hield|hielden|kreeg|kregen|kwam|kwamen|ging"
    r"|gingen"
    r"|deed|deden|nam|namen|gaf|gaven|vond|vonden|bedroeg|bedroegen|telden?|daalden?|steeg|stegen|zakten?"
    r"|werkten?|liep|liepen"
    r"|bleef|bleven|bracht|brachten|was|waren|had|hadden|konden?|moesten?|wilden?|vroeg|vroegen|bereikten?"
    r"|haalden?)(?![^\W_])",
)  # fmt: skip
