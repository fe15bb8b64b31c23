"""Dutch words that rules look for, as Belgian administrations write them."""

from __future__ import annotations

from filrouge.domain.coherence.words import RuleWords
from filrouge.domain.language.lexicon import listed

WORDS = RuleWords(
    total=listed("totaal* | totalen | totale | subtotaal* | sub-totaal* | som | algemeen totaal | eindtotaal"),
    of_which=listed("waarvan | met inbegrip van | inclusief"),
    rate=listed("""
        percentage | graad | ratio | gemiddeld* | gemiddelde | procent | index | evolutie | verschil | prijs
        aandeel
    """),
    money=listed("euro | eur | keur | meur"),
    people=listed("""
        vte | voltijdse equivalenten | voltijds equivalenten | voltijdequivalenten | fte | medewerkers
        personeelsleden | personen | ambtenaren | betrekkingen
    """),
    percent=listed("procent | ten honderd"),
    of=listed("van | van de | van het | der | des | uit | bij"),
    about=listed("""
        ongeveer | circa | ca | zowat | bijna | meer dan | minder dan | nagenoeg | ruim | minstens | om en bij
    """),
    total_budget=listed("""
        totale budget | totaalbudget | totaal budget | totale begroting | globale budget | globale begroting
        gehele budget | gehele begroting | totaal van de begroting | totaal van het budget | totaal van de kredieten
        algemene begroting | totale kredieten
    """),
    budget=listed("""
        begroting* | budget* | krediet* | dotatie* | toelage* | subsidie* | uitgave* | ontvangst* | fonds*
        enveloppe*
    """),
    such_as=listed("zoals | namelijk | met name | onder meer | onder andere | waaronder | bijvoorbeeld | te weten"),
    analysis=listed("""
        analyse* | swot* | swot-analyse | sterkte-zwakteanalyse | omgevingsanalyse | scanning | bevraging | enquête
        onderzoek | nulmeting | monitor | diagnose | studie
    """),
    made=listed("""
        uitgevoerd | opgesteld | opgemaakt | gemaakt | dateert van | dateert uit | dateren van | dateren uit
        afgenomen | geactualiseerd | gehouden | bijgewerkt | verricht | gebeurde | afgerond
    """),
    decided=listed("vastgesteld | stelde vast | beslist | bepaald | goedgekeurd | akkoord"),
    copy=listed("""
        kopie* | afschrift* | overgemaakt | overgezonden | bezorgd | meegedeeld | verzonden | toegezonden | gestuurd
        toegestuurd
    """),
    inspector=listed("inspecteur-generaal | inspecteur generaal | algemene inspectie | aig | inspectrice-generaal"),
    law=listed("""
        wet van | koninklijk besluit | ministerieel besluit | kb van | exoduswet | exodus | rppol | artikel 72
        art. 72 | wgp | wpa | wet op de geïntegreerde politie | wet op het politieambt | nieuwe gemeentewet
    """),
    zone=listed("politiezone | politiezones | korpschef | lokale politie"),
    national_plan=listed("""
        nationaal veiligheidsplan | nationale veiligheidsplan | nationale veiligheidsplannen | nvp
        nationaal en zonaal veiligheidsplan
    """),
    zonal_plan=listed("""
        zonaal veiligheidsplan | zonale veiligheidsplan | zonale veiligheidsplannen | zvp
        nationaal en zonaal veiligheidsplan | lokaal veiligheidsplan | zonale plan
    """),
    integrity=listed("integriteit | integriteits* | integer | integere"),
    other_integrity=listed("""
        fysieke integriteit | lichamelijke integriteit | persoonlijke integriteit | seksuele integriteit
        psychische integriteit | integriteit van de persoon | integriteit van personen | integriteit van de gegevens
        integriteit van gegevens | territoriale integriteit | gegevensintegriteit | integriteit van de systemen
        aantasting van de integriteit
    """),
    integrity_policy=listed("""
        integriteitsbeleid | integriteitsplan | integriteitsmanagement | beleid inzake integriteit
        integriteitszorg | integriteitscharter
    """),
    means_units=listed("""
        vte | voltijdse equivalenten | voltijds equivalenten | fte | personeelsleden | medewerkers
        operationele leden | kaderleden | agenten | inspecteurs | politiemensen | betrekkingen | euro | eur | keur
        miljoen | voertuigen | ambtenaren
    """),
    means_headings=listed("""
        middelen | budget | begroting | financiering | financiën | financieel kader | personeelskader
        personeelsformatie | formatie | personeelsbezetting | enveloppe
    """),
    guidance=listed("""
        beschrijf | omschrijf | geef | vermeld | licht toe | licht | formuleer | bepaal | preciseer | verduidelijk
        noem | vul | voeg | som | benoem | duid | gelieve | leg uit | leg | identificeer | definieer
        gebruik deze rubriek | in deze rubriek | onder deze titel | de mandaathouder kan | stel voor | vat samen
        herneem
    """),
    example=listed("""
        bijvoorbeeld | bv | voorbeeld | voorbeelden | niet-limitatieve lijst | niet-exhaustieve lijst
        ter illustratie
    """),
    fill_in=listed("""
        in te vullen | aan te vullen | nog in te vullen | nog aan te vullen | nog te bepalen | te bepalen
        te preciseren | te bevestigen | in te voegen | invoegen | invullen | aanvullen | nog te schrijven
        naam invullen | datum invullen | uw tekst | nader te bepalen | nog te verduidelijken | mee te delen
    """),
    annex=listed("bijlage | bijlagen | bijlages"),
    section=listed("hoofdstuk | deel | punt | afdeling | sectie | titel | rubriek"),
    table=listed("tabel | tab | tab. | figuur"),
    refers=listed("""
        zie | cf | cf. | verwij* | verwez* | opgenomen | raadpleeg* | staat | staan | terug te vinden | gevoegd
        bijgevoegd* | beschreven | vermeld* | toegelicht | uiteengezet | weergegeven | bevindt | hierboven
        hieronder | hierna | zoals aangegeven | infra | supra
    """),
    acts=listed("""
        wet | wetten | besluit | besluiten | verordening | richtlijn | omzendbrief | rondzendbrief | decreet
        ordonnantie | akkoord | overeenkomst | wetboek | verdrag | protocol | grondwet | koninklijk besluit
        handleiding | kadernota | verslag | rapport
    """),
    addendum=listed("addendum | addenda | bijvoegsel | aanvulling"),
    added=listed("""
        ingevoegd | toegevoegd | aangevuld | bijgevoegd | opgenomen | gevoegd | verduidelijkt | uitgewerkt
        gepreciseerd | meegedeeld
    """),
    later=listed("""
        later | nadien | achteraf | binnenkort | in een latere fase | op een later tijdstip | in een addendum
        via een addendum | te gepasten tijde
    """),
    will=listed("zal | zullen | wordt | worden | moet nog | moeten nog | dient nog | dienen nog"),
    contents=listed("inhoudsopgave | inhoudstafel | inhoud | overzicht"),
    list_of_annexes=listed("""
        lijst van de bijlagen | lijst van bijlagen | overzicht van de bijlagen | overzicht bijlagen | bijlagen
    """),
    titles=listed("""
        mevrouw | mevr | de heer | dhr | heer | meester | dokter | dr | professor | prof | kolonel | commissaris
        hoofdcommissaris | eerste hoofdcommissaris
    """),
    alias=listed("""
        hierna | hierna genoemd | hierna : | afgekort | kortweg | verder | ook genoemd | ook | ofwel | of | genaamd
        beter bekend als
    """),
    priority=listed("prioriteit | prioriteiten"),
    objective=listed("doelstelling | doelstellingen | doel | doelen | objectieven"),
    broken_down=listed("""
        vertaald | uitgewerkt | opgesplitst | onderverdeeld | uitgesplitst | verfijnd | geconcretiseerd | omgezet
        vertaald in | verdeeld
    """),
    unit=listed("""
        directie | algemene directie | dienst | diensten | cel | departement | afdeling | eenheid | secretariaat
        bureau | kabinet | centrum | stafdirectie | stafdienst | centrale | directoraat | directoraat-generaal
    """),
    frequency=listed("""
        maandelijks* | driemaandelijks* | jaarlijks* | wekelijks* | halfjaarlijks* | dagelijks* | elk | elke | ieder
        iedere | per | permanent* | doorlopend | continu | regelmatig* | geregeld | onmiddellijk | voortdurend
        lente | voorjaar | zomer | herfst | najaar | winter | kwartaal | semester
    """),
    reports=listed("rapporteer* | rapportering | rapportage | brengt verslag | evalueer* | geëvalueerd | evaluatie*"),
    relative=listed("""
        na | voor | vóór | bij | vanaf | naar aanleiding van | na afloop | zodra | binnen | op het moment van
    """),
    adoption=listed("""
        ondertekening | goedkeuring | aanneming | validatie | inwerkingtreding | bekrachtiging | ondertekend
        goedgekeurd
    """),
    operational_plan=listed("operationeel plan | operationele plan | operationele plannen"),
    runs=listed("eindigt | loopt | loopt af | bestrijkt | heeft betrekking op de periode | duurt | verstrijkt"),
    begins=listed("treedt in werking | begint | vangt aan | gaat in | start"),
    plan=listed("""
        plan | veiligheidsplan | veiligheidsplannen | beleidsplan | programma | opdrachtbrief | bestuursovereenkomst
        actieplan | strategisch plan
    """),
    plan_codes=("PNS", "PZS", "NVP", "ZVP"),
)  # fmt: skip
