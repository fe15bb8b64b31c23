"""French words that rules look for, as Belgian administrations write them."""

from __future__ import annotations

from filrouge.domain.coherence.words import RuleWords
from filrouge.domain.language.lexicon import listed

WORDS = RuleWords(
    total=listed("total* | totaux | sous-total* | sous total* | somme | ensemble"),
    of_which=listed("dont | y compris | parmi lesquels | parmi lesquelles"),
    rate=listed("taux | moyenne* | ratio | pourcentage | pour cent | indice | évolution | variation | écart | prix"),
    money=listed("euro | euros | eur | keur | meur"),
    people=listed("""
        etp | équivalents temps plein | équivalent temps plein | collaborateurs | membres du personnel | agents
        emplois | personnes | fonctionnaires
    """),
    percent=listed("pour cent | pourcent | pour-cent"),
    of=listed("de | d' | du | de la | des | à | à la"),
    about=listed("""
        environ | près de | quelque | plus de | moins de | à peu près | approximativement | au moins | presque
    """),
    total_budget=listed("""
        budget total | budget global | total du budget | totalité du budget | ensemble du budget | budget général
        total général du budget | total des crédits | ensemble des crédits | budget dans son ensemble
    """),
    budget=listed("""
        budget* | crédit* | dotation* | subvention* | subside* | dépense* | recette* | fonds | enveloppe*
    """),
    such_as=listed("""
        tels que | telles que | tel que | telle que | à savoir | notamment | entre autres | parmi lesquels
        par exemple
    """),
    analysis=listed("""
        analyse* | swot | diagnostic | état des lieux | scanning | enquête | sondage | étude | mesure zéro
        baromètre
    """),
    made=listed("""
        réalisé* | effectué* | mené* | établi* | dressé* | élaboré* | actualisé* | datant | date de | dates de
        remonte* | remontant | mise à jour | mis à jour | conduit* | finalisé* | clôturé*
    """),
    decided=listed("arrêté | arrêtée | arrête | décidé | fixé | fixée | déterminé | déterminée | marqué son accord"),
    copy=listed("""
        copie* | transmis* | transmet* | communiqué* | communiquée | envoi* | envoyé* | adressé* | notifié*
    """),
    inspector=listed("inspecteur général | inspectrice générale | inspection générale | inspecteur-général | aig"),
    law=listed("""
        loi du | lois du | arrêté royal | arrêté ministériel | loi exodus | exodus | pjpol | art. 72 | article 72
        lpi | loi sur la | police intégrée | loi sur la fonction de police | nouvelle loi communale
    """),
    zone=listed("zone de police | zones de police | chef de corps | police locale"),
    national_plan=listed("""
        plan national de sécurité | plans national* de sécurité | pns | plan de sécurité national
        plan national et zonal
    """),
    zonal_plan=listed("""
        plan zonal de sécurité | plans zonaux de sécurité | pzs | plan de sécurité zonal | plan national et zonal
        plan zonal | plan de sécurité local | plan de la zone
    """),
    integrity=listed("intégrité | intègre | intègres"),
    other_integrity=listed("""
        intégrité physique | intégrité psychique | intégrité personnelle | intégrité sexuelle
        intégrité morale et physique | intégrité des données | intégrité de la personne | intégrité des personnes
        intégrité territoriale | intégrité des systèmes | intégrité de l'information
    """),
    integrity_policy=listed("""
        politique d'intégrité | politique intégrité | plan d'intégrité | gestion de l'intégrité
        politique de l'intégrité | politique en matière d'intégrité | charte d'intégrité
    """),
    means_units=listed("""
        membres du cadre | membres opérationnels | etp | équivalents temps plein | équivalent temps plein
        membres du personnel | collaborateurs | agents | inspecteurs | policiers | emplois | euro | euros | eur
        keur | millions | véhicules | fonctionnaires
    """),
    means_headings=listed("""
        moyens | ressources | budget | budgets | financement | finances | cadre financier | effectif | effectifs
        cadre du personnel | cadre organique | enveloppe
    """),
    guidance=listed("""
        indiquez | décrivez | précisez | expliquez | explicitez | formulez | nommez | fournissez | mentionnez
        déterminez | définissez | identifiez | utilisez | donnez | énumérez | complétez | insérez | joignez
        reprenez ici | veuillez | listez | exposez | présentez | rappelez | prévoyez | résumez | commentez
        veillez à indiquer | veillez à préciser | le titulaire du mandat peut | dans cette section | sous ce titre
        utilisez cette rubrique
    """),
    example=listed("par exemple | exemple | exemples | liste non exhaustive | à titre d'exemple"),
    fill_in=listed("""
        à compléter | à remplir | à définir | à déterminer | à préciser | à confirmer | à insérer | insérer
        compléter | à rédiger | à fixer | à venir | texte à insérer | nom du document | nom de la zone | votre texte
        à communiquer
    """),
    annex=listed("annexe | annexes"),
    section=listed("section | chapitre | partie | point | titre"),
    table=listed("tableau | tab | tab. | figure"),
    refers=listed("""
        voir | cf | cf. | renvoi* | renvoy* | repris | reprise | reprises | figure | figurent | trouve | trouvera
        trouverez | détaillé* | joint | jointe | jointes | joints | ci-joint* | référer | se reporter | consult*
        présenté* | décrit* | mentionné* | exposé* | ci-dessus | ci-dessous | ci-après | infra | supra
        comme indiqué
    """),
    acts=listed("""
        loi | lois | arrêté | arrêtés | règlement | directive | circulaire | décret | ordonnance | accord
        convention | code | traité | protocole | constitution | arrêté royal | col | manuel | note-cadre | rapport
    """),
    addendum=listed("addendum | addenda | avenant"),
    added=listed("""
        inséré* | ajouté* | complété* | joint | jointe | joints | jointes | intégré* | annexé* | rédigé* | précisé*
        développé* | repris* | communiqué*
    """),
    later=listed("""
        ultérieurement | plus tard | prochainement | à un stade ultérieur | dans un second temps | en temps utile
        dans un addendum
    """),
    will=listed("""
        sera | seront | devra être | devront être | reste à | restent à | doit encore | doivent encore | fera
        feront
    """),
    contents=listed("table des matières | sommaire | contenu | plan du document"),
    list_of_annexes=listed("relevé des annexes | liste des annexes | annexes"),
    titles=listed("""
        madame | mesdames | mme | monsieur | messieurs | m | mm | mlle | maître | docteur | dr | professeur | prof
        colonel | commissaire | commissaire divisionnaire | premier commissaire
    """),
    alias=listed("""
        ci-après | ci-après dénommé* | ci-après : | en abrégé | abrégé | abrégée | dit | dite | aussi nommé*
        aussi appelé* | également appelé* | dénommé* | ou | plus connu* sous le nom de | connu* sous le sigle
        sigle | soit
    """),
    priority=listed("priorité | priorités"),
    objective=listed("objectif | objectifs"),
    broken_down=listed("""
        décliné* | se déclinent | se décline | traduit* | se traduisent | ventilé* | décomposé* | concrétisé*
        réparti* | subdivisé*
    """),
    unit=listed("""
        direction | direction générale | service | services | cellule | département | division | unité | secrétariat
        office | bureau | cabinet | centre | direction d'encadrement | centrale
    """),
    frequency=listed("""
        mensuel* | trimestriel* | annuel* | hebdomadaire* | semestriel* | quotidien* | chaque | tous les
        toutes les | permanent* | en continu | continu | régulièrement | régulier* | récurrent* | immédiat*
        dès maintenant | printemps | été | automne | hiver | trimestre | semestre
    """),
    reports=listed("fait rapport | font rapport | rapporte* | rend compte | rendent compte | évalue* | évaluation*"),
    relative=listed("""
        après | avant | dès | lors de | lors du | suite à | à l'issue | au moment | dans les | endéans | à partir de
        une fois
    """),
    adoption=listed("""
        signature* | adoption | approbation | validation | entrée en vigueur | signé | approuvé | adopté | validé
    """),
    operational_plan=listed("plan opérationnel | plans opérationnels"),
    runs=listed("prend fin | se termine | s'étend | court | couvre | porte sur la période | s'achève | dure"),
    begins=listed("entre en vigueur | débute | commence | prend cours | prend effet"),
    plan=listed("plan | programme | lettre de mission | contrat"),
    plan_codes=("PNS", "PZS", "NVP", "ZVP"),
)  # fmt: skip
