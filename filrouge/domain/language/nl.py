"""Dutch words, as Belgian administrations write them."""

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
        aan aangezien achter al alle alleen allen als alsook andere ben bij binnen daar daarom dan dat de deze
        die dit doch doen door dus echter een eens eerder elk elke en er ervoor ge geen had hadden heb hebben
        heeft hem hen het hier hij hoe hun ie iets ik in indien is ja je kan kon kunnen kunt maar me meer men
        met mij mijn moet moeten mogelijk na naar niet niets nog nu of om omdat ons onze onder ook op over per
        reeds sinds te tegen ten ter terwijl toch toen tot tussen u uit uw van vanaf vanuit veel via volgens
        voor waar waarbij waarin waarop waarvan want waren was wat we wel welke werd werden wie wij wil wordt
        worden zal ze zelf zich zij zijn zo zoals zodat zonder zou zouden zowel zullen
    """)
)

NUMBERS = {
    **{w: n for n, w in enumerate(spaced("een twee drie vier vijf zes zeven acht negen tien elf twaalf"), 1)},
    "één": 1, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "achttien": 18, "twintig": 20, "dertig": 30,
    "veertig": 40, "vijftig": 50, "honderd": 100,
}  # fmt: skip

DATES = DateWords(
    months=tuple(
        listed(month)
        for month in (
            "januari | jan", "februari | feb", "maart | mrt", "april | apr", "mei", "juni | jun", "juli | jul",
            "augustus | aug", "september | sept | sep", "oktober | okt", "november | nov", "december | dec",
        )
    ),
    quarters=listed("kwartaal | trimester"),
    halves=listed("semester | jaarhelft | helft | halfjaar"),
    seasons=(listed("voorjaar | lente"), listed("zomer"), listed("najaar | herfst")),
    firsts={
        "start": listed("begin | het begin"),
        "middle": listed("midden | medio | half | halverwege | halfweg | het midden"),
        "end": listed("eind | einde | het einde | het eind"),
    },
    ordinals=(
        listed("eerste | 1e | 1ste | 1"), listed("tweede | 2e | 2de | 2"), listed("derde | 3e | 3de | 3"),
        listed("vierde | 4e | 4de | 4"),
    ),
    last=listed("laatste"),
    links=listed("van | van het jaar | in | van het | het jaar"),
)  # fmt: skip

DEADLINES = DeadlineWords(
    leads=listed("""
        tegen | tegen het | tegen de | tegen uiterlijk | uiterlijk | uiterlijk op | uiterlijk in | uiterlijk tegen
        uiterlijk voor | uiterlijk vóór | ten laatste | ten laatste op | ten laatste in | ten laatste tegen
        ten laatste voor | op zijn laatst | op zijn laatst in | uiterlijk bij | ten laatste bij | niet later dan
        vóór | vóór het | vóór de | tot uiterlijk | met als streefdatum | met als deadline | met als einddatum
        uiterlijk de | uiterlijk het | tegen ten laatste | in te dienen voor | af te ronden tegen | met als horizon
    """),
    before=listed("""
        voor | vóór | voor het | vóór het | voor de | vóór de | uiterlijk voor | uiterlijk vóór | ten laatste voor
    """),
    starts=listed("""
        vanaf | vanaf het | vanaf de | met ingang van | ingaand op | met start in | met start op | start | start in
        start op | startdatum | begin | te beginnen in | te starten in | te rekenen vanaf | sinds | sedert
        lopend sinds | van | gestart in | gestart op
    """),
    weak=listed("""
        in | in de loop van | in de loop van het jaar | tijdens | gedurende | in het jaar | in het | op | per
        in de | gedurende het jaar | voor | voor het | voor de | tot | tot en met | tot aan
    """),
    after=listed("ten laatste | uiterlijk | op zijn laatst"),
    spans=listed("""
        binnen | binnen de | binnen een termijn van | binnen een termijn van maximaal
        binnen een termijn van maximum | binnen het | binnen een tijdspanne van | binnen een periode van
        uiterlijk binnen | uiterlijk binnen de | ten laatste binnen | binnen maximaal | binnen maximum
    """),
    units=listed("uur | dagen | dag | werkdagen | kalenderdagen | weken | week | maanden | maand | jaar | jaren"),
    ends=listed("""
        het einde van de legislatuur | einde van de legislatuur | einde legislatuur | het einde van de regeerperiode
        het einde van het jaar | einde van het jaar | het jaareinde | jaareinde | eind dit jaar | eind volgend jaar
        volgend jaar | het einde van het kwartaal | de volgende legislatuur | het einde van het semester
        de zomer | het einde van het lopende jaar
    """),
    own_ends=listed("""
        het einde van het plan | einde van het plan | het einde van dit plan | het einde van de planperiode
        einde planperiode | het einde van de periode | het einde van de looptijd | het einde van de cyclus
        het einde van de beleidsperiode | het einde van de beleidscyclus | het einde van het mandaat
        einde van het mandaat | einde mandaat | het einde van mijn mandaat | het einde van zijn mandaat
        het einde van haar mandaat | eind mandaat | de einddatum van het mandaat | het einde van de mandaattermijn
    """),
    middles=listed("""
        halverwege het mandaat | halfweg het mandaat | het midden van het mandaat | midden mandaat | mandaat halverwege
        halverwege de looptijd | halverwege de planperiode | halverwege het plan | halverwege mijn mandaat
        halfweg mijn mandaat | halverwege de mandaattermijn | halfweg de planperiode
    """),
    feasts=listed("""
        pasen | pinksteren | kerstmis | kerst | allerheiligen | nieuwjaar | de zomervakantie | de paasvakantie
        de kerstvakantie | het zomerreces | het bouwverlof | het schooljaar | het begin van het schooljaar
    """),
    moments=listed("binnen het jaar | binnen de maand | binnen de week"),
    periodic=listed("""
        jaarlijks | ieder jaar | elk jaar | elke maand | maandelijks | iedere maand | wekelijks | elke week
        driemaandelijks | per kwartaal | elk kwartaal | halfjaarlijks | zesmaandelijks | om de zes maanden
        om de twee jaar | tweejaarlijks | om de drie maanden | een keer per jaar | één keer per jaar
        eenmaal per jaar | éénmaal per jaar | tweemaal per jaar | twee keer per jaar | driemaal per jaar
        minstens eenmaal per jaar | dagelijks | op jaarbasis | vier keer per jaar
    """),
    notices=listed("""
        deadline | streefdatum | timing | termijn | einddatum | uiterste datum | planning | tegen wanneer | wanneer
    """),
    past=listed("""
        werd | werden | was | waren | heeft | hebben | had | hadden | is gestegen | is gedaald | sinds | telde
        telden
    """),
    past_form=r"(?<![^\W_])ge[^\W\d_]+(?:d|t|en)\s+in\s+\d{4}",
    future_form=r"(?!)",
    stated=listed("""
        is | zijn | bedraagt | bedragen | telt | tellen | vertegenwoordigt | bestaat | bestaan | houdt rekening
        houden rekening
    """),
    accented=listed("vóór | vóór het | vóór de"),
    cited=listed("""
        wet van | wet | decreet van | koninklijk besluit van | ministerieel besluit van | besluit van | omzendbrief
        richtlijn | toestand op | situatie op | situatie | versie | uitgave | b.s. | belgisch staatsblad van
        cijfers van | begroting | plan | nvp | zvp | kadernota | beleidsnota | visie | agenda | akkoord van
        programmering | cyclus | statistieken | gegevens | rapport | jaarverslag | jaar | editie
    """),
)

FACTS = FactWords(
    adopted=listed("""
        goedgekeurd | gevalideerd | aangenomen | vastgesteld | bekrachtigd | vastgelegd | ondertekend | gestemd
        goedkeuring | validering | validatie | goedkeurt | keurde | keurt | bepaald door
    """),
    bodies=listed("""
        politieraad | gemeenteraad | provincieraad | zonale veiligheidsraad | zoneraad | nationale veiligheidsraad
        ministerraad | politiecollege | college van burgemeester en schepenen | schepencollege | zonecollege
        college van procureurs-generaal | burgemeester-schepenen | directiecomité | stuurgroep | coördinatiecomité
        beheerscomité | raad van bestuur | vast bureau | minister van binnenlandse zaken en justitie
        minister van binnenlandse zaken | minister van justitie | minister
        ministers van binnenlandse zaken en justitie | federale regering | regering
        kamer van volksvertegenwoordigers | commissaris-generaal | burgemeester | gouverneur | algemene vergadering
        koning | staatssecretaris | vaste commissie van de lokale politie | raad voor maatschappelijk welzijn
        parlement
    """),
    sessions=listed("""
        zitting | vergadering | bijeenkomst | openbare | gewone | buitengewone | eenparig | eenparigheid | unaniem
        unanimiteit | stemmen | datum | geheime | gemeenschappelijke
    """),
    spell=listed("""
        periode | voor de periode | voor de jaren | jaren | looptijd | loopt van | geldt voor | geldig van
        bestrijkt | beslaat | cyclus | heeft betrekking op | in de periode | van | voor | beleidsperiode
        planperiode | tussen | mandaat | mandaatperiode | ambtstermijn
    """),
    plans={
        "letter": listed("opdrachtbrief | opdrachtsbrief | opdrachtbrieven"),
        "zonal": listed("zonaal veiligheidsplan | zonale veiligheidsplannen | zvp"),
        "national": listed("nationaal veiligheidsplan | nvp"),
        "strategic": listed("""
            strategisch plan | managementplan | beheersplan | bestuursovereenkomst | strategisch meerjarenplan
        """),
        "operational": listed("operationeel plan | actieplan | jaarplan | jaaractieplan"),
        "integrity": listed("integriteitsbeleid | integriteitsplan"),
        "policy": listed("meerjarenplan | beleidsplan | kadernota | beleidsnota | regeerakkoord | veiligheidsplan"),
    },
    tails=listed("betreffende | houdende | tot | inzake | over | waarbij | op | ter | met betrekking tot"),
    drafts=listed("zal | zullen | voorgelegd | moet | dient te | ontwerp | ontwerp van | onder voorbehoud"),
    itself=listed("""
        dit | deze | onderhavig | onderhavige | het plan | de brief | voorliggend | voorliggende | het document
        het werd | ze werd | zij werd | hij werd | het is | ze is | hij is | de opdrachtbrief | van het plan
    """),
    other_plans=listed("""
        vorig* | voorgaand* | eerder* | volgend* | toekomstig* | nieuw* | laatste | vervangt | vervangen | opvolg*
        verleng* | programmering | regering* | fonds* | europes*
    """),
    terms=listed("""
        mandaat | mandaten | opdrachtbrief | duur | aanwijzing | aangewezen | aangesteld | hernieuwbaar | looptijd
        mandaattermijn | ambtstermijn
    """),
    years=listed("jaar | jaren"),
    starts=listed("""
        vanaf | met ingang van | gaat in op | ging in op | ingaand op | vangt aan op | aanvangend op | begint op
        begon op | start op | startdatum | begindatum | treedt in werking op | indiensttreding op | indiensttreding
        in dienst getreden op | eedaflegging op | eedaflegging | legde de eed af op | aangesteld op
        aangesteld vanaf | aangewezen op | aangewezen vanaf | aanvang van het mandaat | begin van het mandaat
        datum van aanvang | te rekenen vanaf
    """),
    acts=listed("""
        wet | programmawet | bijzondere wet | gecoördineerde wetten | koninklijk besluit | ministerieel besluit
        koninklijke besluiten | omzendbrief | ministeriële omzendbrief | decreet | ordonnantie | richtlijn
        verordening | k.b. | kb | m.b. | mb | samenwerkingsakkoord | gezamenlijke omzendbrief | rondzendbrief
        besluit van de vlaamse regering
    """),
    of=listed("van | d.d. | dd."),
    article_words=listed("artikel | artikelen | art"),
    codes=listed("""
        rppol | exodus | wgp | wpa | nieuwe gemeentewet | ngw | grondwet | strafwetboek | wetboek van strafvordering
        avg | deontologische code | burgerlijk wetboek | wet op het politieambt | gerechtelijk wetboek
        decreet lokaal bestuur | wet op de geïntegreerde politie | uitvoeringsbesluit
    """),
    entities=listed("""
        politiezone | pz | lokale politie | federale overheidsdienst | fod | pod | algemene directie
        algemene inspectie | commissariaat-generaal | hulpverleningszone
    """),
)

FIGURES = FigureWords(
    bounds=listed("""
        minstens | tenminste | ten minste | minimum | minimaal | maximum | maximaal | hoogstens | ten hoogste
        niet meer dan | niet minder dan | niet onder | op zijn minst | max. | min. | max | een minimum van
        een maximum van
    """),
    ages=listed("""
        kind van | kinderen van | baby van | baby's van | jongere van | jongeren van | minderjarige van
        minderjarigen van | meisje van | meisjes van | jongen van | jongens van | peuter van | kleuter van | man van
        vrouw van | mannen van | vrouwen van | persoon van | personen van | inwoners van | leeftijd van | oud
        leerlingen van | bejaarden van | puppy van | hond van | ouder dan | jonger dan
    """),
    aged=listed("oud | oude | ouder | jong | of ouder | en ouder | of jonger | en jonger"),
    the=listed("de | deze | die | onze | beide"),
    counted=listed("""
        patrouille* | agent* | inspecteur* | politieambtena* | politiemensen | voertuig* | controle* | operatie*
        opleiding* | vergadering* | project* | person* | medewerker* | leden | lid | dag | dagen | uur | uren
        maand* | week | weken | camera* | campagne* | wijk* | oefening* | sessie* | audit* | rapport* | verslag*
        team* | post* | betrekking* | aanwerving* | klacht* | dossier* | feit* | actie* | indicator* | onderzoek*
        bezoek* | interventie* | ongeval* | slachtoffer* | school | scholen | gemeente | gemeenten | woning*
        gebouw* | jaar | jaren | keer | maal | eenhe* | partner* | stage* | fiets* | personeelsleden
    """),
    units=listed("""
        vte | fte | voltijdse equivalenten | voltijds equivalent | eur | euro | keur | k€ | m€ | € | % | procent
        promille | km | m² | m2 | kwh | uur | uren | dagen | dag | minuten | minuut | maanden | maand | jaar | jaren
        weken | punten | ton | co2 | liter | procentpunt | procentpunten | werkdagen
    """),
    scales={"duizend": 3, "miljoen": 6, "miljard": 9, "mio": 6},
    measures=listed("""
        aantal | het aantal | percentage | het percentage | aandeel | het aandeel | ophelderingsgraad | graad van
        gemiddelde duur | gemiddelde doorlooptijd | doorlooptijd | responstijd | aanrijtijd | aanrijtijden
        tevredenheidsgraad | score | index | verhouding | bezettingsgraad | verzuimpercentage | dekkingsgraad
        ratio | volume | bedrag | gemiddelde kost | absenteïsmegraad | ziekteverzuim | gemiddelde aanrijtijd
        gemiddeld aantal | gemiddelde wachttijd | gemiddelde behandeltijd
    """),
    ranges=listed("tot | en | à | - | tot en met"),
    numbered=listed("""
        artikel | artikelen | art | pagina | blz | p | nr | nummer | nummers | hoofdstuk | afdeling | punt | bijlage
        tabel | figuur | noot | tel | telefoon | fax | gsm | op het nummer | col | gpi | plp | zpz | cp | lid | deel
        as | doelstelling | prioriteit | thema | fase | stap | verdieping | versie | fiche | sd | od | postcode
        straat | laan | § | paragraaf | actie | steenweg | niveau | pijler | cluster | vraag | pz | dossier
    """),
    measured=listed("""
        geregistreerd* | vastgesteld* | geteld* | gemeten | uitgevoerd* | opgesteld* | telde | telden | behandeld*
        opgehelderd* | bedroeg | bedroegen
    """),
    unmeasured=listed("een | groot | klein | beperkt | zeker | dit | dat | enkele"),
    labels=listed("""
        indicator | indicatoren | kpi | kpi's | resultaatsindicator | prestatie-indicator | prestatie-indicatoren
        meetindicator | nulmeting
    """),
    stops=listed("""
        die | dat | wat | om | zal | zullen | is | zijn | wordt | worden | werd | werden | heeft | moet | moeten
        tegen | waarvan | door | ten opzichte | zodat | wanneer | terugbrengen | verminderen | verlagen | verhogen
        doen | uitbreiden | halveren | beperken | terugdringen | laten | meten | opvolgen | tegenover | met
    """),
    joins=listed("""
        bedraagt | bedroeg | is | was | tot | : | = | beloopt | ligt op | lag op | steeg tot | daalde tot
    """),
)

LEXICON = Lexicon(
    language="nl",
    stop_words=STOP_WORDS,
    numbers=NUMBERS,
    swot={
        "strength": listed("sterktes | sterkte | sterke punten | sterk punt | troeven | sterkten"),
        "weakness": listed("""
            zwaktes | zwakte | zwakke punten | zwak punt | zwakheden | zwakten | verbeterpunten | werkpunten
        """),
        "opportunity": listed("opportuniteiten | opportuniteit | kansen | kans | mogelijkheden"),
        "threat": listed("bedreigingen | bedreiging | dreigingen"),
    },
    possessives=listed("onze | ons | de | het | belangrijkste | interne | externe | uw | hun | haar"),
    are=listed("zijn | zijn de volgende | is | geïdentificeerde | volgende"),
    lead_in_verbs=listed("""
        zijn | omvat | omvatten | bestaat uit | bestaan uit | beoogt | beogen | streeft naar | streven naar
        strekt ertoe | behelst | voorziet | voorzien | betreft | betreffen | steunt op | steunen op
        verbindt zich ertoe | wil | willen | houdt in | zorgt voor
    """),
    lead_in_endings=listed("""
        volgende | de volgende | als volgt | namelijk | te weten | met name | onder meer | onder andere | zoals
        bijvoorbeeld | hieronder | hierna | waaronder | met het oog op | om | dat wil zeggen | daartoe
        het volgende | hierbij
    """),
    abbreviations=listed("""
        art | artt | blz | p | bv | bijv | enz | nr | nrs | dhr | mevr | mr | dr | prof | ca | m.b.t | i.v.m | o.a
        o.m | d.w.z | t.a.v | i.h.k.v | m.a.w | n.a.v | t.e.m | t.o.v | max | min | resp | cf | vgl | st | tel | afd
        hfst | fig | tab | insp | comm | k.b | m.b | b.s | i.p.v | a.h.v | z.s.m | incl | excl | vb
    """),
    headings={
        "chapter": listed("hoofdstuk"),
        "part": listed("deel | luik"),
        "title": listed("titel"),
        "section": listed("afdeling | punt | sectie | paragraaf | rubriek"),
        "annex": listed("bijlage | bijlagen"),
        "table": listed("tabel"),
        "figure": listed("figuur | schema | grafiek | illustratie | kaart"),
        "theme": listed("thema | as | fenomeen | domein | prioriteit | cluster | werf"),
    },
    everyone=listed("""
        allen | iedereen | alle | alle diensten | alle directies | alle medewerkers | alle personeelsleden
        het voltallige personeel | het geheel van de diensten | het hele korps
    """),
    vague_deadlines=listed("""
        op termijn | op langere termijn | op lange termijn | op middellange termijn | op korte termijn
        op middellange en lange termijn | op korte en middellange termijn | geleidelijk | geleidelijk aan
        gaandeweg | stapsgewijs | stap voor stap | gefaseerd | in de toekomst | in de nabije toekomst
        in de komende jaren | de komende jaren | de volgende jaren | in de loop der jaren | zo snel mogelijk
        zo spoedig mogelijk | zo vlug mogelijk | zodra mogelijk | binnenkort | te gelegener tijd | te zijner tijd
        in een later stadium | later | mettertijd | eerstdaags | in de komende maanden | de komende maanden
        indien mogelijk | waar mogelijk | op termijn van enkele jaren | vroeg of laat | continu | doorlopend
        voortdurend | binnen afzienbare tijd
    """),
    later=listed("""
        wordt later toegevoegd | worden later toegevoegd | zal later worden toegevoegd
        zullen later worden toegevoegd | wordt later aangevuld | worden later aangevuld | zal later worden aangevuld
        wordt nog aangevuld | worden nog aangevuld | wordt nog toegevoegd | worden nog toegevoegd
        wordt later ingevoegd | worden later ingevoegd | nog aan te vullen | nog in te vullen | nog te bepalen
        nog toe te voegen | later te bepalen | nog uit te werken | aan te vullen | volgt later | volgt nog
        wordt later meegedeeld | wordt later uitgewerkt | worden later uitgewerkt | zal later worden ingevoegd
        wordt op een later tijdstip toegevoegd | wordt later bezorgd | in opmaak | wordt later opgenomen
        zal later worden meegedeeld | zal later toegevoegd worden | zal later ingevoegd worden
    """),
    means=listed("""
        middelen | budget | budgetten | kredieten | begroting | personeelsformatie | personeelsbestand | capaciteit
        dotatie | dotaties | financiering | materieel | infrastructuur | vte | financiële middelen
        personele middelen | materiële middelen | beschikbare middelen | wagenpark
        ter beschikking gestelde middelen | organiek kader | effectieven
    """),
    integrity=listed("""
        integriteit | integriteitsbeleid | integer | integere | deontologie | deontologische code | ethiek
        ethische code | gedragscode | belangenconflict | belangenconflicten | klokkenluider | klokkenluiders
    """),
    obligations=listed("""
        moet | moeten | zal | zullen | dient | dienen | verbindt zich | verbinden ons | willen | wensen
        zorgen voor | wordt | worden | streven | engageren | engageert | verplicht | ziet toe | zien toe
    """),
    dates=DATES,
    deadlines=DEADLINES,
    facts=FACTS,
    figures=FIGURES,
)  # fmt: skip
