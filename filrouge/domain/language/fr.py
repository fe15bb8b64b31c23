"""French words, as Belgian administrations write them."""

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
        a afin ai ainsi alors apres au aucun aucune aussi autant autre autres aux avant avec avoir ayant car ce
        ceci cela celle celles celui cependant certain certaine certaines certains ces cet cette ceux chaque
        chez ci comme comment dans de depuis des deux doit doivent donc dont du elle elles en encore entre es
        est et etaient etait etant ete etre eu eux fait faut fois font hors ici il ils je l la le les leur leurs
        lors lorsque lui ma mais me meme memes mes moins mon ne ni nos notamment notre nous on ont ou par parmi
        pas pendant peu peut peuvent plus plusieurs pour pourra pourront quand que quel quelle quelles quels qui
        quoi sa sans se selon sera seront ses si soit son sont sous sur ta te tel telle telles tels tous tout
        toute toutes tres un une vers via vos votre vous y
    """)
)

NUMBERS = {
    **{w: n for n, w in enumerate(spaced("un deux trois quatre cinq six sept huit neuf dix onze douze"), 1)},
    **{w: n for n, w in enumerate(spaced("treize quatorze quinze seize"), 13)}, "une": 1, "vingt": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "cent": 100,
}  # fmt: skip

DATES = DateWords(
    months=tuple(
        listed(month)
        for month in (
            "janvier | janv", "février | févr | fév", "mars", "avril | avr", "mai", "juin", "juillet | juil",
            "août", "septembre | sept", "octobre | oct", "novembre | nov", "décembre | déc",
        )
    ),
    quarters=listed("trimestre | trim"),
    halves=listed("semestre | sem"),
    seasons=(listed("printemps"), listed("été"), listed("automne")),
    firsts={
        "start": listed("début | le début | au début"),
        "middle": listed("mi | milieu | mi-année | la mi"),
        "end": listed("fin | la fin"),
    },
    ordinals=(
        listed("premier | première | 1er | 1ère | 1"),
        listed("deuxième | second | seconde | 2e | 2ème | 2nd | 2"),
        listed("troisième | 3e | 3ème | 3"),
        listed("quatrième | 4e | 4ème | 4"),
    ),
    last=listed("dernier | dernière"),
    links=listed("de | du | de l'année | de l'an | d' | de l' | l'année | de la"),
)  # fmt: skip

DEADLINES = DeadlineWords(
    leads=listed("""
        d'ici | d'ici à | d'ici au | d'ici le | d'ici la | d'ici l' | au plus tard | au plus tard le
        au plus tard en | au plus tard à | au plus tard pour | au plus tard pour le | au plus tard avant
        au plus tard avant le | au plus tard au | au plus tard pour la | au plus tard à la | au plus tard dans
        au plus tard lors | au plus tard courant | le plus tard | avant | avant le | avant la | avant l'
        à l'horizon | à l'horizon de | d'ici à l'horizon | à échéance | à échéance de | à échéance du
        pas plus tard que | pas plus tard que le | jusqu'au plus tard | à réaliser pour | à réaliser pour le
    """),
    before=listed("avant | avant le | avant la | avant l' | au plus tard avant | au plus tard avant le"),
    starts=listed("""
        à partir de | à partir du | à partir de la | à partir d' | à compter de | à compter du | dès | dès le | dès la
        dès l' | dès l'année | depuis | depuis le | au plus tôt | au plus tôt le | débutant le | débutant en | début le
        démarrage | démarrage en | démarrage le | lancement en | de | du | date de début | prenant cours le
    """),
    weak=listed("""
        en | en l'an | dans le courant de | dans le courant du | dans le courant de l'année | au cours de
        au cours du | au cours de l'année | courant | durant | durant le | durant l'année | pendant
        pendant l'année | au | à | à la | le | fin | pour le | pour la
        pour | jusque | jusqu'à | jusqu'au | jusqu'en
    """),
    after=listed("au plus tard | maximum | dernier délai"),
    spans=listed("""
        dans | dans les | dans un délai de | dans un délai maximum de | dans un délai maximal de | dans un délai d'
        dans le délai de | dans un délai | dans le | endéans | endéans les | endéans le | sous | sous les
        au plus tard dans les | au plus tard | dans un délai maximum d' | dans un délai ne dépassant pas
        dans un terme de | dans un délai n'excédant pas
    """),
    units=listed("""
        heures | heure | jours | jour | jours ouvrables | jours calendrier | semaines | semaine | mois | ans | an
        années | année
    """),
    ends=listed("""
        la fin de la législature | la fin de cette législature | la fin de la présente législature
        la fin de législature | fin de législature
        la fin de l'année | fin de l'année | la fin de l'année en cours | fin d'année | l'année prochaine
        la fin du trimestre | la fin du semestre | la prochaine législature | l'été
        la rentrée | la rentrée scolaire | la fin de l'exercice | la fin de l'exercice budgétaire
    """),
    own_ends=listed("""
        la fin du plan | la fin de ce plan | la fin du présent plan | la fin de la période
        la fin de la période du plan | la fin de la période couverte | fin du plan | fin de période
        l'échéance du plan | l'échéance du présent plan | le terme du plan | la fin de ce cycle | la fin du cycle
        la fin de la planification | la fin du mandat | fin de mandat | fin du mandat | la fin de mon mandat
        la fin de son mandat | le terme du mandat | terme du mandat | l'échéance du mandat | la fin de ce mandat
    """),
    middles=listed("""
        à mi-mandat | mi-mandat | la mi-mandat | à la mi-mandat | à la moitié du mandat | au milieu du mandat
        la moitié du mandat | le milieu du mandat | à mi-parcours du mandat | à mi-parcours du plan
        à la moitié du plan | à mi-chemin du mandat | à la moitié de mon mandat
    """),
    feasts=listed("""
        Pâques | Pentecôte | la Pentecôte | Noël | la Toussaint | Toussaint | le nouvel an | les vacances d'été
        les vacances de Pâques | les vacances de Noël | les congés de Pâques | les grandes vacances
        l'année scolaire
    """),
    moments=listed("dans l'année | dans le mois | dans l'année qui suit | dans le mois qui suit | dans la semaine"),
    periodic=listed("""
        annuellement | chaque année | tous les ans | chaque mois | mensuellement | tous les mois | chaque semaine
        hebdomadairement | toutes les semaines | trimestriellement | chaque trimestre | tous les trimestres
        semestriellement | chaque semestre | tous les semestres | tous les six mois | tous les trois mois
        tous les deux ans | une fois par an | deux fois par an | trois fois par an | quatre fois par an
        une fois par mois | deux fois par mois | une fois par trimestre | une fois par semaine
        au moins une fois par an | chaque jour | quotidiennement | sur une base annuelle | sur une base mensuelle
        sur base annuelle | sur une base trimestrielle
    """),
    notices=listed("""
        échéance | échéances | délai | date limite | date butoir | date cible | pour quand | quand
        à réaliser avant
    """),
    past=listed("fut | furent | avait | avaient | était | étaient | comptait | comptaient | avions | étions"),
    past_form=r"(?<![^\W_])(?:a|ont|avons|ai)\s+(?:[^\W\d_]+\s+)?[^\W\d_]+(?:é|ée|és|ées|i|is|it|u|us|ue)(?![^\W_])",
    future_form=r"(?<![^\W_])[^\W\d_]{2,}(?:era|ira|dra|tra|vra|eront|iront|dront|tront|vront|erons|irons|drons|trons|erai|irai)(?![^\W_])",
    stated=listed("""
        est | sont | représente | représentent | s'élève | s'élèvent | compte | comptent | tient compte
        tiennent compte | n'est | figure | figurent | existe | existent | constitue | constituent
    """),
    accented=(),
    cited=listed("""
        loi du | loi | décret du | arrêté royal du | arrêté ministériel du | arrêté du | circulaire du | circulaire
        directive | situation au | situation le | situation | version | édition | du conseil du | m.b.
        moniteur belge du | chiffres de | budget | plan | pns | pzs | note-cadre | note de politique | vision
        agenda | horizon europe | accord du | programmation | cycle | statistiques | données | rapport
        rapport annuel | année
    """),
)

FACTS = FactWords(
    adopted=listed("""
        validé | validée | validés | validées | approuvé | approuvée | approuvés | approuvées | adopté | adoptée
        adoptés | adoptées | entériné | entérinée | ratifié | ratifiée | fixée | déterminée | arrêtée | arrêté par
        signé | signée | voté | votée | avalisé | avalisée | approbation | validation | adoption | marqué son accord
        a approuvé | a validé | a adopté | approuve | valide | adopte | décide d'approuver | décide d'adopter
        a arrêté | ont arrêté | a fixé | a marqué son accord | arrête la présente
    """),
    bodies=listed("""
        conseil de police | conseil communal | conseil provincial | conseil zonal de sécurité | conseil de zone
        conseil national de sécurité | conseil des ministres | conseil de l'action sociale
        conseil d'administration | conseil de direction | collège de police | collège communal
        collège des bourgmestre et échevins | collège provincial | collège du bourgmestre et des échevins
        collège échevinal | collège de zone | collège des procureurs généraux | comité de direction
        comité de pilotage | comité de coordination | comité de gestion | bureau permanent
        ministre de l'intérieur et de la justice | ministre de l'intérieur | ministre de la justice | ministre
        ministres de l'intérieur et de la justice | gouvernement fédéral | gouvernement | chambre des représentants
        parlement | commissaire général | bourgmestre | gouverneur | assemblée générale | roi
        commission permanente de la police locale | secrétaire d'état
    """),
    sessions=listed("""
        séance | réunion | publique | ordinaire | extraordinaire | unanimité | unanimement | voix | date | huis clos
    """),
    spell=listed("""
        période | pour la période | période de | pour les années | les années | années | couvrant | couvre
        porte sur | de | durant la période | valable pour | valable de | de validité | cycle | du | s'étend de
        s'étend du | pour | entre | mandat | mandature
    """),
    plans={
        "letter": listed("lettre de mission | lettres de mission"),
        "zonal": listed("plan zonal de sécurité | plans zonaux de sécurité | pzs"),
        "national": listed("plan national de sécurité | pns"),
        "strategic": listed("""
            plan stratégique | plan de management | plan de gestion | contrat d'administration
            plan d'administration | plan global | programme stratégique transversal | pst
        """),
        "operational": listed("plan opérationnel | plan d'action | plan d'actions | plan annuel"),
        "integrity": listed("politique d'intégrité | plan d'intégrité"),
        "policy": listed("""
            plan pluriannuel | plan de politique | note-cadre | note de politique générale | accord de gouvernement
            plan de sécurité
        """),
    },
    tails=listed("""
        relatif* | relative* | portant | organisant | réglementant | déterminant | fixant | contenant | visant
        concernant | sur | établissant | modifiant | instituant | d'exécution
    """),
    drafts=listed("""
        sera | seront | soumis à | soumise à | sera présenté | sera présentée | devra | devront | doit être
        projet de | avant approbation | pour approbation | propose | sous réserve
    """),
    itself=listed("""
        présent | présente | cette | ce | ledit | ladite | le plan | la lettre | le document | elle a été | il a été
        elle est | il est | celle-ci a été | celui-ci a été | du document | du plan | de la lettre
    """),
    other_plans=listed("""
        précédent* | ancien* | antérieur* | suivant* | prochain* | futur* | nouveau* | nouveaux | nouvelle*
        dernier* | dernière* | remplace* | succède* | prolong* | programmation | gouvernement* | fonds | européen*
    """),
    terms=listed("""
        mandat | mandats | lettre de mission | durée | désignation | désigné | désignée | nommé | nommée
        renouvelable
    """),
    years=listed("ans | années | an"),
    starts=listed("""
        à compter du | à partir du | prend cours le | prenant cours le | a pris cours le | débute le | débutant le
        a débuté le | prend effet le | prenant effet le | entre en fonction le | entré en fonction le
        entrée en fonction le | entrée en fonction | entrée en service le | prestation de serment le
        prestation de serment | prêté serment le | date de début | début du mandat | désigné le | désignée le
        désigné à partir du | désigné à compter du | dès le | mandat a commencé le | commence le | a commencé le
        date de prise de fonction | prise de fonction le
    """),
    acts=listed("""
        loi | loi-programme | loi spéciale | loi coordonnée | lois coordonnées | arrêté royal | arrêté ministériel
        arrêté du gouvernement | arrêtés royaux | circulaire | circulaire ministérielle | circulaire commune
        décret | ordonnance | directive | directive européenne | règlement | règlement européen | a.r. | ar | a.m.
        am | protocole d'accord | circulaires ministérielles | accord de coopération | directive ministérielle
        décision-cadre
    """),
    of=listed("du | en date du | de"),
    article_words=listed("article | articles | art | arts | art."),
    codes=listed("""
        pjpol | exodus | lpi | lfp | nouvelle loi communale | nlc | constitution | code pénal
        code d'instruction criminelle | cdld | code de déontologie | code civil | code judiciaire | rgpd
        code de la démocratie locale et de la décentralisation | code de droit économique
        loi sur la fonction de police | loi sur la police intégrée | code de la route
    """),
    entities=listed("""
        zone de police | police locale | service public fédéral | spf | spp | direction générale
        inspection générale | commissariat général | zone de secours | service public de wallonie
    """),
)

FIGURES = FigureWords(
    bounds=listed("""
        au moins | au minimum | minimum | au maximum | maximum | au plus | tout au plus | un minimum de | un maximum de
        minimum de | maximum de | pas plus de | pas moins de | maximum d' | minimum d' | max. | min. | max | du moins
    """),
    ages=listed("""
        enfant de | enfants de | bébé de | bébés de | jeune de | jeunes de | mineur de | mineurs de | fille de
        garçon de | filles de | garçons de | homme de | femme de | hommes de | femmes de | personne de | personnes de
        âgé de | âgée de | âgés de | âgées de | à l'âge de | âge de | chiot de
    """),
    aged=listed("d'âge | d'age | et plus | ou plus"),
    the=listed("les | ces | nos | des | aux | leurs | ses"),
    counted=listed("""
        patrouille* | agent* | inspecteur* | policier* | véhicule* | contrôle* | opération* | formation* | réunion*
        projet* | personne* | collaborateur* | membre* | jour* | heure* | mois | semaine* | caméra* | campagne*
        quartier* | exercice* | séance* | audit* | rapport* | équipe* | poste* | emploi* | recrutement* | session*
        plainte* | dossier* | fait* | action* | indicateur* | enquête* | visite* | intervention* | accident*
        procès-verbaux | victime* | école* | commune* | logement* | bâtiment* | radar* | vélo* | ans | an | année*
        fois | équivalent* | unité* | partenaire* | stage*
    """),
    units=listed("""
        etp | équivalents temps plein | équivalent temps plein | eur | euro | euros | keur | k€ | m€ | € | %
        pour cent | pourcent | pour mille | km | m² | m2 | kwh | heures | heure | jours | jour | minutes | minute
        mois | ans | semaines | points | tonnes | co2 | litres | points de pourcentage | jours ouvrables
    """),
    scales={"mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9, "mio": 6},
    measures=listed("""
        taux de | taux d' | nombre de | nombre d' | nombre total de | nombre moyen de | pourcentage de
        pourcentage d' | pourcentage des | nombre des | proportion de | proportion des | proportion d' | délai moyen
        délai d'intervention | durée moyenne | temps de réponse | temps d'intervention | temps moyen | indice de
        degré de satisfaction | coût moyen | montant moyen | volume de | moyenne de | ratio | quota de
        niveau de satisfaction | quantité de | fréquence de | effectif moyen | la part de | la part des | score de
        degré de mise en œuvre
    """),
    ranges=listed("à | et | - | jusqu'à"),
    numbered=listed("""
        article | articles | art | page | pages | p | pp | n° | no | nr | numéro | numéros | chapitre | section
        point | points | annexe | annexes | tableau | figure | note | tél | téléphone | fax | au numéro | gsm | col
        gpi | plp | zpz | cp | isbn | alinéa | partie | axe | objectif | priorité | thème | étape | phase | étage
        version | fiche | os | oo | code postal | rue | avenue | § | paragraphe | action | boulevard | chaussée
        niveau | pilier | cluster | question | zp | dossier | valeur | direction | services
    """),
    measured=listed("""
        enregistré* | constaté* | recensé* | comptabilisé* | mesuré* | effectué* | dressé* | verbalisé* | comptait
        comptaient | dénombré* | traité* | élucidé* | s'élevait | s'élevaient | atteignait | atteignaient
    """),
    unmeasured=listed("""
        grand | bon | certain | petit | plus grand | bien | grande | bonne | ce | cet | de | du | un certain
    """),
    labels=listed("""
        indicateur | indicateurs | kpi | indicateur de résultat | indicateurs de résultat | indicateur de prestation
        indicateurs de performance | indicateur de performance | mesure de référence
    """),
    stops=listed("""
        qui | que | dont | lequel | laquelle | afin | pour | sera | seront | est | sont | a | ont | doit | doivent
        sur | dans | d'ici | par rapport | ainsi | où | avant | grâce | lors
    """),
    joins=listed("""
        est de | était de | s'élève à | s'élevait à | atteint | a atteint | à | : | = | soit | s'établit à
        se situe à | passe à | est passé à | est tombé à | passera à | passe de | est passé de | est resté à
    """),
)

LEXICON = Lexicon(
    language="fr",
    stop_words=STOP_WORDS,
    numbers=NUMBERS,
    swot={
        "strength": listed("forces | force | points forts | point fort | atouts | atout"),
        "weakness": listed("""
            faiblesses | faiblesse | points faibles | point faible | points d'amélioration | points à améliorer
        """),
        "opportunity": listed("opportunités | opportunité | chances | occasions"),
        "threat": listed("menaces | menace | risques externes"),
    },
    possessives=listed("""
        nos | notre | les | la | le | l' | des | principales | principaux | internes | externes | vos | leurs | ses
    """),
    are=listed("""
        sont | sont les suivantes | sont les suivants | est | identifiées | identifiés | suivantes | suivants
    """),
    lead_in_verbs=listed("""
        sont | comprend | comprennent | vise à | visent à | consiste à | consistent à | comporte | comportent
        poursuit | poursuivent | entend | entendons | souhaite | souhaitons | veillera à | veillerons à | s'engage à
        nous engageons à | prévoit | prévoient | concerne | concernent | porte sur | portent sur | repose sur
        reposent sur | s'articule autour de
    """),
    lead_in_endings=listed("""
        suivants | suivantes | suivant | suivante | ci-après | ci-dessous | comme suit | à savoir | notamment
        entre autres | soit | par exemple | dont | afin de | en vue de | c'est-à-dire | tels que | telles que
        à cette fin | pour ce faire | ce qui suit
    """),
    abbreviations=listed("""
        art | arts | cf | p | pp | ex | etc | m | mm | mme | mlle | dr | prof | av | bd | n | no | tél | réf | vol
        al | i.e | e.a | c.-à-d | resp | env | min | max | st | ste | chap | fig | tab | ann | cons | dir | gén
        insp | cpl | a.r | a.m | m.b
    """),
    headings={
        "chapter": listed("chapitre"),
        "part": listed("partie | volet"),
        "title": listed("titre"),
        "section": listed("section | point | rubrique | paragraphe"),
        "annex": listed("annexe | annexes"),
        "table": listed("tableau | tab"),
        "figure": listed("figure | schéma | graphique | illustration | carte"),
        "theme": listed("thème | axe | phénomène | domaine | priorité | cluster | chantier"),
    },
    everyone=listed("""
        tous | toutes | tous les services | toutes les directions | tous les collaborateurs
        l'ensemble des services | tout le monde | tous les membres du personnel | ensemble du personnel
        l'ensemble du personnel
    """),
    vague_deadlines=listed("""
        à terme | à plus long terme | à long terme | à moyen terme | à court terme | à moyen et long terme
        à court et moyen terme | progressivement | graduellement | au fur et à mesure | à l'avenir | dans l'avenir
        prochainement | dès que possible | le plus rapidement possible | aussi vite que possible
        aussi rapidement que possible | le plus tôt possible | sous peu | dans un avenir proche
        dans un proche avenir | dans les prochaines années | durant les prochaines années
        au cours des prochaines années | dans les années à venir | pour les années à venir
        au cours des années à venir | dans les prochains mois | dans les mois à venir | au cours des prochains mois
        ultérieurement | en temps utile | en temps voulu | en temps opportun | le moment venu | tôt ou tard
        petit à petit | par étapes | étape par étape | un jour | dans les meilleurs délais
        dans les plus brefs délais | à brève échéance | à longue échéance | en continu | dans un futur proche
        dans la mesure du possible | lorsque c'est possible | si possible | à moyenne échéance
    """),
    later=listed("""
        sera ajouté ultérieurement | sera ajoutée ultérieurement | seront ajoutés ultérieurement
        seront ajoutées ultérieurement | sera inséré ultérieurement | sera insérée ultérieurement
        seront insérés ultérieurement | seront insérées ultérieurement | sera complété ultérieurement
        sera complétée ultérieurement | seront complétés ultérieurement | sera précisé ultérieurement
        sera précisée ultérieurement | seront précisés ultérieurement | sera ajouté plus tard
        sera ajoutée plus tard | sera complété plus tard | sera complétée plus tard | à compléter | à ajouter
        à insérer | à préciser | à déterminer | à définir ultérieurement | sera joint ultérieurement
        sera jointe ultérieurement | sera communiqué ultérieurement | sera communiquée ultérieurement
        seront communiqués ultérieurement | sera inséré plus tard | sera développé ultérieurement
        sera développée ultérieurement | fera l'objet d'un ajout ultérieur | en cours de rédaction
        en cours d'élaboration | sera intégré ultérieurement | sera intégrée ultérieurement
        seront intégrés ultérieurement
    """),
    means=listed("""
        moyens | ressources | budget | budgets | crédits | effectif | effectifs | cadre organique
        cadre du personnel | capacité | enveloppe budgétaire | dotation | dotations | financement | matériel
        infrastructure | infrastructures | etp | moyens financiers | moyens humains | moyens matériels
        moyens mis à disposition | personnel disponible | parc de véhicules
    """),
    integrity=listed("""
        intégrité | politique d'intégrité | intègre | intègres | déontologie | code de déontologie | code d'éthique
        éthique | code de conduite | conflit d'intérêts | conflits d'intérêts | lanceur d'alerte | lanceurs d'alerte
    """),
    obligations=listed("""
        doit | doivent | devons | devra | devront | veillerai | veillerons | souhaitons | souhaite | nous engageons
        m'engage | voulons | s'engage | s'engagent | sera | seront | il faut | faudra | il importe | il convient
        entendons | mettrons | assurerons
    """),
    dates=DATES,
    deadlines=DEADLINES,
    facts=FACTS,
    figures=FIGURES,
)  # fmt: skip
